'use client'

import { useWatch } from 'react-hook-form'
import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { NATURES_REPONSE, type NatureReponse } from '@/lib/domaine/organisation/besoins'
import type { BesoinLu } from '@/lib/lectures/organisation/besoins-centre'
import { NATURE_REPONSE } from '@/lib/presentation/organisation/libelles'
import type { ActionsFiche } from './actions-fiche'
import { RAPPEL_PATIENT } from './rappel-patient'

type Proprietes = {
  besoin: BesoinLu
  conventions: readonly { valeur: string; libelle: string }[]
  aujourdhui: string
  repondre: ActionsFiche['actionRepondreBesoin']
}

export function FormulaireReponse({ besoin, conventions, aujourdhui, repondre }: Proprietes) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(repondre, {
    valeurs: {
      besoinId: besoin.id,
      version: besoin.version,
      nature: 'A_L_ETUDE' as NatureReponse,
      texte: '',
      motif: '',
      conventionId: '',
      le: aujourdhui,
    },
    apres: () => annoncer('Réponse enregistrée'),
  })
  const refuse = useWatch({ control: f.formulaire.control, name: 'nature' }) === 'REFUSEE'
  return (
    <FormulaireAction liaison={f} className="flex max-w-xl flex-col gap-4">
      <p className="text-sm text-encre-2">Le centre verra cette réponse aussitôt.</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Selection
          libelle="Réponse"
          requis
          options={NATURES_REPONSE.map((n) => ({ valeur: n, libelle: NATURE_REPONSE[n].mot }))}
          {...f.champ('nature')}
        />
        <ChampDate libelle="Donnée le" requis max={aujourdhui} {...f.champ('le')} />
      </div>
      {conventions.length > 0 && (
        <Selection
          libelle="Convention qui y répond"
          invite="Aucune"
          options={conventions}
          {...f.champ('conventionId')}
        />
      )}
      {refuse && (
        <ZoneTexte libelle="Motif du refus" requis aide={RAPPEL_PATIENT} rows={3} {...f.champ('motif')} />
      )}
      <ZoneTexte libelle="Précisions" aide={RAPPEL_PATIENT} rows={3} {...f.champ('texte')} />
      <Bouton type="submit" attente={f.attente} className="self-start">
        Enregistrer la réponse
      </Bouton>
    </FormulaireAction>
  )
}
