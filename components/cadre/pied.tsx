import Link from 'next/link'

const LIENS = [
  { href: '/accessibilite', libelle: 'Accessibilité\u00a0: non conforme' },
  { href: '/mentions-legales', libelle: 'Mentions légales' },
  { href: '/donnees-personnelles', libelle: 'Données personnelles' },
]

/** Pied de toutes les pages ; en démonstration, il dit que rien n'y est vrai. */
export function Pied({ demonstration = false }: { demonstration?: boolean }) {
  return (
    <footer className="sans-impression mt-auto border-t border-trait text-sm text-encre-2">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center justify-between gap-x-8 gap-y-2 px-3 py-5 sm:px-6">
        <p>
          {demonstration && 'Démonstration\u00a0: les actes, leurs dates et leurs signataires sont fictifs. '}
          Aucune donnée de patient dans cette application.
        </p>
        <nav aria-label="Informations légales">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {LIENS.map((lien) => (
              <li key={lien.href}>
                <Link href={lien.href} className="lien inline-flex min-h-8 items-center">
                  {lien.libelle}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
