'use client'

import type { KeyboardEvent } from 'react'
import { useEffect, useRef } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { RechercheCombo } from '@/components/ui/recherche-combo'

/** Une chose à insérer : une valeur de l'acte ou un renvoi à une autre unité. */
export type OptionInsertion = {
  cle: string
  libelle: string
  precision: string
  noeud: { type: 'parametre' | 'renvoi'; attrs: Record<string, string | null> }
}

type Proprietes = {
  options: readonly OptionInsertion[]
  onChoix: (noeud: OptionInsertion['noeud']) => void
  onAbandon: () => void
}

/** Choix par la frappe : « délai » trouve les délais, « article 2 » le renvoi. Échap referme. */
export function Insertion({ options, onChoix, onAbandon }: Proprietes) {
  const saisie = useRef<HTMLInputElement>(null)
  useEffect(() => saisie.current?.focus(), [])
  const auClavier = (e: KeyboardEvent) => {
    if (e.key !== 'Escape') return
    e.preventDefault()
    e.stopPropagation()
    onAbandon()
  }
  return (
    <div className="flex items-end gap-2 border-b border-trait bg-surface-2 p-2" onKeyDownCapture={auClavier}>
      <RechercheCombo
        ref={saisie}
        className="flex-1"
        libelle="Insérer une valeur ou un renvoi"
        options={options.map((o) => ({ valeur: o.cle, libelle: o.libelle, precision: o.precision }))}
        onChoix={(cle) => {
          const option = options.find((o) => o.cle === cle)
          if (option) onChoix(option.noeud)
        }}
      />
      <Bouton variante="discret" onPress={onAbandon}>
        Annuler
      </Bouton>
    </div>
  )
}
