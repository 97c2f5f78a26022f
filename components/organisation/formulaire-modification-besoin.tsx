'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { BesoinLu } from '@/lib/lectures/organisation/besoins-centre'
import type { ActionsFiche } from './actions-fiche'
import { OPTIONS_PRIORITE } from './options'
import { RAPPEL_PATIENT } from './rappel-patient'

type Proprietes = { besoin: BesoinLu; modifier: ActionsFiche['actionModifierBesoin'] }

export function FormulaireModificationBesoin({ besoin, modifier }: Proprietes) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(modifier, {
    valeurs: {
      besoinId: besoin.id,
      version: besoin.version,
      libelle: besoin.libelle,
      priorite: besoin.priorite ?? '',
      note: besoin.note ?? '',
    },
    apres: () => annoncer('Besoin corrigé'),
  })
  return (
    <FormulaireAction liaison={f} className="flex max-w-xl flex-col gap-4">
      <Champ libelle="Besoin, en quelques mots" {...f.champ('libelle')} />
      <Selection
        libelle="Priorité"
        invite="Non précisée"
        options={OPTIONS_PRIORITE}
        {...f.champ('priorite')}
      />
      <ZoneTexte libelle="Note" aide={RAPPEL_PATIENT} rows={3} {...f.champ('note')} />
      <Bouton type="submit" variante="secondaire" attente={f.attente} className="self-start">
        Enregistrer la correction
      </Bouton>
    </FormulaireAction>
  )
}
