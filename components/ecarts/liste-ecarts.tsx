import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import { estEcart } from '@/lib/domaine/modele/ecarts'
import type { ArticleDuRegistre, LigneEcarts } from '@/lib/lectures/ecarts/lire-registre'
import { nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { adresseEcart, celluleDite, ETATS_DITS, nomDArticle } from '@/lib/presentation/ecarts/libelles'
import { compter, typographier } from '@/lib/presentation/typographie'

/** Les mêmes écarts, centre par centre : pour un écran étroit, un lecteur d'écran, ou une lecture suivie. */
export const ListeEcarts = ({
  lignes,
  articles,
}: {
  lignes: readonly LigneEcarts[]
  articles: readonly ArticleDuRegistre[]
}) => (
  <ol className="max-w-4xl border-t border-trait">
    {lignes.map((l) => {
      const montres = articles.flatMap((a) => {
        const c = l.cellules.get(a.identite)
        return c && estEcart(c.etat) ? [{ a, c }] : []
      })
      return (
        <li key={l.acteId} className="flex flex-col gap-2 border-b border-trait py-4">
          <h2 className="font-serif text-lg font-semibold">
            <Link className="no-underline hover:text-accent" href={adresseEcart(l.reference)}>
              {l.centres.join(', ') || l.titre}
            </Link>
          </h2>
          <p className="text-sm text-encre-2">
            {l.reference}, {nomDeVersion(l.version).replace('Version', 'version')}.{' '}
            {l.ecarts ? compter(l.ecarts, 'écart') : 'Aucun écart'}
          </p>
          {montres.length > 0 && (
            <ul className="flex flex-col gap-2">
              {montres.map(({ a, c }) => (
                <li key={a.identite} className="flex flex-col items-start gap-0.5">
                  <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <Etiquette ton={ETATS_DITS[c.etat].ton}>{celluleDite(c)}</Etiquette>
                    <Link className="lien" href={adresseEcart(l.reference, c.exemplaire)} prefetch={false}>
                      {nomDArticle(a)}
                    </Link>
                  </span>
                  {c.motif && <span className="text-sm text-encre-2">Motif : {typographier(c.motif)}</span>}
                </li>
              ))}
            </ul>
          )}
        </li>
      )
    })}
  </ol>
)
