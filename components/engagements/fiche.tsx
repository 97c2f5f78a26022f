import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import type { EngagementLu, MesureLue, PorteeLue } from '@/lib/lectures/engagement/lire-engagements'
import { adresseEngagement } from '@/lib/presentation/conventions/adresses'
import {
  cibleDite,
  conditionDite,
  DEBITEURS_DITS,
  JUGEMENTS_DITS,
  periodeDite,
  RECURRENCES_DITES,
  rapportDit,
} from '@/lib/presentation/engagement/mots'
import { compter, dateEnLettres } from '@/lib/presentation/typographie'
import { ConstaterCondition } from './constater'
import { ReglerEngagement } from './regler'
import type { GestesEngagement } from './types'

type Proprietes = {
  engagement: EngagementLu
  reference: string
  jour: string
  gestes: GestesEngagement | null
}

/** Une promesse : ce qui est dû, par qui, la cible en vigueur, où l'on en est, et d'où tout cela vient. */
export function FicheEngagement({ engagement: e, reference, jour, gestes }: Proprietes) {
  const ferme = e.fermeLe !== null && e.fermeLe < jour
  return (
    <li
      id={`e-${e.id}`}
      className="grid scroll-mt-24 gap-x-10 gap-y-3 py-5 lg:grid-cols-[minmax(0,1fr)_17rem]"
    >
      <div className="min-w-0">
        <h3 className="font-semibold">{e.libelle}</h3>
        <p className="mt-1">{cibleDite(e.cible)}</p>
        <p className="mt-1 text-sm text-encre-2">
          {[DEBITEURS_DITS[e.debiteur], e.article ?? 'Ajouté hors du texte', rythmeDit(e)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {e.motif && <p className="mt-1 text-sm text-encre-2">Motif de l’ajout : {e.motif}</p>}
        {e.valeurAbsente && (
          <p className="mt-2 text-sm text-vigilance">
            Plus aucun article en vigueur n’écrit cette valeur : vérifiez que la promesse tient encore.
          </p>
        )}
        <Condition engagement={e} gestes={gestes} />
        <Portees engagement={e} gestes={gestes} />
        <Histoire engagement={e} />
        <Referents engagement={e} />
      </div>
      <div className="flex flex-col items-start gap-2 text-sm lg:items-end lg:text-right">
        <Etat engagement={e} ferme={ferme} />
        {e.exigibleLe !== null && (
          <Link href={adresseEngagement(reference, e.id)} className="lien">
            Mesures<span className="sr-only"> : {e.libelle}</span>
          </Link>
        )}
        {gestes && !ferme && <ReglerEngagement engagement={e} regler={gestes.regler} />}
      </div>
    </li>
  )
}

const rythmeDit = (e: EngagementLu): string =>
  e.recurrence ? `mesuré ${RECURRENCES_DITES[e.recurrence]}` : ''

function Etat({ engagement: e, ferme }: { engagement: EngagementLu; ferme: boolean }) {
  if (e.exigibleLe === null) return <Etiquette ton="inconnu">Pas encore exigible</Etiquette>
  return (
    <>
      {ferme && e.fermeLe && <Etiquette ton="neutre">Clos le {dateEnLettres(e.fermeLe)}</Etiquette>}
      {e.dernieres.length === 0 && !ferme && <Etiquette ton="neutre">Première période en cours</Etiquette>}
      {e.dernieres.map((m) => (
        <Derniere key={m.portee} mesure={m} engagement={e} />
      ))}
      {e.enAttente > 0 && <p className="text-encre-2">{compter(e.enAttente, 'période')} sans mesure</p>}
    </>
  )
}

function Derniere({ mesure: m, engagement: e }: { mesure: MesureLue; engagement: EngagementLu }) {
  const dit = JUGEMENTS_DITS[m.jugement]
  const portee = e.portees.find((p) => p.code === m.portee)?.libelle
  return (
    <div className="flex flex-col items-start gap-0.5 lg:items-end">
      <Etiquette ton={dit.ton}>{dit.libelle}</Etiquette>
      <span className="text-encre-2">
        {portee && `${portee}, `}
        {periodeDite(m, e.recurrence)}
      </span>
      {m.numerateur !== null && m.denominateur !== null && (
        <span className="tabular-nums">{rapportDit(m.numerateur, m.denominateur)}</span>
      )}
    </div>
  )
}

function Condition({ engagement: e, gestes }: { engagement: EngagementLu; gestes: GestesEngagement | null }) {
  if (e.condition === null) return null
  return (
    <div className="mt-3 border-l-2 border-inconnu-trait pl-3 text-sm">
      <p>
        <span className="text-encre-2">Condition : </span>
        {conditionDite(e.condition)}
      </p>
      {e.exigibleLe ? (
        <Constat le={e.exigibleLe} preuve={e.exigiblePreuve} par={e.exigibleParNom} />
      ) : (
        e.equipementDepuis && (
          <p className="text-encre-2">
            D’après les fiches, l’équipement est en service des deux côtés depuis le{' '}
            {dateEnLettres(e.equipementDepuis)}.
          </p>
        )
      )}
      {gestes && (
        <ConstaterCondition
          engagement={e}
          portee={null}
          propose={e.exigibleLe ?? e.equipementDepuis}
          deja={e.exigibleLe !== null}
          constater={gestes.constater}
        />
      )}
    </div>
  )
}

function Constat({ le, preuve, par }: { le: string; preuve: string | null; par: string | null }) {
  return (
    <p className="text-encre-2">
      Remplie le {dateEnLettres(le)}
      {preuve && ` : ${preuve}`}
      {par && ` (constaté par ${par})`}
    </p>
  )
}

function Portees({ engagement: e, gestes }: { engagement: EngagementLu; gestes: GestesEngagement | null }) {
  if (e.portees.length === 0) return null
  return (
    <ul className="mt-3 flex flex-col gap-2 text-sm">
      {e.portees.map((p: PorteeLue) => (
        <li key={p.code} className="border-l-2 border-inconnu-trait pl-3">
          <p>
            <span className="font-medium">{p.libelle}</span>
            {p.exigibleLe && (
              <span className="text-encre-2"> : exigible depuis le {dateEnLettres(p.exigibleLe)}</span>
            )}
            {!p.exigibleLe && p.condition && (
              <span className="text-encre-2"> : pas encore exigible. {conditionDite(p.condition)}</span>
            )}
          </p>
          {p.condition && p.exigiblePreuve && p.exigibleLe && (
            <Constat le={p.exigibleLe} preuve={p.exigiblePreuve} par={p.exigibleParNom} />
          )}
          {gestes && p.condition && (
            <ConstaterCondition
              engagement={e}
              portee={p}
              propose={p.exigibleLe}
              deja={p.exigibleLe !== null}
              constater={gestes.constater}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Histoire({ engagement: e }: { engagement: EngagementLu }) {
  if (e.cibles.length < 2) return null
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer text-accent">
        La cible a changé {e.cibles.length === 2 ? 'une fois' : `${e.cibles.length - 1} fois`}
      </summary>
      <ol className="mt-2 flex flex-col gap-1 border-l border-trait pl-3">
        {e.cibles.map((c) => (
          <li key={c.depuis}>
            <span className="text-encre-2">
              {c.jusqua
                ? `Du ${dateEnLettres(c.depuis)} au ${dateEnLettres(c.jusqua)}`
                : `Depuis le ${dateEnLettres(c.depuis)}`}
              {c.rang > 0 && `, par l’avenant n°\u00a0${c.rang}`} :
            </span>{' '}
            {cibleDite(c.cible)}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Referents({ engagement: { referents } }: { engagement: EngagementLu }) {
  const dits = (['hopital', 'centre'] as const).flatMap((cote) => {
    const { fonction, personne } = referents[cote]
    const qui = [personne, fonction].filter(Boolean).join(', ')
    return qui ? [`${cote === 'hopital' ? 'À l’hôpital' : 'Au centre'}\u00a0: ${qui}`] : []
  })
  return dits.length ? <p className="mt-2 text-sm text-encre-2">{dits.join(' · ')}</p> : null
}
