'use client'

import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { classesSaisie } from '@/components/ui/enrobage-champ'

type Proprietes = {
  id: string
  libelle: string
  elements: readonly string[]
  suggestions: readonly string[]
  onElements: (elements: string[]) => void
}

/** Liste d'éléments : on en tape un, Entrée l'ajoute ; les référentiels connus se proposent en cochant. */
export function ChampListe({ id, libelle, elements, suggestions, onElements }: Proprietes) {
  const [tape, definirTape] = useState('')
  const saisie = useRef<HTMLInputElement>(null)
  const idListe = useId()
  const restantes = suggestions.filter((s) => !elements.includes(s))

  const ajouter = (element: string) => {
    const propre = element.trim()
    if (propre && !elements.includes(propre)) onElements([...elements, propre])
    definirTape('')
  }
  const auClavier = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' || !tape.trim()) return
    e.preventDefault()
    e.stopPropagation()
    ajouter(tape)
  }
  const retirer = (element: string) => {
    onElements(elements.filter((x) => x !== element))
    saisie.current?.focus()
  }
  return (
    <div className="flex flex-col gap-2">
      {elements.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={`Éléments de la liste : ${libelle}`}>
          {elements.map((e) => (
            <li key={e} className="flex items-center rounded border border-trait bg-surface-2 pl-2 text-sm">
              {e}
              <Bouton
                variante="discret"
                taille="petit"
                aria-label={`Retirer ${e}`}
                onPress={() => retirer(e)}
                className="min-w-8"
              >
                <X aria-hidden size={14} />
              </Bouton>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <input
          ref={saisie}
          id={id}
          value={tape}
          list={restantes.length ? idListe : undefined}
          onChange={(e) => definirTape(e.target.value)}
          onKeyDown={auClavier}
          onBlur={() => ajouter(tape)}
          className={classesSaisie(null)}
          autoComplete="off"
        />
        <Bouton
          variante="secondaire"
          aria-label={`Ajouter à la liste : ${libelle}`}
          isDisabled={!tape.trim()}
          onPress={() => ajouter(tape)}
        >
          <Plus aria-hidden size={18} />
        </Bouton>
      </div>
      <datalist id={idListe}>
        {restantes.map((s) => (
          <option key={s} value={s} />
        ))}
      </datalist>
      {restantes.length > 0 && restantes.length <= 14 && (
        <div className="flex flex-wrap gap-1.5">
          {restantes.map((s) => (
            <Bouton key={s} variante="discret" taille="petit" onPress={() => onElements([...elements, s])}>
              <Plus aria-hidden size={14} />
              {s}
            </Bouton>
          ))}
        </div>
      )}
    </div>
  )
}
