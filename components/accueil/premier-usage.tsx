import { LienBouton } from '@/components/ui/lien-bouton'
import type { CentreASuivre } from '@/lib/lectures/accueil/lire-accueil'

/** Aucune convention encore : dire par où commencer, ville par ville. */
export function PremierUsage({ centres }: { centres: readonly CentreASuivre[] }) {
  const villes = [...new Map(centres.filter((c) => !c.convention).map((c) => [c.ville, c])).values()]
  return (
    <section className="mb-10 max-w-4xl border-y border-trait bg-surface px-4 py-8 sm:px-8">
      <h2 className="font-serif text-2xl font-semibold">Par où commencer</h2>
      <p className="mt-2 max-w-lecture text-pretty">
        Choisissez une ville : le brouillon se remplit avec les fiches, et vous dit ce qui manque. Une
        convention est déjà signée ? Reprenez-la : le scan et les dates suffisent.
      </p>
      <ul className="mt-5 flex flex-wrap gap-2">
        {villes.slice(0, 12).map((c) => (
          <li key={c.code}>
            <LienBouton variante="secondaire" href={`/conventions/nouvelle?cms=${c.code}`}>
              Préparer la convention {c.deVille}
            </LienBouton>
          </li>
        ))}
      </ul>
      <p className="mt-5 flex flex-wrap gap-2">
        <LienBouton href="/conventions/reprise">Reprendre une convention signée</LienBouton>
        <LienBouton variante="discret" href="/bibliotheque">
          Lire les modèles
        </LienBouton>
      </p>
    </section>
  )
}
