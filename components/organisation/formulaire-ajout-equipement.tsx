'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import type { ActionsEquipements } from './actions-fiche'
import { ChampsEquipement, EQUIPEMENT_VIDE, type ValeursEquipement } from './champs-equipement'

type Proprietes = {
  /** Lieux possibles ; le choix ne se montre que s'il y en a plusieurs. */
  lieux: readonly { valeur: string; libelle: string }[]
  ajouter: ActionsEquipements['actionAjouterEquipement']
}

export function FormulaireAjoutEquipement({ lieux, ajouter }: Proprietes) {
  const annoncer = useAnnonce()
  const neuf = (organisationId: string): ValeursEquipement => ({ ...EQUIPEMENT_VIDE, organisationId })
  const f = useActionFormulaire<ValeursEquipement>(ajouter, {
    valeurs: neuf(lieux[0]?.valeur ?? ''),
    apres: () => {
      f.formulaire.reset(neuf(f.formulaire.getValues('organisationId')))
      annoncer('Équipement ajouté')
    },
  })
  return (
    <FormulaireAction liaison={f} className="flex max-w-2xl flex-col gap-4">
      {lieux.length > 1 && (
        <Selection libelle="Lieu" requis options={[...lieux]} {...f.champ('organisationId')} />
      )}
      <ChampsEquipement liaison={f} />
      <div className="flex flex-wrap items-center gap-3">
        <Bouton type="submit" attente={f.attente}>
          Ajouter cet équipement
        </Bouton>
        {f.reussite !== null && <span className="text-tenu">Ajouté.</span>}
      </div>
    </FormulaireAction>
  )
}
