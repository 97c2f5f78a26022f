import Link from 'next/link'
import type { ReactNode } from 'react'

/** Avant la connexion : le nom, la page, rien d'autre. */
export default function GabaritPublic({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-trait bg-surface">
        <div className="mx-auto flex w-full max-w-6xl items-center px-4 py-4 sm:px-6">
          <Link href="/connexion" className="font-serif text-xl font-semibold text-encre no-underline">
            Trait d’union
          </Link>
        </div>
      </header>
      <main id="contenu" className="mx-auto w-full max-w-6xl flex-1 px-4 py-10 sm:px-6 sm:py-16">
        {children}
      </main>
    </div>
  )
}
