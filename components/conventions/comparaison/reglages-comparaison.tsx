import Link from 'next/link'
import type { ReactNode } from 'react'
import { joindre } from '@/components/ui/joindre'
import type { CoteCompare } from '@/lib/domaine/acte/cotes'
import { adresseComparaison } from '@/lib/presentation/conventions/adresses'
import type { Reglages } from '@/lib/presentation/conventions/versions'

type Proprietes = {
  reference: string
  de: CoteCompare
  a: CoteCompare
  reglages: Reglages
  /** La version comparée à emporter. */
  documents: ReactNode
}

/** Comment lire la comparaison : un texte ou deux colonnes, ce qui change ou tout. */
export function ReglagesComparaison({ reference, de, a, reglages, documents }: Proprietes) {
  const vers = (r: Partial<Reglages>) => {
    const { vue, montrer } = { ...reglages, ...r }
    return adresseComparaison(reference, de, a, {
      vue: vue === 'colonnes' ? vue : undefined,
      montrer: montrer === 'tout' ? montrer : undefined,
    })
  }
  return (
    <div className="sans-impression mt-4 flex flex-wrap items-start gap-x-6 gap-y-2 border-y border-trait py-2">
      <Bascule
        libelle="Présentation"
        choix={[
          { libelle: 'Un seul texte', href: vers({ vue: 'fondu' }), actif: reglages.vue === 'fondu' },
          { libelle: 'Deux colonnes', href: vers({ vue: 'colonnes' }), actif: reglages.vue === 'colonnes' },
        ]}
      />
      <Bascule
        libelle="Étendue"
        choix={[
          {
            libelle: 'Ce qui change',
            href: vers({ montrer: 'changements' }),
            actif: reglages.montrer === 'changements',
          },
          { libelle: 'Tout le texte', href: vers({ montrer: 'tout' }), actif: reglages.montrer === 'tout' },
        ]}
      />
      <div className="sm:ml-auto">{documents}</div>
    </div>
  )
}

type Choix = { libelle: string; href: string; actif: boolean }

export const Bascule = ({ libelle, choix }: { libelle: string; choix: readonly Choix[] }) => (
  <nav aria-label={libelle}>
    <ul className="flex">
      {choix.map((c) => (
        <li key={c.libelle}>
          <Link
            href={c.href}
            scroll={false}
            aria-current={c.actif ? 'true' : undefined}
            className={joindre(
              'flex min-h-9 items-center px-2.5 text-sm pointer-coarse:min-h-11',
              c.actif ? 'font-semibold text-encre no-underline' : 'text-accent underline underline-offset-3',
            )}
          >
            {c.libelle}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
