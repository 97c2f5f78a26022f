import { Section } from '@/components/organisation/section'
import { Constats } from '@/components/signature/constats'
import { Encart } from '@/components/ui/encart'
import type { VoteLu } from '@/lib/lectures/acte/lire-vote'
import { aVous } from '@/lib/presentation/conventions/vote'
import { ListeAvis } from './avis'
import { DossierConseil, EffetFinancier, Rouvrir, Soumettre } from './gestes'
import { Mentions } from './mentions'
import { Signataires } from './signataires'
import type { ActionsVote } from './types'
import { VoteDeLaPartie } from './vote-partie'

/** Avis, vote, pouvoirs : d'abord ce qui attend celui qui regarde. */
export function PageVoteActe({ vote: v, actions }: { vote: VoteLu; actions: ActionsVote }) {
  const attente = aVous(v)
  const deliberants = v.parties.filter((p) => p.role === 'GESTIONNAIRE')
  const gestes = { acteId: v.acteId, version: v.version, actions }
  const refuse = v.avis.some((a) => a.nature === 'accord' && a.etat === 'REFUSEE')
  return (
    <div className="max-w-4xl">
      {attente.length > 0 && (
        <Encart ton="accent" titre="À vous" className="mb-10">
          <ul className="space-y-1">
            {attente.map((l) => (
              <li key={l.phrase}>
                <a className="lien" href={`#${l.ancre}`}>
                  {l.phrase}
                </a>
              </li>
            ))}
          </ul>
        </Encart>
      )}
      <Section id="avis" titre="Avis et accords de l’hôpital">
        {v.avis.length === 0 ? (
          <p className="text-encre-2">Le modèle de cet acte n’en demande aucun.</p>
        ) : (
          <ListeAvis vote={v} actions={actions} />
        )}
        {refuse && v.droits.rouvrir && (
          <div className="mt-4">
            <Rouvrir {...gestes} />
          </div>
        )}
      </Section>
      <Section id="vote" titre="Vote de chaque partie">
        {deliberants.length > 1 && (
          <p className="mb-4 max-w-lecture text-encre-2">
            Un seul texte, un vote par gestionnaire{'\u00a0'}: chacun délibère, transmet et signe pour lui. Le
            refus d’un seul rend le texte à la rédaction pour tous.
          </p>
        )}
        {v.droits.effetFinancier && v.effetFinancier === null && (
          <div className="mb-6">
            <EffetFinancier {...gestes} />
          </div>
        )}
        <div className="flex flex-col gap-10">
          {deliberants.map((p) => (
            <VoteDeLaPartie key={p.id} vote={v} partie={p} actions={actions} />
          ))}
        </div>
        {v.droits.soumettre && (
          <div className="mt-6">
            <Soumettre {...gestes} />
          </div>
        )}
      </Section>
      {v.droits.dossier && (
        <Section id="dossier" titre="Dossier du conseil">
          <p className="mb-3 max-w-lecture">
            Note de présentation, projet de délibération, texte et annexes, en Word. Les annexes nominatives,
            réservées aux parties, n’y sont pas.
          </p>
          {deliberants.length < 2 ? (
            <DossierConseil acteId={v.acteId} actions={actions} />
          ) : (
            <div className="flex flex-col items-start gap-3">
              {deliberants
                .filter((p) => p.droits.seances)
                .map((p) => (
                  <DossierConseil key={p.id} acteId={v.acteId} partie={p} actions={actions} />
                ))}
            </div>
          )}
        </Section>
      )}
      {v.droits.mentions && v.mentions.length > 0 && (
        <Section id="mentions" titre="Mentions à remplir après le vote">
          <p className="mb-3 max-w-lecture text-encre-2">
            Elles sont hors du texte voté : les remplir ne rouvre rien.
          </p>
          <Mentions vote={v} actions={actions} />
        </Section>
      )}
      <Section id="signataires" titre="Signataires et pouvoirs">
        <div className="flex flex-col gap-6">
          {v.parties.map((p) => (
            <div key={p.id} className="flex flex-col gap-2">
              <h3 className="font-semibold first-letter:uppercase">{p.nom}</h3>
              <Signataires partie={p} actions={actions} />
            </div>
          ))}
        </div>
      </Section>
      <Section id="constats" titre="Avant de signer">
        <Constats constats={v.constats} />
      </Section>
    </div>
  )
}
