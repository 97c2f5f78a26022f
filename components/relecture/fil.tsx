'use client'

import { Lock, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Encart } from '@/components/ui/encart'
import { Etiquette } from '@/components/ui/etiquette'
import { LienBouton } from '@/components/ui/lien-bouton'
import type { Ton } from '@/components/ui/tons'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { DecisionRemarque, EtatRemarque } from '@/lib/domaine/acte/remarques'
import { adresseRedaction } from '@/lib/presentation/conventions/adresses'
import type { FilAffiche } from '@/lib/presentation/relecture/fils'
import type { PosteRelecture } from './actions'
import { ChoixModifications } from './choix-modifications'
import { Lignes } from './lignes'
import { RefusEnvoi } from './refus-envoi'
import { useBrouillon } from './use-brouillon'
import { useEnvoi } from './use-envoi'

const TONS: Record<EtatRemarque, Ton> = {
  OUVERTE: 'accent',
  ACCEPTEE: 'tenu',
  DECLINEE: 'manque',
  CLOSE: 'neutre',
}

type Proprietes = { poste: PosteRelecture; fil: FilAffiche; montrerOu: boolean; visee: boolean }

/** Un fil : ce qui est dit ou proposé, les réponses, puis ce que l'on peut en faire. */
export function Fil({ poste, fil, montrerOu, visee }: Proprietes) {
  return (
    <article
      id={`fil-${fil.id}`}
      tabIndex={-1}
      aria-label={`${fil.nature === 'COMMENTAIRE' ? 'Remarque' : 'Contre-proposition'} de ${fil.auteur}`}
      data-visee={visee || undefined}
      className="relecture-fil flex flex-col gap-3 border-t border-trait py-4"
    >
      <header className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2">
          {fil.interne && (
            <Etiquette ton="vigilance" icone={Lock}>
              Interne à l’hôpital
            </Etiquette>
          )}
          {fil.nature === 'CONTRE_PROPOSITION' && (
            <Etiquette ton="neutre" icone={PencilLine}>
              Contre-proposition
            </Etiquette>
          )}
          <Etiquette ton={TONS[fil.etat]}>{fil.etatDit}</Etiquette>
        </p>
        <p>
          <span className="font-medium">{fil.auteur}</span>{' '}
          <span className="text-sm text-encre-2">
            {fil.cote}, {fil.quand}
            {fil.autreVersion && `, sur la version ${fil.autreVersion}`}
          </span>
        </p>
        {montrerOu && <p className="text-sm text-encre-2">{fil.ou}</p>}
      </header>
      {fil.citation && (
        <figure>
          <blockquote className="texte-juridique border-l-2 border-accent pl-3 text-base">
            « {fil.citation} »
          </blockquote>
          {fil.citationPerdue && (
            <figcaption className="pl-3 text-sm text-vigilance">
              Passage modifié depuis cette remarque.
            </figcaption>
          )}
        </figure>
      )}
      {fil.messages.map((m, i) => (
        <div key={m.id} className={i ? 'border-l-2 border-trait pl-3' : ''}>
          {i > 0 && (
            <p className="text-sm">
              <span className="font-medium">{m.auteur}</span>{' '}
              <span className="text-encre-2">
                {m.cote}, {m.quand}
              </span>
            </p>
          )}
          <p className="whitespace-pre-line">{m.texte}</p>
        </div>
      ))}
      {fil.decision && (
        <p className="text-sm text-encre-2">
          {fil.decision}
          {fil.motif && <span className="block text-encre">{fil.motif}</span>}
        </p>
      )}
      {fil.nature === 'CONTRE_PROPOSITION' && <Proposition poste={poste} fil={fil} />}
      <Gestes poste={poste} fil={fil} />
    </article>
  )
}

function Proposition({ poste, fil }: { poste: PosteRelecture; fil: FilAffiche }) {
  if (!fil.droits.retenir) return <Lignes replier lignes={fil.lignes} />
  if (!fil.ecart) return <ChoixModifications poste={poste} fil={fil} />
  return (
    <>
      <Lignes replier lignes={fil.lignes} />
      <Encart ton="vigilance" titre="Cet article a été réécrit depuis">
        <p>
          La proposition porte sur l’ancien texte : elle ne peut plus s’y appliquer d’elle-même. Reportez ce
          que vous en gardez, puis dites-la reportée.
        </p>
        <details>
          <summary className="min-h-8 font-medium text-accent">Ce qui a changé entre-temps</summary>
          <Lignes replier lignes={fil.ecart} />
        </details>
        <LienBouton
          variante="secondaire"
          taille="petit"
          href={`${adresseRedaction(poste.reference)}#${encodeURIComponent(`u-${fil.identite ?? ''}`)}`}
        >
          Rédiger cet article
        </LienBouton>
      </Encart>
    </>
  )
}

