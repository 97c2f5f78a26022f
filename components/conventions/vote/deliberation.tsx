'use client'

import { useState } from 'react'
import { DepotScan } from '@/components/conventions/depot-scan'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { PORTEES, regimeDe } from '@/lib/domaine/acte/autorite'
import type { DeliberationLue, PartieDuVote, VoteLu } from '@/lib/lectures/acte/lire-vote'
import { decisionIncomplete, LIBELLES_PORTEE } from '@/lib/presentation/conventions/vote'
import type { ActionsVote, Decision, FichierJoint } from './types'

type Proprietes = { vote: VoteLu; partie: PartieDuVote; actions: ActionsVote }

/** Inscrit la décision de l'organe, ou complète celle qui l'est déjà. */
export function InscrireDecision({
  deliberation,
  ...reste
}: Proprietes & { deliberation?: DeliberationLue }) {
  const { nom } = regimeDe(reste.partie.nature)
  const titre = deliberation
    ? `${decisionIncomplete(deliberation, reste.partie) ? 'Compléter' : 'Corriger'} la ${nom}`
    : `Inscrire la ${nom}`
  return (
    <Dialogue
      titre={titre}
      largeur="large"
      declencheur={<Bouton variante={deliberation ? 'secondaire' : 'principal'}>{titre}</Bouton>}
    >
      {(fermer) => <Formulaire {...reste} deliberation={deliberation} fermer={fermer} />}
    </Dialogue>
  )
}

function Formulaire({
  vote,
  partie,
  actions,
  deliberation: d,
  fermer,
}: Proprietes & { deliberation?: DeliberationLue; fermer: () => void }) {
  const regime = regimeDe(partie.nature)
  const [copie, definirCopie] = useState<FichierJoint | null>(null)
  const f = useActionFormulaire<Decision>(
    (s) => {
      const saisie = { ...s, fichierId: copie?.id ?? d?.fichierId ?? null }
      return d
        ? actions.corrigerDecision({ ...saisie, deliberationId: d.id, version: d.version })
        : actions.enregistrerDecision({
            ...saisie,
            acteId: vote.acteId,
            partieId: partie.id,
            empreinte: vote.texte?.empreinte ?? '',
          })
    },
    {
      valeurs: {
        organe: d?.organe ?? regime.organe,
        numero: d?.numero ?? '',
        seanceLe: d?.seanceLe ?? '',
        transmiseLe: d?.transmiseLe ?? '',
        publieeLe: d?.publieeLe ?? '',
        portee: d?.portee ?? 'ACTE',
        fichierId: null,
      },
      apres: fermer,
    },
  )
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      <p className="text-encre-2">
        Elle vaut pour la version {vote.texte?.numero} du texte. Le numéro et les dates qui manquent se
        complètent plus tard, sans rien rouvrir.
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        <Champ libelle="Organe" requis {...f.champ('organe')} />
        <Champ libelle="Numéro" {...f.champ('numero')} />
        <ChampDate libelle="Séance du" requis {...f.champ('seanceLe')} />
        {regime.transmission && (
          <ChampDate
            libelle="Transmise au représentant de l’État le"
            aide="La signature n’est possible qu’après (CE, avis, 10 juin 1996, n° 176873)."
            {...f.champ('transmiseLe')}
          />
        )}
        {regime.publication && <ChampDate libelle="Publiée le" {...f.champ('publieeLe')} />}
      </div>
      <GroupeChoix
        libelle="Portée"
        requis
        aide="Ce que l’organe autorise : un avenant couvert n’aura pas à être voté de nouveau."
        choix={PORTEES.map((p) => ({ valeur: p, libelle: LIBELLES_PORTEE[p] }))}
        {...f.champ('portee')}
      />
      <DepotScan
        depose={copie}
        onDepose={definirCopie}
        deposer={actions.joindrePiece}
        libelle={d?.fichierId ? 'Remplacer la copie' : 'Copie de l’extrait du registre (facultatif)'}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={f.attente}>
          Enregistrer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

/** Enregistre que l'organe a refusé : le texte retourne à la rédaction. */
export function InscrireRefus({ vote, partie, actions }: Proprietes) {
  return (
    <Dialogue
      titre="L’organe a refusé le texte"
      decision
      declencheur={<Bouton variante="discret">Enregistrer un refus</Bouton>}
    >
      {(fermer) => <FormulaireRefus {...{ vote, partie, actions, fermer }} />}
    </Dialogue>
  )
}

function FormulaireRefus({ vote, partie, actions, fermer }: Proprietes & { fermer: () => void }) {
  const f = useActionFormulaire(actions.enregistrerRefus, {
    valeurs: {
      acteId: vote.acteId,
      version: vote.version,
      partieId: partie.id,
      empreinte: vote.texte?.empreinte ?? '',
      organe: regimeDe(partie.nature).organe,
      numero: '',
      seanceLe: '',
      motif: '',
    },
    apres: fermer,
  })
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      <p>Le texte retournera à la rédaction, avec ce motif. Chacun en sera prévenu.</p>
      <Champ libelle="Organe" requis {...f.champ('organe')} />
      <ChampDate libelle="Séance du" requis {...f.champ('seanceLe')} />
      <ZoneTexte libelle="Motif" requis {...f.champ('motif')} />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante="danger" attente={f.attente}>
          Enregistrer le refus
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
