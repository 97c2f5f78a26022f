import type { ReactNode } from 'react'
import { ZoneAnnonce } from '../ui/annonce'
import { Entete, type ProprietesEntete } from './entete'
import { Pied } from './pied'

type Proprietes = ProprietesEntete & { children: ReactNode; demonstration?: boolean }

/** Cadre d'une page : en-tête, contenu (cible du lien d'évitement), pied. */
export function Cadre({ children, demonstration, ...entete }: Proprietes) {
  return (
    <>
      <Entete {...entete} />
      <main
        id="contenu"
        tabIndex={-1}
        className="mx-auto w-full max-w-[90rem] px-3 pt-6 pb-16 outline-none sm:px-6 sm:pt-8"
      >
        <ZoneAnnonce>{children}</ZoneAnnonce>
      </main>
      <Pied demonstration={demonstration ?? false} />
    </>
  )
}
