'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { SuiviTache } from '@/components/ui/suivi-tache'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { ActionsVote } from './types'

type Acte = { acteId: string; version: number; actions: ActionsVote }

export function Soumettre({ acteId, version, actions }: Acte) {
  const f = useActionFormulaire(actions.soumettre, { valeurs: { acteId, version } })
  return (
    <FormulaireAction liaison={f} className="flex flex-col items-start gap-3">
      <p>Chaque organe qui doit voter ce texte, et lui seul, est alors attendu. Le texte ne change plus.</p>
      <Bouton type="submit" attente={f.attente}>
        Soumettre au vote
      </Bouton>
    </FormulaireAction>
  )
}

/** Après un accord refusé : la direction rouvre le texte, avec un motif. */
export function Rouvrir({ acteId, version, actions }: Acte) {
  return (
    <Dialogue titre="Rouvrir le texte" decision declencheur={<Bouton>Rouvrir le texte</Bouton>}>
      {(fermer) => <FormulaireRouvrir {...{ acteId, version, actions, fermer }} />}
    </Dialogue>
  )
}

function FormulaireRouvrir({ acteId, version, actions, fermer }: Acte & { fermer: () => void }) {
  const f = useActionFormulaire(actions.rouvrir, { valeurs: { acteId, version, texte: '' }, apres: fermer })
  return (
    <FormulaireAction liaison={f} className="flex flex-col gap-4">
      <p>Les accords donnés ne vaudront plus que pour les articles inchangés.</p>
      <ZoneTexte libelle="Motif" requis {...f.champ('texte')} />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={f.attente}>
          Rouvrir
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}

/** La direction dit si l'avenant a un effet financier. */
export function EffetFinancier({ acteId, version, actions }: Acte) {
  const f = useActionFormulaire(actions.direEffet, { valeurs: { acteId, version, effetFinancier: false } })
  return (
    <FormulaireAction liaison={f} className="flex flex-wrap gap-2">
      <Bouton
        type="submit"
        variante="secondaire"
        attente={f.attente}
        onPress={() => f.formulaire.setValue('effetFinancier', false)}
      >
        Cet avenant n’a pas d’effet financier
      </Bouton>
      <Bouton
        type="submit"
        variante="secondaire"
        attente={f.attente}
        onPress={() => f.formulaire.setValue('effetFinancier', true)}
      >
        Il en a un
      </Bouton>
    </FormulaireAction>
  )
}

export function DossierConseil({
  acteId,
  partie,
  actions,
}: Omit<Acte, 'version'> & {
  /** Gestionnaire dont le conseil vote, quand l'acte en réunit plusieurs. */
  partie?: { id: string; nom: string }
}) {
  const [tacheId, definir] = useState<string | null>(null)
  const f = useActionFormulaire<{ acteId: string; partieId?: string }, { tacheId: string }>(
    actions.preparerDossier,
    {
      valeurs: { acteId, ...(partie ? { partieId: partie.id } : {}) },
      apres: (v) => definir(v.tacheId),
    },
  )
  if (tacheId)
    return (
      <SuiviTache
        tacheId={tacheId}
        libelle={partie ? `Dossier du conseil, ${partie.nom}` : 'Dossier du conseil'}
        telecharger="Télécharger le dossier"
        recommencer={() => definir(null)}
      />
    )
  return (
    <FormulaireAction liaison={f}>
      <Bouton type="submit" variante="secondaire" attente={f.attente}>
        {partie ? `Préparer le dossier pour ${partie.nom}` : 'Préparer le dossier en Word'}
      </Bouton>
    </FormulaireAction>
  )
}
