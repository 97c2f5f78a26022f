'use client'

import { useState } from 'react'
import { useAnnonce } from '@/components/ui/annonce'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { Etiquette } from '@/components/ui/etiquette'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { AvisLu, VoteLu } from '@/lib/lectures/acte/lire-vote'
import { adaptationsDites, etatAvis } from '@/lib/presentation/conventions/vote'
import { dateEtHeure, typographier } from '@/lib/presentation/typographie'
import type { ActionsVote, Avis as SaisieAvis } from './types'

type Proprietes = { vote: VoteLu; actions: ActionsVote }

/** Avis et accords, dans leur ordre : qui, quand, dans quel sens, et pourquoi. */
export function ListeAvis({ vote, actions }: Proprietes) {
  return (
    <ol className="divide-y divide-trait border-y border-trait">
      {vote.avis.map((a) => (
        <LigneAvis key={a.fonction} avis={a} vote={vote} actions={actions} />
      ))}
    </ol>
  )
}

function LigneAvis({ avis: a, vote, actions }: Proprietes & { avis: AvisLu }) {
  const etat = etatAvis(a, vote.etape)
  const saisie = vote.texte && { acteId: vote.acteId, fonction: a.fonction, empreinte: vote.texte.empreinte }
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">
            <span className="font-normal tabular-nums text-encre-2">{a.rang}.</span> {a.libelle}
          </span>
          <Etiquette ton={etat.ton}>{etat.libelle}</Etiquette>
        </p>
        {a.auteurNom && a.le && (
          <p className="text-[0.9375rem] text-encre-2">
            {a.auteurNom}, le {dateEtHeure(a.le)}
          </p>
        )}
        {a.motif && <p className="mt-1 max-w-lecture">{typographier(`Motif : ${a.motif}`)}</p>}
        {a.redemande && a.etat === 'ATTENDUE' && (
          <p className="text-[0.9375rem]">Redemandé : le texte a changé depuis l’avis précédent.</p>
        )}
        {a.adaptations && <p className="max-w-lecture text-[0.9375rem]">{adaptationsDites(a.adaptations)}</p>}
        {a.source && <p className="text-sm text-encre-2">{typographier(a.source)}</p>}
      </div>
      {a.aMoi && a.aSonTour && saisie && (
        <div className="flex flex-wrap gap-2">
          <Approuver nature={a.nature} saisie={saisie} actions={actions} />
          <Refuser nature={a.nature} saisie={saisie} actions={actions} />
        </div>
      )}
    </li>
  )
}

type Decider = { nature: 'avis' | 'accord'; saisie: SaisieAvis; actions: ActionsVote }

function Approuver({ nature, saisie, actions }: Decider) {
  const [ouvert, definirOuvert] = useState(false)
  return (
    <Dialogue
      titre={nature === 'avis' ? 'Rendre un avis favorable' : 'Donner l’accord'}
      decision
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={<Bouton>{nature === 'avis' ? 'Avis favorable' : 'Donner l’accord'}</Bouton>}
    >
      <ConfirmerParCode saisie={saisie} actions={actions} fermer={() => definirOuvert(false)} />
    </Dialogue>
  )
}

function ConfirmerParCode({
  saisie,
  actions,
  fermer,
}: Pick<Decider, 'saisie' | 'actions'> & { fermer: () => void }) {
  const annoncer = useAnnonce()
  const [courriel, definirCourriel] = useState<string | null>(null)
  const demande = useActionFormulaire<SaisieAvis, { courriel: string }>(actions.envoyerCodeAvis, {
    valeurs: saisie,
    apres: (v) => definirCourriel(v.courriel),
  })
  const accord = useActionFormulaire<SaisieAvis & { code: string }>(actions.approuverTexte, {
    valeurs: { ...saisie, code: '' },
    apres: () => {
      annoncer('Votre décision est enregistrée')
      fermer()
    },
  })
  if (!courriel)
    return (
      <FormulaireAction liaison={demande} className="flex flex-col gap-4">
        <p>
          Votre décision porte sur le texte tel qu’il est aujourd’hui ; une modification la redemanderait.
          Pour la confirmer, un code à usage unique vous est envoyé par courriel.
        </p>
        <ActionsDialogue>
          <Bouton variante="secondaire" onPress={fermer}>
            Annuler
          </Bouton>
          <Bouton type="submit" attente={demande.attente}>
            Recevoir le code
          </Bouton>
        </ActionsDialogue>
      </FormulaireAction>
    )
  return (
    <FormulaireAction liaison={accord} className="flex flex-col gap-4">
      <p>Code envoyé à {courriel}. Il vaut dix minutes.</p>
      <Champ
        libelle="Code à six chiffres"
        requis
        inputMode="numeric"
        autoComplete="one-time-code"
        {...accord.champ('code')}
      />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={accord.attente}>
          Confirmer
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

function Refuser({ nature, saisie, actions }: Decider) {
  const avis = nature === 'avis'
  return (
    <Dialogue
      titre={avis ? 'Rendre un avis défavorable' : 'Refuser l’accord'}
      decision
      declencheur={<Bouton variante="secondaire">{avis ? 'Avis défavorable' : 'Refuser'}</Bouton>}
    >
      {(fermer) => <FormulaireRefus {...{ nature, saisie, actions, fermer }} />}
    </Dialogue>
  )
}

function FormulaireRefus({ nature, saisie, actions, fermer }: Decider & { fermer: () => void }) {
  const f = useActionFormulaire<SaisieAvis & { motif: string }>(actions.rendreAvisDefavorable, {
    valeurs: { ...saisie, motif: '' },
    apres: fermer,
  })
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-4">
      <p>
        {nature === 'avis'
          ? 'Un avis défavorable n’arrête pas la convention ; il se lit jusqu’à la signature, avec son motif.'
          : 'Un accord refusé arrête la convention : la direction des partenariats sera invitée à rouvrir le texte.'}
      </p>
      <ZoneTexte libelle="Motif" requis {...f.champ('motif')} />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" variante="danger" attente={f.attente}>
          {nature === 'avis' ? 'Enregistrer l’avis défavorable' : 'Refuser l’accord'}
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
