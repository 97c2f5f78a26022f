import Link from 'next/link'
import { AjouterSeance } from '@/components/conseils/gestes'
import { ListeSeances } from '@/components/conseils/liste-seances'
import { Etiquette } from '@/components/ui/etiquette'
import { ListeDefinitions } from '@/components/ui/liste-definitions'
import { regimeDe } from '@/lib/domaine/acte/autorite'
import type { DeliberationLue, PartieDuVote, VoteLu } from '@/lib/lectures/acte/lire-vote'
import { adresseConseil, adresseFichier } from '@/lib/presentation/conventions/adresses'
import {
  calendrierDit,
  etatVote,
  LIBELLES_PORTEE,
  nomDeliberation,
} from '@/lib/presentation/conventions/vote'
import { dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { InscrireDecision, InscrireRefus } from './deliberation'
import type { ActionsVote } from './types'

type Proprietes = { vote: VoteLu; partie: PartieDuVote; actions: ActionsVote }

/** Vote d'une partie : ce que son organe a décidé, ce qui reste à inscrire, et le calendrier de ses séances. */
export function VoteDeLaPartie({ vote, partie: p, actions }: Proprietes) {
  const etat = etatVote(p)
  const votee = p.autorite === 'votee' || p.autorite === 'couverte'
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium first-letter:uppercase">{p.nom}</span>
        <Etiquette ton={etat.ton}>{etat.libelle}</Etiquette>
      </p>
      {p.couverture && (
        <p>
          Autorisée par une décision antérieure : {nomDeliberation(p.couverture, p)}. Aucun nouveau vote n’est
          nécessaire.
        </p>
      )}
      {p.deliberations.map((d) => (
        <Deliberation key={d.id} deliberation={d} vote={vote} partie={p} actions={actions} />
      ))}
      {p.droits.deliberer && !votee && (
        <div className="flex flex-wrap gap-2">
          <InscrireDecision vote={vote} partie={p} actions={actions} />
          {vote.droits.refuserAuVote && <InscrireRefus vote={vote} partie={p} actions={actions} />}
        </div>
      )}
      {!votee && <Calendrier vote={vote} partie={p} actions={actions} />}
    </div>
  )
}

function Deliberation({
  deliberation: d,
  vote,
  partie: p,
  actions,
}: Proprietes & { deliberation: DeliberationLue }) {
  const regime = regimeDe(p.nature)
  const date = (iso: string | null) => (iso ? dateEnLettres(iso) : null)
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">
        {nomDeliberation(d, p)}
        {d.sens === 'REFUSEE' && ' : refus'}
      </p>
      {!d.surCeTexte && <p className="text-[0.9375rem]">Elle porte sur un texte d’avant, et ne vaut plus.</p>}
      {d.motif && <p className="max-w-lecture">{typographier(`Motif : ${d.motif}`)}</p>}
      {d.sens === 'ADOPTEE' && (
        <ListeDefinitions
          elements={[
            ...(d.numero ? [] : [{ terme: 'Numéro', valeur: null }]),
            ...(regime.transmission
              ? [{ terme: 'Transmise au représentant de l’État', valeur: date(d.transmiseLe) }]
              : []),
            ...(regime.publication ? [{ terme: 'Publiée', valeur: date(d.publieeLe) }] : []),
            { terme: 'Portée', valeur: LIBELLES_PORTEE[d.portee] },
            {
              terme: 'Copie',
              valeur: d.fichierId && (
                <a className="lien" href={adresseFichier(d.fichierId)}>
                  Ouvrir la copie
                </a>
              ),
            },
          ]}
        />
      )}
      {p.droits.corriger && d.surCeTexte && d.sens === 'ADOPTEE' && (
        <div>
          <InscrireDecision vote={vote} partie={p} actions={actions} deliberation={d} />
        </div>
      )}
    </div>
  )
}

function Calendrier({ vote, partie: p, actions }: Proprietes) {
  const { phrases, tendu } = calendrierDit(p, vote)
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold">
        Calendrier {tendu && <Etiquette ton="vigilance">Délai court</Etiquette>}
      </h3>
      <ul className="max-w-lecture list-disc space-y-1 pl-5">
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
      {p.seances.length > 0 && (
        <ListeSeances seances={p.seances} jour={vote.jour} actions={p.droits.seances ? actions : null} />
      )}
      {p.droits.seances && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <AjouterSeance organisationId={p.organisationId} actions={actions} />
          <Link className="lien" href={adresseConseil(p.organisationCode)}>
            Tout le calendrier
          </Link>
        </div>
      )}
    </div>
  )
}
