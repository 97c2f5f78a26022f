import { createElement, Fragment } from 'react'
import { CODES_THEME, THEMES } from '@/lib/domaine/engagement/themes'
import type { FiltresTableau } from '@/lib/lectures/tableau/filtres'
import type { CelluleMatrice, LigneMatrice } from '@/lib/lectures/tableau/matrice'
import type { CentreChoisi } from '@/lib/lectures/tableau/options'
import { adresseCentre, adresseMesures } from '@/lib/presentation/tableau/donnees'
import { DEBITEURS_DITS, jugementDit } from '@/lib/presentation/tableau/libelles'
import { typographier } from '@/lib/presentation/typographie'
import { CLASSES_TON, ICONES_TON } from '../ui/tons'
import { Grille } from './grille'

const TETE =
  'sticky top-0 bg-surface-2 border-b border-trait px-3 py-2 text-[0.8125rem] font-semibold align-bottom text-left'

/**
 * Engagements en lignes, rangés par thème, centres en colonnes : les promesses sont des phrases, les villes des mots. Chaque
 * case dit son jugement en mot et icône, et ouvre les mesures qui le portent.
 */
export function Matrice({
  lignes,
  centres,
  filtres,
}: {
  lignes: readonly LigneMatrice[]
  centres: readonly CentreChoisi[]
  filtres: FiltresTableau
}) {
  const themes = CODES_THEME.filter((t) => lignes.some((l) => l.theme === t))
  const premiere = themes[0] && lignes.find((l) => l.theme === themes[0])
  return (
    <Grille titre="Dernière période finie, par engagement et par centre">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className={`${TETE} left-0 z-30 min-w-72 text-encre-2`}>
            Engagement
          </th>
          {centres.map((c) => (
            <th key={c.code} role="columnheader" scope="col" className={`${TETE} z-20 min-w-32`}>
              <a className="lien" href={adresseCentre(c.code, filtres)}>
                {c.ville}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      {themes.map((t) => (
        <tbody key={t} role="rowgroup">
          <tr role="row">
            <th
              role="rowheader"
              scope="rowgroup"
              colSpan={centres.length + 1}
              className="border-b border-trait bg-fond px-3 py-1.5 text-left font-serif text-base font-semibold"
            >
              <span className="sticky left-3">{THEMES[t]}</span>
            </th>
          </tr>
          {lignes
            .filter((l) => l.theme === t)
            .map((l) => (
              <tr key={l.cle} role="row">
                <th
                  role="rowheader"
                  scope="row"
                  className="sticky left-0 z-10 max-w-96 min-w-72 border-b border-trait bg-surface px-3 py-2 text-left align-top font-medium"
                >
                  {typographier(l.libelle)}
                  <span className="block text-[0.8125rem] font-normal text-encre-2">
                    {DEBITEURS_DITS[l.debiteur]}
                  </span>
                </th>
                {centres.map((c, i) => (
                  <Fragment key={c.code}>
                    <Case
                      cellule={l.cellules.get(c.code)}
                      href={adresseMesures({ ...filtres, centre: c.code, engagement: l.cle })}
                      premiere={l === premiere && i === 0}
                    />
                  </Fragment>
                ))}
              </tr>
            ))}
        </tbody>
      ))}
    </Grille>
  )
}

function Case({
  cellule,
  href,
  premiere,
}: {
  cellule: CelluleMatrice | undefined
  href: string
  premiere: boolean
}) {
  const dit = cellule && jugementDit(cellule.jugement)
  return (
    <td
      role="gridcell"
      tabIndex={premiere ? 0 : -1}
      className="border-b border-trait p-1 align-top outline-offset-[-3px]"
    >
      {dit && cellule.jugement ? (
        <a
          href={href}
          tabIndex={-1}
          className={`flex min-h-8 items-start gap-1 rounded border px-1.5 py-1 text-[0.8125rem] leading-5 font-medium no-underline hover:underline ${CLASSES_TON[dit.ton]}`}
        >
          <IconeDuTon ton={dit.ton} />
          <span>
            {dit.mot}
            {cellule.contestee && <span className="block font-normal">contesté</span>}
          </span>
        </a>
      ) : (
        <span className="block px-1.5 py-1 text-[0.8125rem] leading-5 text-encre-2">
          {dit ? dit.mot : <span className="sr-only">Sans cet engagement</span>}
        </span>
      )}
    </td>
  )
}

/** L'icône d'un ton ; chaque ton a la sienne, la couleur ne dit jamais seule. */
function IconeDuTon({ ton }: { ton: keyof typeof ICONES_TON }) {
  return createElement(ICONES_TON[ton], { 'aria-hidden': true, size: 14, className: 'mt-0.75 shrink-0' })
}
