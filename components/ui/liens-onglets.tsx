import Link from 'next/link'
import type { ReactNode } from 'react'
import { joindre } from './joindre'
import { NavDefilante } from './nav-defilante'

export type LienOnglet = { href: string; libelle: ReactNode; actif?: boolean }

/** Onglets qui sont des pages : des liens, qui marchent sans script, chacun avec son adresse. */
export function LiensOnglets({ libelle, liens }: { libelle: string; liens: readonly LienOnglet[] }) {
  return (
    <NavDefilante libelle={libelle} className="sans-impression mb-6 overflow-x-auto border-b border-trait">
      <ul className="flex gap-1">
        {liens.map((lien) => (
          <li key={lien.href}>
            <Link
              href={lien.href}
              aria-current={lien.actif ? 'page' : undefined}
              className={joindre(
                'flex min-h-11 items-center gap-2 border-b-3 px-3 whitespace-nowrap no-underline outline-offset-[-3px]',
                lien.actif
                  ? 'border-accent font-medium text-accent'
                  : 'border-transparent text-encre-2 hover:text-encre',
              )}
            >
              {lien.libelle}
            </Link>
          </li>
        ))}
      </ul>
    </NavDefilante>
  )
}
