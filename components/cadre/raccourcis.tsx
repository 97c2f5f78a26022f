'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { CLE_DESACTIVE } from './cle-raccourcis'

const ListeRaccourcis = dynamic(() => import('./liste-raccourcis').then((m) => m.ListeRaccourcis), {
  ssr: false,
})

const enSaisie = (cible: EventTarget | null): boolean =>
  cible instanceof HTMLElement &&
  (cible.isContentEditable ||
    Boolean(cible.closest('input, textarea, select, [role="textbox"], [role="menu"]')))

const desactive = (): boolean => {
  try {
    return localStorage.getItem(CLE_DESACTIVE) === '1'
  } catch {
    return false
  }
}

/** Entrée « Raccourcis clavier » et touche « ? », qui peut être désactivée (une seule touche gêne la dictée). */
export function Raccourcis() {
  const [ouverte, definir] = useState(false)
  useEffect(() => {
    const ecouter = (e: KeyboardEvent) => {
      if (e.key !== '?' || e.ctrlKey || e.metaKey || e.altKey || enSaisie(e.target) || desactive()) return
      e.preventDefault()
      definir(true)
    }
    document.addEventListener('keydown', ecouter)
    return () => document.removeEventListener('keydown', ecouter)
  }, [])
  return (
    <>
      <button
        type="button"
        onClick={() => definir(true)}
        className="flex min-h-11 w-full items-center rounded px-2 hover:bg-accent-fond"
      >
        Raccourcis clavier
      </button>
      {ouverte && <ListeRaccourcis onFermer={() => definir(false)} />}
    </>
  )
}
