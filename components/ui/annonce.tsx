'use client'

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'

type Annoncer = (message: string) => void
const Contexte = createContext<Annoncer>(() => {})

/** Zone lue par les lecteurs d'écran ; le cadre de la page en pose une. */
export function ZoneAnnonce({ children }: { children: ReactNode }) {
  const [message, definir] = useState('')
  const rang = useRef(0)
  const annoncer = useCallback<Annoncer>((texte) => {
    // Une espace insécable de plus une fois sur deux : le même message redit est relu.
    rang.current += 1
    definir(rang.current % 2 ? texte : `${texte}\u00a0`)
  }, [])
  return (
    <Contexte value={annoncer}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {message}
      </div>
    </Contexte>
  )
}

/** `annoncer('Enregistré')` : dit sans rien déplacer à l'écran. */
export const useAnnonce = (): Annoncer => useContext(Contexte)
