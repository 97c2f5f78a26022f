'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Case } from '@/components/ui/case'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { NATURES_BESOIN, type NatureBesoin } from '@/lib/domaine/organisation/besoins'
import type { FicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { NATURE_BESOIN } from '@/lib/presentation/organisation/libelles'
import type { ActionsFiche } from './actions-fiche'
import { OPTIONS_PRIORITE } from './options'
import { RAPPEL_PATIENT } from './rappel-patient'

type Proprietes = {
  centreId: string
  specialites: FicheCentre['specialites']
  aujourdhui: string
  ajouter: ActionsFiche['actionAjouterBesoin']
}

export function FormulaireAjoutBesoin({ centreId, specialites, aujourdhui, ajouter }: Proprietes) {
  const annoncer = useAnnonce()
  const valeurs = {
    centreId,
    nature: 'CONSULTATION_HOPITAL' as NatureBesoin,
    specialiteCode: '',
    libelle: '',
    recueilliLe: aujourdhui,
    reunion: '',
    recueilComplet: false,
    priorite: '' as const,
    note: '',
  }
  const f = useActionFormulaire(ajouter, {
    valeurs,
    apres: () => {
      f.formulaire.reset(valeurs)
      annoncer('Besoin ajouté')
    },
  })
  return (
    <FormulaireAction liaison={f} className="flex max-w-2xl flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Selection
          libelle="Ce qui est demandé"
          requis
          options={NATURES_BESOIN.map((n) => ({ valeur: n, libelle: NATURE_BESOIN[n] }))}
          {...f.champ('nature')}
        />
        <Selection
          libelle="Spécialité"
          invite="Choisir une spécialité"
          options={specialites.map((s) => ({ valeur: s.code, libelle: s.libelle }))}
          {...f.champ('specialiteCode')}
        />
      </div>
      <Champ
        libelle="Besoin, en quelques mots"
        aide="Facultatif quand la spécialité suffit à le dire."
        {...f.champ('libelle')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ChampDate libelle="Recueilli le" requis max={aujourdhui} {...f.champ('recueilliLe')} />
        <Selection
          libelle="Priorité"
          invite="Non précisée"
          options={OPTIONS_PRIORITE}
          {...f.champ('priorite')}
        />
      </div>
      <Champ libelle="Réunion où il a été dit" {...f.champ('reunion')} />
      <ZoneTexte libelle="Note" aide={RAPPEL_PATIENT} rows={3} {...f.champ('note')} />
      <Case
        libelle="Avec celui-ci, tous les besoins du centre sont recueillis à cette date"
        aide="Sans cette mention, ce qui n’est pas demandé reste « non renseigné »."
        {...f.champ('recueilComplet')}
      />
      <Bouton type="submit" attente={f.attente} className="self-start">
        Ajouter ce besoin
      </Bouton>
    </FormulaireAction>
  )
}
