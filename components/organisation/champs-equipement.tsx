'use client'

import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import type { useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import type { schemaAjoutEquipement } from '@/lib/domaine/organisation/saisies-equipements'
import { OPTIONS_EQUIPEMENT } from '@/lib/presentation/organisation/equipements'
import { typographier } from '@/lib/presentation/typographie'

export type ValeursEquipement = z.input<typeof schemaAjoutEquipement>
export const EQUIPEMENT_VIDE: Omit<ValeursEquipement, 'organisationId'> = {
  code: 'messagerie-securisee',
  libelle: '',
  quantite: '',
  depuis: '',
  jusqua: '',
  source: '',
}

type Proprietes = {
  liaison: ReturnType<typeof useActionFormulaire<ValeursEquipement>>
  /** Vrai quand la fin se dit ailleurs : le formulaire ne la montre pas. */
  sansFin?: boolean
}

/** Quel équipement, combien, de quand à quand, et d'après qui. */
export function ChampsEquipement({ liaison, sansFin }: Proprietes) {
  const { champ, formulaire } = liaison
  const autre = useWatch({ control: formulaire.control, name: 'code' }) === 'autre'
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
        <Selection libelle="Équipement" requis options={OPTIONS_EQUIPEMENT} {...champ('code')} />
        <Champ libelle="Nombre" inputMode="numeric" autoComplete="off" {...champ('quantite')} />
      </div>
      <Champ
        libelle={autre ? 'Nom de l’équipement' : 'Nom précis'}
        aide={autre ? undefined : 'Facultatif, quand celui de la liste ne suffit pas.'}
        requis={autre}
        autoComplete="off"
        {...champ('libelle', { required: autre && 'requis' })}
      />
      <div className="flex flex-wrap gap-4">
        <ChampDate libelle="Depuis le" aide={typographier('Vide : date inconnue.')} {...champ('depuis')} />
        {!sansFin && (
          <ChampDate
            libelle="Dernier jour"
            aide={typographier('Vide : il sert encore.')}
            {...champ('jusqua')}
          />
        )}
      </div>
      <Champ
        libelle="Source"
        aide="Qui l’a dit, ou dans quel document on le lit."
        autoComplete="off"
        {...champ('source')}
      />
    </>
  )
}
