import Link from 'next/link'

export type Etape = { libelle: string; href?: string }

/** Où l'on est. Le dernier maillon est la page. */
export function FilAriane({ etapes }: { etapes: readonly Etape[] }) {
  return (
    <nav aria-label="Vous êtes ici" className="sans-impression">
      <ol className="flex flex-wrap gap-x-2 text-sm text-encre-2">
        {etapes.map((etape, rang) => {
          const derniere = rang === etapes.length - 1
          return (
            <li key={`${etape.href ?? ''}-${etape.libelle}`} className="flex min-w-0 gap-2">
              {rang > 0 && <span aria-hidden>›</span>}
              {etape.href && !derniere ? (
                <Link href={etape.href} className="lien">
                  {etape.libelle}
                </Link>
              ) : (
                <span aria-current={derniere ? 'page' : undefined}>{etape.libelle}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
