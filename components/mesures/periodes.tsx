import { Lock } from 'lucide-react'
import { Etiquette } from '@/components/ui/etiquette'
import type { Recurrence } from '@/lib/domaine/engagement/declaration'
import type { CorrectionLue, MesureEntiere, Parole } from '@/lib/lectures/mesure/lire-mesures'
import { adresseFichier } from '@/lib/presentation/conventions/adresses'
import { constatDit, ETATS_DITS } from '@/lib/presentation/engagement/mesures'
import { cibleDite, JUGEMENTS_DITS, periodeDite } from '@/lib/presentation/engagement/mots'
import { compter, dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { DireMesure } from './dire-mesure'
import { GestesMesure } from './gestes'
import type { ActionsMesure } from './types'

type Commun = { libelle: string; recurrence: Recurrence | null; jour: string; actions: ActionsMesure }
type Proprietes = Commun & { mesures: readonly MesureEntiere[] }

/** Les périodes commencées d'un engagement, la plus récente d'abord : la cible d'alors, le constat, ce que chacun en dit. */
export const PeriodesMesurees = ({ mesures, ...commun }: Proprietes) => (
  <ol className="divide-y divide-trait border-y border-trait">
    {mesures.map((m) => (
      <Periode key={m.mesureId} mesure={m} {...commun} />
    ))}
  </ol>
)

function Periode({ mesure: m, libelle, recurrence, jour, actions }: Commun & { mesure: MesureEntiere }) {
  const periode = periodeDite(m, recurrence)
  const dite = `${libelle}${m.portee ? ` (${m.portee})` : ''}, ${periode}`
  // Une période qui court n'a rien d'anormal à n'être pas encore mesurée.
  const court = m.etat === 'ATTENDUE' && m.fin >= jour
  const jugement = court ? { libelle: 'En cours', ton: 'neutre' as const } : JUGEMENTS_DITS[m.jugement]
  const peutDire = m.cible !== null && (m.gestes.includes('saisir') || m.gestes.includes('corriger'))
  return (
    <li
      id={m.mesureId}
      className="grid scroll-mt-24 gap-x-10 gap-y-3 py-5 lg:grid-cols-[14rem_minmax(0,1fr)_auto]"
    >
      <div>
        <h3 className="font-semibold first-letter:uppercase">{periode}</h3>
        {m.portee && <p>{m.portee}</p>}
        <p className="text-sm text-encre-2">{cibleDite(m.cible)}</p>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Etiquette ton={jugement.ton}>{jugement.libelle}</Etiquette>
          {m.constat && (
            <span className="text-[1.0625rem] tabular-nums">{constatDit(m.constat, m.cible)}</span>
          )}
        </p>
        <Etat mesure={m} />
        {m.commentaire && <p className="max-w-lecture break-words">{typographier(m.commentaire)}</p>}
        <Preuve mesure={m} />
        <Corrections corrections={m.corrections} mesure={m} />
      </div>
      <div className="flex flex-wrap items-start gap-1 lg:max-w-64 lg:justify-end">
        {peutDire && <DireMesure key={m.version} mesure={m} dite={dite} jour={jour} actions={actions} />}
        <GestesMesure mesure={m} dite={dite} gestes={m.gestes} actions={actions} />
      </div>
    </li>
  )
}

function Etat({ mesure: m }: { mesure: MesureEntiere }) {
  if (m.etat === 'ATTENDUE')
    return m.parDemandes ? (
      <p className="text-sm text-encre-2">Se calcule seule quand le secrétariat inscrit les demandes.</p>
    ) : null
  return (
    <div className="flex flex-col items-start gap-1 text-sm">
      <Etiquette ton={ETATS_DITS[m.etat].ton}>{ETATS_DITS[m.etat].libelle}</Etiquette>
      <Dite verbe="Saisie" parole={m.saisie} />
      <Dite verbe="Contestée" parole={m.contestee} />
      <Dite verbe="Maintenue" parole={m.reponse} />
      <Dite verbe="Validée" parole={m.validee} />
      {m.figee && (
        <p className="flex items-start gap-1.5 text-encre-2">
          <Lock aria-hidden size={14} className="mt-0.5 shrink-0" />
          Période figée le {dateEnLettres(m.figee.le)} par {m.figee.par}
        </p>
      )}
    </div>
  )
}

const Dite = ({ verbe, parole }: { verbe: string; parole: Parole | null }) =>
  parole && (
    <div>
      <p className="text-encre-2">
        {verbe} le {dateEnLettres(parole.le)} par {parole.par}
      </p>
      {parole.motif && (
        <p className="max-w-lecture border-l-2 border-trait-fort pl-3 text-[0.9375rem] break-words">
          {typographier(parole.motif)}
        </p>
      )}
    </div>
  )

function Preuve({ mesure: m }: { mesure: MesureEntiere }) {
  if (m.etat === 'ATTENDUE') return null
  if (!m.preuve && !m.preuveLien)
    return m.constat?.genre === 'etat' ? <p className="text-sm text-encre-2">Sans preuve jointe</p> : null
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm break-all">
      {m.preuve && (
        <a href={adresseFichier(m.preuve.id)} className="lien">
          Preuve : {m.preuve.nom}
        </a>
      )}
      {m.preuveLien && (
        <a href={m.preuveLien} className="lien" target="_blank" rel="noreferrer noopener">
          Preuve en ligne : {new URL(m.preuveLien).hostname}
        </a>
      )}
    </p>
  )
}

function Corrections({ corrections, mesure: m }: { corrections: CorrectionLue[]; mesure: MesureEntiere }) {
  if (corrections.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1 text-accent">
        {compter(corrections.length, 'correction')}
      </summary>
      <ol className="mt-1 flex flex-col gap-3 border-l border-trait pl-3">
        {corrections.map((c) => (
          <li key={c.id} className="max-w-lecture">
            <p>
              Avant : {c.avant.constat ? constatDit(c.avant.constat, m.cible) : 'illisible aujourd’hui'} (
              {JUGEMENTS_DITS[c.avant.jugement].libelle.toLowerCase()})
              {c.avant.saisiePar && `, saisi par ${c.avant.saisiePar}`}
            </p>
            <p className="text-encre-2">
              Corrigée le {dateEnLettres(c.le)} par {c.par}
            </p>
            {c.avant.contestation && <p>Contestée : {typographier(c.avant.contestation)}</p>}
            {c.motif && <p>Motif : {typographier(c.motif)}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
