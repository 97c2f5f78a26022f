'use client'

import { useRef } from 'react'
import type { CelluleBesoin, CelluleOffre, Comparaison } from '@/lib/domaine/organisation/comparaison'
import { CATEGORIE, NATURE_BESOIN } from '@/lib/presentation/organisation/libelles'
import { CelluleDeLOffre, CelluleDuBesoin } from './cellule-comparaison'
import { deplacer } from './navigation-grille'

type Section = {
  cle: string
  titre: string
  lignes: { cle: string; libelle: string; cellules: (CelluleBesoin | CelluleOffre)[] }[]
}

/** Besoins d'abord, offre ensuite : ce qui manque, puis ce qui existe. */
const sectionsDe = ({ besoins, offre }: Comparaison): Section[] => [
  ...besoins.map((s) => ({
    cle: s.nature,
    titre: `Besoins\u00a0: ${NATURE_BESOIN[s.nature].toLowerCase()}`,
    lignes: s.lignes,
  })),
  ...offre.map((s) => ({ cle: s.categorie, titre: CATEGORIE[s.categorie], lignes: s.lignes })),
]

/**
 * Spécialités en lignes, centres en colonnes, en-têtes collants ; empilé par spécialité sur un écran étroit. Les
 * flèches passent d'une case à l'autre, Entrée ouvre le besoin. Les rôles sont écrits : l'empilement les perdrait.
 */
export function TableauComparatif({ comparaison }: { comparaison: Comparaison }) {
  const grille = useRef<HTMLTableElement>(null)
  const { centres } = comparaison
  const sections = sectionsDe(comparaison)
  let rang = 0
  return (
    <div className="defilant max-h-[80vh] overflow-auto rounded-md border border-trait bg-surface print:max-h-none max-sm:max-h-none">
      <table
        ref={grille}
        role="grid"
        aria-label="Besoins et offre par spécialité et par centre"
        onKeyDown={(e) => deplacer(grille.current, e)}
        className="w-full border-separate border-spacing-0 text-sm max-sm:block"
      >
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            <th role="columnheader" scope="col" className={`${TETE} left-0 z-30 min-w-44 text-left`}>
              Spécialité
            </th>
            {centres.map((c) => (
              <th key={c.code} role="columnheader" scope="col" className={`${TETE} z-20 min-w-36 text-left`}>
                {nomDeColonne(c, centres)}
              </th>
            ))}
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.cle} role="rowgroup" className="max-sm:block">
            <tr role="row" className="max-sm:block">
              <th
                role="rowheader"
                scope="rowgroup"
                colSpan={centres.length + 1}
                className="border-b border-trait bg-fond px-3 pt-5 pb-1.5 text-left font-serif text-base font-semibold max-sm:block"
              >
                <span className="sticky left-3">{section.titre}</span>
              </th>
            </tr>
            {section.lignes.map((ligne) => (
              <tr
                key={ligne.cle}
                role="row"
                className="max-sm:block max-sm:border-b max-sm:border-trait max-sm:py-2"
              >
                <th
                  role="rowheader"
                  scope="row"
                  className="sticky left-0 z-10 border-r border-b border-trait bg-surface px-3 py-2 text-left align-top font-medium max-sm:static max-sm:block max-sm:border-0"
                >
                  {ligne.libelle}
                </th>
                {ligne.cellules.map((cellule, i) => (
                  <td
                    key={centres[i]?.code}
                    role="gridcell"
                    tabIndex={rang++ === 0 ? 0 : -1}
                    className="border-b border-trait px-3 py-2 align-top max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:border-0 max-sm:py-1"
                  >
                    <span aria-hidden className="text-encre-2 sm:hidden">
                      {centres[i] && nomDeColonne(centres[i], centres)}
                    </span>
                    {typeof cellule === 'string' ? (
                      <CelluleDeLOffre etat={cellule} />
                    ) : (
                      <CelluleDuBesoin cellule={cellule} centre={centres[i]?.code ?? ''} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const TETE =
  'sticky top-0 border-b border-trait bg-surface-2 px-3 py-2 align-bottom text-[0.8125rem] font-semibold text-encre-2'

/** La ville suffit, sauf quand elle a plusieurs centres. */
function nomDeColonne(centre: Comparaison['centres'][number], tous: Comparaison['centres']): string {
  const memes = tous.filter((c) => c.ville === centre.ville)
  return memes.length === 1
    ? centre.ville
    : `${centre.ville} (${centre.nom.replace('Centre municipal de santé ', '')})`
}
