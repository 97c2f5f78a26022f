'use client'

import { useId, useState } from 'react'
import { lireBrouillon, versBrouillon } from '@/components/redaction/champs/brouillon'
import { SaisieParametre } from '@/components/redaction/champs/saisies'
import { AideChamp, ErreurChamp } from '@/components/ui/enrobage-champ'
import type { DefinitionParametre, ValeurParametre } from '@/lib/domaine/texte/parametres'

type Proprietes = {
  definition: DefinitionParametre
  /** Ce que le centre a aujourd'hui, écrit. */
  actuelle: string
  /** Ce centre part d'une autre valeur : sans celle-ci, la modification se finit à la main. */
  differente: boolean
  valeur: ValeurParametre | null
  changer: (valeur: ValeurParametre | null) => void
}

/** La valeur d'un seul centre ; vide, il reçoit celle de tous. */
export function ValeurPropre({ definition: d, actuelle, differente, valeur, changer }: Proprietes) {
  const id = useId()
  const [brouillon, definirBrouillon] = useState(() => versBrouillon(d, valeur))
  if (d.genre === 'commune' || d.genre === 'designation') return null
  const illisible = lireBrouillon(d, brouillon) === undefined
  return (
    <div className="flex flex-col gap-1 pl-8">
      <label htmlFor={id} className="text-[0.9375rem] font-medium">
        Valeur propre à ce centre
      </label>
      <SaisieParametre
        id={id}
        definition={d}
        valeur={valeur}
        brouillon={brouillon}
        suggestions={[]}
        changer={(partiel) => {
          const neuf = { ...brouillon, ...partiel }
          definirBrouillon(neuf)
          changer(lireBrouillon(d, neuf) ?? null)
        }}
        liens={{ 'aria-describedby': `${id}-aide`, ...(illisible ? { 'aria-invalid': true as const } : {}) }}
      />
      <AideChamp
        id={id}
      >{`Aujourd’hui : ${actuelle}. ${differente ? 'Vide, cette modification se finira à la main.' : 'Vide, ce centre reçoit la valeur de tous.'}`}</AideChamp>
      {illisible && <ErreurChamp id={id}>Cette valeur ne se lit pas.</ErreurChamp>}
    </div>
  )
}
