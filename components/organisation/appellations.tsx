import type { FicheGroupe } from '@/lib/lectures/organisation/groupes'
import { dateEnLettres } from '@/lib/presentation/dates'
import { Section } from './section'

/** Noms successifs : une convention garde celui de son époque. */
export const AppellationsListe = ({ appellations }: Pick<FicheGroupe, 'appellations'>) => (
  <Section id="appellations" titre="Noms du groupe" complement="Une convention garde le nom de son époque.">
    {appellations.length === 0 ? (
      <p className="text-encre-2">Non renseigné.</p>
    ) : (
      <ul className="divide-y divide-trait border-y border-trait">
        {appellations.map((a) => (
          <li key={a.depuis} className="py-2.5">
            <span className="font-medium">{a.nom}</span> ({a.sigle})
            <span className="block text-sm text-encre-2">
              {a.jusqua
                ? `du ${dateEnLettres(a.depuis)} jusqu’à la veille du ${dateEnLettres(a.jusqua)}`
                : `attesté depuis ${a.depuis.slice(0, 4)}`}
              , références en «{'\u00a0'}
              {a.codeReference}
              {'\u00a0'}»
            </span>
          </li>
        ))}
      </ul>
    )}
  </Section>
)
