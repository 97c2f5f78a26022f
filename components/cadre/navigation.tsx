'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { joindre } from '../ui/joindre'
import type { Destination } from './destinations'

const estIci = (chemin: string, href: string): boolean =>
  href === '/' ? chemin === '/' : chemin === href || chemin.startsWith(`${href}/`)

/** Liens principaux ; celui de la page est dit et souligné. */
export function Navigation({ liens, colonne }: { liens: readonly Destination[]; colonne?: boolean }) {
  const chemin = usePathname()
  return (
    <ul className={joindre('flex', colonne ? 'flex-col' : 'h-full items-stretch gap-1')}>
      {liens.map((lien) => {
        const ici = estIci(chemin, lien.href)
        return (
          <li key={lien.href} className="flex">
            <Link
              href={lien.href}
              aria-current={ici ? (chemin === lien.href ? 'page' : 'true') : undefined}
              className={joindre(
                'flex min-h-11 flex-1 items-center px-2.5 text-[0.9375rem] whitespace-nowrap no-underline',
                colonne ? 'border-l-3' : 'border-y-3 border-t-transparent',
                ici
                  ? 'border-b-accent border-l-accent font-semibold text-accent'
                  : 'border-transparent hover:text-accent',
              )}
            >
              {lien.libelle}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