const VERBES: Record<DecisionRemarque, string> = {
  accepter: 'Accepter',
  decliner: 'Décliner',
  clore: 'Clore',
  rouvrir: 'Rouvrir',
}
const FAITS: Record<DecisionRemarque, string> = {
  accepter: 'Remarque acceptée',
  decliner: 'Remarque déclinée',
  clore: 'Remarque close',
  rouvrir: 'Remarque rouverte',
}

/** Réponse et décisions. Un motif s'écrit avant de décliner. */
function Gestes({ poste, fil }: { poste: PosteRelecture; fil: FilAffiche }) {
  const [saisie, definirSaisie] = useState<'reponse' | 'decliner' | 'accepter' | null>(null)
  const { attente, refus, envoyer } = useEnvoi()
  // La proposition de l'autre côté s'écrit dans le texte ; elle ne s'« accepte » seule que reportée à la main.
  const aReporter = fil.droits.retenir && fil.nature === 'CONTRE_PROPOSITION'
  const decisions = fil.droits.decisions.filter((d) => d !== 'accepter' || !aReporter || fil.ecart)
  const decider = (decision: DecisionRemarque, motif = '') =>
    envoyer(
      () => poste.actions.decider({ remarqueId: fil.id, version: fil.version, decision, motif }),
      FAITS[decision],
      () => definirSaisie(null),
    )
  const choisir = (d: DecisionRemarque) =>
    d === 'decliner' || (d === 'accepter' && aReporter) ? definirSaisie(d) : decider(d)
  if (!fil.droits.repondre && decisions.length === 0) return null
  if (saisie)
    return (
      <SaisieFil
        key={saisie}
        poste={poste}
        fil={fil}
        genre={saisie}
        attente={attente}
        refus={refus}
        onRenoncer={() => definirSaisie(null)}
        onEnvoi={(texte, apres) =>
          saisie === 'reponse'
            ? envoyer(
                () => poste.actions.repondreAuFil({ remarqueId: fil.id, texte }),
                'Réponse envoyée',
                () => {
                  apres()
                  definirSaisie(null)
                },
              )
            : decider(saisie, texte)
        }
      />
    )
  return (
    <>
      <RefusEnvoi refus={refus} />
      <div className="flex flex-wrap gap-2">
        {fil.droits.repondre && (
          <Bouton variante="secondaire" taille="petit" onPress={() => definirSaisie('reponse')}>
            Répondre
          </Bouton>
        )}
        {decisions.map((d) => (
          <Bouton
            key={d}
            variante={d === 'accepter' ? 'secondaire' : 'discret'}
            taille="petit"
            attente={attente}
            onPress={() => choisir(d)}
          >
            {d === 'accepter' && aReporter ? 'Dire reportée' : VERBES[d]}
          </Bouton>
        ))}
      </div>
    </>
  )
}

const INVITES = {
  reponse: { libelle: 'Votre réponse', bouton: 'Répondre', aide: 'Aucune donnée de patient.' },
  decliner: {
    libelle: 'Pourquoi la décliner',
    bouton: 'Décliner',
    aide: 'Lu par l’autre côté. Aucune donnée de patient.',
  },
  accepter: {
    libelle: 'Ce que vous en avez reporté',
    bouton: 'Dire reportée',
    aide: 'Lu par l’autre côté. Aucune donnée de patient.',
  },
}

type ProprietesSaisie = {
  poste: PosteRelecture
  fil: FilAffiche
  genre: keyof typeof INVITES
  attente: boolean
  refus: ReturnType<typeof useEnvoi>['refus']
  onEnvoi: (texte: string, apres: () => void) => void
  onRenoncer: () => void
}

function SaisieFil({ poste, fil, genre, attente, refus, onEnvoi, onRenoncer }: ProprietesSaisie) {
  const brouillon = useBrouillon<string>(poste.utilisateur, poste.acteId, `${genre}:${fil.id}`)
  const [tape, definir] = useState<string | null>(null)
  const texte = tape ?? brouillon.valeur ?? ''
  const invite = INVITES[genre]
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(e) => {
        e.preventDefault()
        onEnvoi(texte, brouillon.oublier)
      }}
    >
      <RefusEnvoi refus={refus} />
      <ZoneTexte
        libelle={invite.libelle}
        aide={fil.interne ? 'Interne : ni le centre ni la mairie ne la lisent.' : invite.aide}
        rows={3}
        maxLength={genre === 'reponse' ? 4_000 : 2_000}
        autoFocus
        value={texte}
        onChange={(e) => {
          definir(e.target.value)
          brouillon.noter(e.target.value)
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Bouton type="submit" taille="petit" attente={attente} isDisabled={texte.trim().length < 3}>
          {invite.bouton}
        </Bouton>
        <Bouton variante="discret" taille="petit" onPress={onRenoncer}>
          Annuler
        </Bouton>
      </div>
    </form>
  )
}
