'use client'

import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ChampDate } from '@/components/ui/champ-date'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import { ecrireValeur } from '@/lib/domaine/texte/ecriture/formes'
import type { ValeurDe } from '@/lib/domaine/texte/parametres'
import type { MentionLue, VoteLu } from '@/lib/lectures/acte/lire-vote'
import type { ActionsVote } from './types'

type Proprietes = { vote: VoteLu; actions: ActionsVote }
type Saisie = { valeur: string; civilite: 'M' | 'MME'; prenom: string; nom: string }

/** Mentions tardives du texte, avec ce qu'elles disent ; une personne sans fonction votée ne se remplit pas ici. */
export function Mentions({ vote, actions }: Proprietes) {
  return (
    <ul className="divide-y divide-trait border-y border-trait">
      {vote.mentions.map((m) => (
        <li
          key={m.definition.cle}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
        >
          <div className="min-w-0">
            <p>{m.definition.libelle}</p>
            <p className={m.valeur ? 'font-medium' : 'text-inconnu italic'}>
              {m.valeur ? ecrireValeur(m.valeur, null, m.definition) : 'À remplir'}
            </p>
          </div>
          {peutSeRemplir(m) && <Remplir mention={m} vote={vote} actions={actions} />}
        </li>
      ))}
    </ul>
  )
}

const peutSeRemplir = (m: MentionLue): boolean =>
  ['texte', 'date'].includes(m.definition.genre) || m.valeur?.genre === 'personne'

function Remplir({ mention, vote, actions }: Proprietes & { mention: MentionLue }) {
  return (
    <Dialogue
      titre={mention.definition.libelle}
      declencheur={
        <Bouton variante="secondaire" taille="petit">
          {mention.valeur ? 'Corriger' : 'Remplir'}
          <span className="sr-only"> : {mention.definition.libelle}</span>
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...{ mention, vote, actions, fermer }} />}
    </Dialogue>
  )
}

function Formulaire({
  mention: { definition, valeur },
  vote,
  actions,
  fermer,
}: Proprietes & { mention: MentionLue; fermer: () => void }) {
  const personne = valeur?.genre === 'personne' ? valeur : null
  const f = useActionFormulaire<Saisie>(
    (s) =>
      actions.remplir({
        acteId: vote.acteId,
        cle: definition.cle,
        valeur: versValeur(definition.genre, s, personne),
      }),
    {
      valeurs: {
        valeur: valeur?.genre === 'texte' ? valeur.texte : valeur?.genre === 'date' ? valeur.date : '',
        civilite: personne?.civilite ?? 'MME',
        prenom: personne?.prenom ?? '',
        nom: personne?.nom ?? '',
      },
      libelles: {
        'valeur.texte': definition.libelle,
        'valeur.date': definition.libelle,
        'valeur.nom': 'Nom',
      },
      apres: fermer,
    },
  )
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-5">
      {definition.genre === 'date' && (
        <ChampDate libelle={definition.libelle} requis {...f.champ('valeur', { required: 'requis' })} />
      )}
      {definition.genre === 'texte' && (
        <Champ libelle={definition.libelle} requis {...f.champ('valeur', { required: 'requis' })} />
      )}
      {personne && (
        <>
          <Selection
            libelle="Civilité"
            options={[
              { valeur: 'MME', libelle: 'Madame' },
              { valeur: 'M', libelle: 'Monsieur' },
            ]}
            {...f.champ('civilite')}
          />
          <Champ libelle="Prénom" {...f.champ('prenom')} />
          <Champ
            libelle="Nom"
            requis
            aide="La fonction, elle, est votée avec le texte."
            {...f.champ('nom', { required: 'requis' })}
          />
        </>
      )}
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

function versValeur(
  genre: string,
  s: Saisie,
  personne: ValeurDe<'personne'> | null,
): ValeurDe<'texte' | 'date' | 'personne'> {
  if (personne) return { ...personne, civilite: s.civilite, prenom: s.prenom, nom: s.nom }
  return genre === 'date' ? { genre: 'date', date: s.valeur } : { genre: 'texte', texte: s.valeur }
}
