'use client'

import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { codeConnu, EQUIPEMENTS_CONNUS } from '@/lib/domaine/organisation/equipements'
import type { EquipementLu } from '@/lib/lectures/organisation/equipements'
import type { ActionsEquipements } from './actions-fiche'
import { ChampsEquipement, type ValeursEquipement } from './champs-equipement'

type Proprietes = {
  equipement: EquipementLu
  aujourdhui: string
  modifier: ActionsEquipements['actionModifierEquipement']
  terminer: ActionsEquipements['actionTerminerEquipement']
}

/** Dater la fin, le geste courant ; ou tout corriger. */
export function FormulaireEquipement({ equipement, aujourdhui, modifier, terminer }: Proprietes) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Correction equipement={equipement} modifier={modifier} />
      {!equipement.jusqua && <Fin equipement={equipement} aujourdhui={aujourdhui} terminer={terminer} />}
    </div>
  )
}

function Correction({ equipement: e, modifier }: Pick<Proprietes, 'equipement' | 'modifier'>) {
  const annoncer = useAnnonce()
  const code = codeConnu(e.code)
  const f = useActionFormulaire<ValeursEquipement>(
    ({ organisationId: _lieu, ...saisie }) => modifier({ ...saisie, equipementId: e.id, version: e.version }),
    {
      valeurs: {
        organisationId: '',
        code,
        libelle: e.libelle === EQUIPEMENTS_CONNUS[code] ? '' : e.libelle,
        quantite: e.quantite === null ? '' : String(e.quantite),
        depuis: e.depuis ?? '',
        jusqua: e.jusqua ?? '',
        source: e.source ?? '',
      },
      apres: () => annoncer('Équipement corrigé'),
    },
  )
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-4">
      <ChampsEquipement liaison={f} sansFin={e.jusqua === null} />
      <Bouton type="submit" variante="secondaire" attente={f.attente} className="self-start">
        Enregistrer la correction
      </Bouton>
    </FormulaireAction>
  )
}

function Fin({ equipement: e, aujourdhui, terminer }: Omit<Proprietes, 'modifier'>) {
  const annoncer = useAnnonce()
  const f = useActionFormulaire(terminer, {
    valeurs: { equipementId: e.id, version: e.version, jusqua: aujourdhui },
    apres: () => annoncer('Fin enregistrée'),
  })
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-4">
      <ChampDate
        libelle="Dernier jour de service"
        aide="La ligne reste, parmi celles qui ne servent plus."
        requis
        {...f.champ('jusqua', { required: 'date' })}
      />
      <Bouton type="submit" variante="secondaire" attente={f.attente} className="self-start">
        Dater la fin
      </Bouton>
    </FormulaireAction>
  )
}
