import type { BlocTexte } from '@/lib/documents/blocs/blocs'
import { BlocHtml } from '@/lib/documents/html'

/** Ce que le fichier dit et qui n'a pas trouvé d'article : à lire et à ranger par une personne. */
export function HorsPlace({
  passages,
}: {
  passages: readonly { titre: string | null; blocs: readonly BlocTexte[] }[]
}) {
  if (passages.length === 0) return null
  return (
    <section aria-labelledby="titre-hors-place" className="mt-8 border-t border-trait pt-5">
      <h3 id="titre-hors-place" className="font-semibold">
        À ranger
      </h3>
      <p className="mb-3 max-w-lecture text-encre-2">
        Ces passages du fichier ne correspondent à aucun article de la version envoyée. Ils n’entrent nulle
        part d’eux-mêmes.
      </p>
      <div className="feuille feuille-comparee space-y-5">
        {passages.map((p, i) => (
          <div key={i} className="doc border-l-3 border-vigilance pl-4" lang="fr-FR">
            {p.titre && <p className="font-semibold">{p.titre}</p>}
            {p.blocs.map((b, j) => (
              <BlocHtml key={j} bloc={b} decalageTitres={2} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}
