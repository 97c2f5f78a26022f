'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { toucheSeule } from './touche-seule'

const ListeRaccourcis = dynamic(() => import('./liste-raccourcis').then((m) => m.ListeRaccourcis), {
  ssr: false,
})

/** Entrée « Raccourcis clavier » et touche « ? », qui peut être désactivée (une seule touche gêne la dictée). */
export function Raccourcis() {
  const [ouverte, definir] = useState(false)
  useEffect(() => {
    const ecouter = (e: KeyboardEvent) => {
      if (e.key !== '?' || !toucheSeule(e)) return
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
