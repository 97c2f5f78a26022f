'use client'

import { PageErreur, type ProprietesErreur } from '@/components/cadre/page-erreur'

export default function Erreur(proprietes: ProprietesErreur) {
  return (
    <main id="contenu" tabIndex={-1} className="mx-auto w-full max-w-[90rem] px-3 py-10 outline-none sm:px-6">
      <PageErreur {...proprietes} />
    </main>
  )
}
