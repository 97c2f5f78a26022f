'use client'

import { BookMarked } from 'lucide-react'
import { useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { messageErreur } from '@/lib/presentation/erreurs'
import { useProjetEnMain } from './projet'

/** Reprendre un article que le modèle a, et que le texte en vigueur n'a pas. */
export function RepriseDuModele({ poste }: { poste: Poste }) {
  const { projet } = useProjetEnMain()
  const [ouvert, definirOuvert] = useState(false)
  if (projet.reprises.articles.length === 0) return null
  return (
    <Dialogue
      titre="Reprendre un texte du modèle"
      ouvert={ouvert}
      onOuvert={definirOuvert}
      declencheur={
        <Bouton variante="secondaire" taille="petit" icone={<BookMarked aria-hidden size={16} />}>
          Reprendre du modèle
        </Bouton>
      }
    >
      {(fermer) => <Choisir poste={poste} onFini={fermer} />}
    </Dialogue>
  )
}

function Choisir({ poste, onFini }: { poste: Poste; onFini: () => void }) {
  const { projet, actions, relire } = useProjetEnMain()
  const { versionId, articles } = projet.reprises
  const [choisi, definirChoisi] = useState(articles[0]?.identite ?? '')
  const [erreur, definirErreur] = useState<string | null>(null)
  const [attente, definirAttente] = useState(false)
  const article = articles.find((a) => a.identite === choisi)
  const envoyer = async () => {
    if (!article) return definirErreur('Choisissez un article.')
    definirAttente(true)
    const { identite, parent, apres } = article
    const r = await actions
      .reprendreUnArticle({ acteId: projet.acteId, modeleVersionId: versionId, identite, parent, apres })
      .catch(() => null)
    definirAttente(false)
    if (!r?.ok) {
      const m = messageErreur(r?.erreur ?? { code: 'INDISPONIBLE', details: {} })
      return definirErreur(`${m.titre}. ${m.conseil}`)
    }
    await Promise.all([poste.etat.rafraichir(), relire()])
    location.hash = `u-${identite}`
    onFini()
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(e) => {
        e.preventDefault()
        void envoyer()
      }}
    >
      <p className="text-sm text-encre-2">
        Un article vient avec ses sous-articles et les valeurs qu’il cite ; il se récrit ensuite comme le
        reste du texte. Rien ne se renumérote.
      </p>
      <GroupeChoix
        libelle="Article ou annexe"
        name="article-du-modele"
        valeur={choisi}
        onChange={(e) => {
          definirChoisi(e.target.value)
          definirErreur(null)
        }}
        choix={articles.map((a) => ({ valeur: a.identite, libelle: a.nom, aide: a.pourquoi }))}
      />
      {erreur && (
        <p role="alert" className="text-manque">
          {erreur}
        </p>
      )}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={onFini}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={attente}>
          Reprendre
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}
