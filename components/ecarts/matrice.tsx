import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import { Tableau, Td, Th, Tr } from '@/components/ui/tableau'
import { estEcart } from '@/lib/domaine/modele/ecarts'
import type { ArticleDuRegistre, CelluleEcart, LigneEcarts } from '@/lib/lectures/ecarts/lire-registre'
import { nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import {
  adresseEcart,
  celluleCourte,
  celluleDite,
  ETATS_DITS,
  nomDArticle,
} from '@/lib/presentation/ecarts/libelles'

/** Centre × article : ce qui s'écarte se voit et s'ouvre, ce qui est conforme se tait. */
export const Matrice = ({
  lignes,
  articles,
}: {
  lignes: readonly LigneEcarts[]
  articles: readonly ArticleDuRegistre[]
}) => (
  <Tableau titre="Écarts par centre et par article" hauteurMax="75dvh">
    <thead>
      <tr>
        <Th className="left-0 z-20 min-w-56">Centre</Th>
        {articles.map((a) => (
          <Th key={a.identite} className="min-w-32 max-w-44">
            <span className="line-clamp-3">{nomDArticle(a)}</span>
          </Th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lignes.map((l) => (
        <Tr key={l.acteId}>
          <Th scope="row" className="sticky left-0 z-10 min-w-56 bg-surface">
            <Link className="lien" href={adresseEcart(l.reference)}>
              {l.centres.join(', ') || l.titre}
            </Link>
            <span className="block text-[0.8125rem] font-normal text-encre-2">
              {l.reference}, {nomDeVersion(l.version).replace('Version', 'version')}
            </span>
          </Th>
          {articles.map((a) => (
            <Td key={a.identite}>
              <Cellule ligne={l} cellule={l.cellules.get(a.identite)} />
            </Td>
          ))}
        </Tr>
      ))}
    </tbody>
  </Tableau>
)

function Cellule({ ligne, cellule: c }: { ligne: LigneEcarts; cellule: CelluleEcart | undefined }) {
  if (!c) return <span className="sr-only">Absent de cette version du modèle</span>
  if (!estEcart(c.etat))
    return (
      <span className="text-encre-2">
        <span aria-hidden>{c.etat === 'conforme' ? '·' : '–'}</span>
        <span className="sr-only">{ETATS_DITS[c.etat].mot}</span>
      </span>
    )
  return (
    <Link
      href={adresseEcart(ligne.reference, c.exemplaire)}
      className="inline-block no-underline hover:underline"
      title={celluleDite(c)}
      prefetch={false}
    >
      <Etiquette ton={ETATS_DITS[c.etat].ton}>{celluleCourte(c)}</Etiquette>
      {c.motif && <span className="mt-0.5 line-clamp-2 block max-w-40 text-xs text-encre-2">{c.motif}</span>}
    </Link>
  )
}
