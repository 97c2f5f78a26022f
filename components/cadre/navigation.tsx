'use client'

import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { joindre } from '../ui/joindre'
import { Depliant } from './depliant'
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

/** Au-delà, les liens ne tiendraient plus en tête à 1088 px de large. */
const EN_LIGNE = 6

/** Liens en ligne ; quand ils sont trop nombreux, les derniers se déplient sous « Plus », qui dit si la page y est. */
export function NavigationEnLigne({ liens }: { liens: readonly Destination[] }) {
  const chemin = usePathname()
  if (liens.length <= EN_LIGNE) return <Navigation liens={liens} />
  const reste = liens.slice(EN_LIGNE - 1)
  const ici = reste.find((lien) => estIci(chemin, lien.href))
  return (
    <div className="flex h-full items-center gap-1">
      <Navigation liens={liens.slice(0, EN_LIGNE - 1)} />
      <Depliant
        classePanneau="left-0 w-60"
        resume={
          <span
            className={joindre(
              'flex items-center gap-1 text-[0.9375rem] whitespace-nowrap',
              ici && 'font-semibold text-accent',
            )}
          >
            {ici ? ici.libelle : 'Plus'}
            <ChevronDown aria-hidden size={16} />
            {ici && <span className="sr-only">, et d’autres pages</span>}
          </span>
        }
      >
        <Navigation liens={reste} colonne />
      </Depliant>
    </div>
  )
}
