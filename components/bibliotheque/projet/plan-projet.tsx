import Link from 'next/link'
import { joindre } from '@/components/ui/joindre'
import type { LignePlan } from '@/lib/presentation/bibliotheque/projet'
import { compter } from '@/lib/presentation/typographie'

/** Plan du projet : un lien par article, ce qui y a changé, ce qui a été retiré. */
export function PlanProjet({
  adresse,
  lignes,
  choisie,
  retirees,
}: {
  adresse: string
  lignes: readonly LignePlan[]
  choisie: string
  retirees: readonly string[]
}) {
  const visas = lignes.filter((l) => l.genre === 'visa')
  return (
    <nav aria-label="Plan du modèle" className="text-[0.9375rem]">
      <h2 className="mb-2 font-semibold max-lg:hidden">Plan</h2>
      {visas.length > 0 && (
        <details open={visas.some((l) => l.identite === choisie)} className="mb-2">
          <summary className="min-h-9 py-1.5 hover:text-accent">{compter(visas.length, 'visa')}</summary>
          <Lignes {...{ adresse, choisie }} lignes={visas} />
        </details>
      )}
      <Lignes {...{ adresse, choisie }} lignes={lignes.filter((l) => l.genre !== 'visa')} />
      {retirees.length > 0 && (
        <div className="mt-5 text-sm">
          <h3 className="mb-1 font-semibold">Retiré du modèle</h3>
          <ul className="space-y-1">
            {retirees.map((titre) => (
              <li key={titre}>
                <del>{titre}</del>
              </li>
            ))}
          </ul>
        </div>
      )}
    </nav>
  )
}

const Lignes = ({
  adresse,
  lignes,
  choisie,
}: {
  adresse: string
  lignes: readonly LignePlan[]
  choisie: string
}) => (
  <ol className="border-l border-trait">
    {lignes.map((l) => (
      <li key={l.identite}>
        <Link
          href={`${adresse}${adresse.includes('?') ? '&' : '?'}unite=${encodeURIComponent(l.identite)}`}
          aria-current={l.identite === choisie ? 'true' : undefined}
          scroll={false}
          className={joindre(
            '-ml-px block border-l-2 py-1.5 pr-1 no-underline hover:text-accent',
            l.identite === choisie
              ? 'border-accent font-medium text-accent'
              : 'border-transparent hover:border-accent',
            l.niveau > 1 ? 'pl-7 text-sm' : 'pl-3',
          )}
        >
          {l.nom}
          {l.marques.length > 0 && (
            <span className="block text-[0.8125rem] text-vigilance">{l.marques.join(', ')}</span>
          )}
        </Link>
      </li>
    ))}
  </ol>
)
