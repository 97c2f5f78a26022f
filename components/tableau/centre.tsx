import type { FiltresTableau } from '@/lib/lectures/tableau/filtres'
import type {
  ASaisir,
  BesoinDuCentre,
  PromesseDuCentre,
  TexteEnVigueur,
} from '@/lib/lectures/tableau/lire-centre'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { dateEnLettres } from '@/lib/presentation/dates'
import type { Echeance } from '@/lib/presentation/echeances'
import { reponse } from '@/lib/presentation/organisation/libelles'
import { adresseMesures } from '@/lib/presentation/tableau/donnees'
import {
  cibleDite,
  conditionDite,
  constatDit,
  JUGEMENTS_DITS,
  jugementDit,
} from '@/lib/presentation/tableau/libelles'
import { typographier } from '@/lib/presentation/typographie'
import { Etiquette } from '../ui/etiquette'
import { Partie } from './pieces'

type Proprietes = {
  promesses: readonly PromesseDuCentre[]
  filtres: FiltresTableau
  vide: string
  pasEncore?: boolean
}

/** Une promesse par ligne : ce qui est promis et sa cible, ce qui a été constaté, le jugement. */
export function Promesses({ promesses, filtres, vide, pasEncore }: Proprietes) {
  if (promesses.length === 0) return <p className="text-encre-2">{vide}</p>
  return (
    <ul className="border-t border-trait">
      {promesses.map((p) => (
        <li
          key={`${p.reference}-${p.cle}-${p.portee ?? ''}`}
          className="grid gap-x-6 gap-y-1 border-b border-trait py-2.5 sm:grid-cols-[1fr_15rem] print:grid-cols-[1fr_24rem] print:py-0.5"
        >
          <div className="min-w-0">
            <p className="font-medium">
              {typographier(p.libelle)}
              {p.portee && <span className="font-normal"> ({p.portee})</span>}
            </p>
            <p className="text-sm text-encre-2">
              {pasEncore
                ? p.exigibleLe
                  ? `À partir du ${dateEnLettres(p.exigibleLe)}`
                  : conditionDite(p.condition)
                : cibleDite(p.cible)}
            </p>
          </div>
          {!pasEncore && <Constat promesse={p} filtres={filtres} />}
        </li>
      ))}
    </ul>
  )
}

function Constat({ promesse: p, filtres }: { promesse: PromesseDuCentre; filtres: FiltresTableau }) {
  const dit = jugementDit(p.jugement)
  const constat = constatDit(p)
  return (
    <div className="text-sm print:flex print:items-baseline print:gap-3">
      <a
        className="shrink-0 no-underline hover:underline"
        href={adresseMesures({ ...filtres, engagement: p.cle })}
      >
        <Etiquette ton={dit.ton}>{`${dit.mot}${p.contestee ? ', contesté' : ''}`}</Etiquette>
        {constat && <span className="ml-2 tabular-nums">{constat}</span>}
      </a>
      <p className="text-[0.8125rem] text-encre-2">
        {p.fin && p.jugement
          ? `Au ${dateEnLettres(p.fin)}`
          : p.prochaine
            ? `Première mesure au ${dateEnLettres(p.prochaine)}`
            : ''}
        {p.avant && p.avant !== p.jugement && (
          <span className="block">
            {typographier(`Avant : ${JUGEMENTS_DITS[p.avant].mot.toLowerCase()}`)}
          </span>
        )}
      </p>
    </div>
  )
}

type Dates = {
  sien: boolean
  aSaisir: readonly ASaisir[]
  dates: readonly { le: string; libelles: string[] }[]
  echeances: readonly Echeance[]
}

/** Ce qui reste à saisir, puis les dates qui viennent. */
export const MesDates = ({ sien, aSaisir, dates, echeances }: Dates) => (
  <div className="grid gap-x-10 md:grid-cols-2 print:grid-cols-2">
    <Partie titre={sien ? 'Ce que je dois saisir' : 'Ce que le centre doit saisir'}>
      {aSaisir.length === 0 ? (
        <p className="text-encre-2">Tout est à jour.</p>
      ) : (
        <ul className="border-t border-trait">
          {aSaisir.map((a) => (
            <li key={`${a.libelle}-${a.fin}-${a.portee ?? ''}`} className="border-b border-trait py-2">
              {typographier(a.libelle)}
              {a.portee && ` (${a.portee})`}
              <span className="block text-sm text-encre-2">Période finie le {dateEnLettres(a.fin)}</span>
            </li>
          ))}
        </ul>
      )}
    </Partie>
    <Partie titre="Prochaines dates">
      {dates.length + echeances.length === 0 ? (
        <p className="text-encre-2">Aucune date connue.</p>
      ) : (
        <ul className="border-t border-trait">
          {dates.map((d) => (
            <li key={d.le} className="border-b border-trait py-2">
              <strong className="font-semibold">{dateEnLettres(d.le)}</strong> : fin d’une période à mesurer
              <span className="block text-sm text-encre-2">{typographier(d.libelles.join(' ; '))}</span>
            </li>
          ))}
          {echeances.map((e) => (
            <li key={e.cle} className="border-b border-trait py-2">
              <strong className="font-semibold">{dateEnLettres(e.le)}</strong> : {e.phrase}
            </li>
          ))}
        </ul>
      )}
    </Partie>
  </div>
)

export const Besoins = ({
  besoins,
  sien,
  code,
}: {
  besoins: readonly BesoinDuCentre[]
  sien: boolean
  code: string
}) =>
  besoins.length === 0 ? null : (
    <Partie
      titre={sien ? 'Ce que j’ai demandé' : 'Ce que le centre a demandé'}
      exports={
        <a className="lien sans-impression text-sm" href={`/cms/${encodeURIComponent(code)}`}>
          Fiche du centre
        </a>
      }
    >
      <ul className="columns-1 gap-10 border-t border-trait sm:columns-2">
        {besoins.map((b, i) => {
          const r = reponse(b.reponse)
          return (
            <li
              key={i}
              className="flex break-inside-avoid justify-between gap-4 border-b border-trait py-1.5"
            >
              <span className="min-w-0">{typographier(b.libelle)}</span>
              <span className="shrink-0">
                <Etiquette ton={r.ton}>{r.mot}</Etiquette>
              </span>
            </li>
          )
        })}
      </ul>
    </Partie>
  )

export const Textes = ({ textes }: { textes: readonly TexteEnVigueur[] }) => (
  <Partie titre="Textes en vigueur">
    {textes.length === 0 ? (
      <p className="text-encre-2">Aucune convention en vigueur.</p>
    ) : (
      <ul className="border-t border-trait">
        {textes.map((t) => (
          <li key={t.reference} className="border-b border-trait py-2">
            <a className="lien" href={`${adresseConvention(t.reference)}/en-vigueur`}>
              {typographier(t.titre)}
            </a>
            <span className="block text-sm text-encre-2">
              {t.reference}
              {t.effet && `, depuis le ${dateEnLettres(t.effet)}`}
              {t.fin && `, jusqu’au ${dateEnLettres(t.fin)}`}
            </span>
          </li>
        ))}
      </ul>
    )}
  </Partie>
)
