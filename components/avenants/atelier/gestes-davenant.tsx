'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Poste } from '@/components/redaction/poste'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { GroupeChoix } from '@/components/ui/groupe-choix'
import { contenuVide } from '@/lib/domaine/texte/contenu'
import { messageErreur } from '@/lib/presentation/erreurs'
import type { UniteLue } from '@/lib/presentation/redaction/types'
import { useProjetEnMain } from './projet'

type Genre = 'article' | 'sous-article' | 'annexe'
type Place = { genre: Genre; libelle: string; parent: string | null; apres: string | null }

/** Où l'on peut insérer depuis cette unité, avec les mots qui le disent. */
function placesDe(u: UniteLue, unites: readonly UniteLue[], nommer: (i: string) => string): Place[] {
  const racine = u.parent === null ? u : unites.find((x) => x.identite === u.parent)
  const derniers = (parent: string) =>
    unites
      .filter((x) => x.parent === parent && x.genre === 'sous-article')
      .sort((a, b) => a.rang - b.rang)
      .at(-1)?.identite ?? null
  if (u.genre === 'annexe')
    return [
      {
        genre: 'annexe',
        libelle: `Une annexe, après ${nommer(u.identite)}`,
        parent: null,
        apres: u.identite,
      },
    ]
  if (!racine || racine.genre !== 'article') return []
  const apresArticle: Place = {
    genre: 'article',
    libelle: `Un article, après ${nommer(racine.identite)}`,
    parent: null,
    apres: racine.identite,
  }
  const dedans: Place =
    u.genre === 'sous-article'
      ? {
          genre: 'sous-article',
          libelle: `Un sous-article, après ${nommer(u.identite)}`,
          parent: racine.identite,
          apres: u.identite,
        }
      : {
          genre: 'sous-article',
          libelle: `Un sous-article, à la fin de ${nommer(racine.identite)}`,
          parent: racine.identite,
          apres: derniers(racine.identite),
        }
  return [apresArticle, dedans]
}

/** Insérer un article, un sous-article ou une annexe à côté de celui qu'on lit. */
export function GestesDAvenant({ poste, unite: u }: { poste: Poste; unite: UniteLue }) {
  const [ouvert, definirOuvert] = useState(false)
  const places = placesDe(u, poste.etat.acte.unites, poste.lecture.nommer)
  if (places.length === 0 || u.omise) return null
  return (
    <div className="border-t border-trait pt-4">
      <Dialogue
        titre="Insérer dans le texte"
        ouvert={ouvert}
        onOuvert={definirOuvert}
        declencheur={
          <Bouton
            variante="discret"
            taille="petit"
            className="-ml-2.5"
            icone={<Plus aria-hidden size={16} />}
          >
            Insérer un article, un sous-article ou une annexe
          </Bouton>
        }
      >
        {(fermer) => <Inserer poste={poste} places={places} onFini={fermer} />}
      </Dialogue>
    </div>
  )
}

function Inserer({ poste, places, onFini }: { poste: Poste; places: Place[]; onFini: () => void }) {
  const { projet, actions, relire } = useProjetEnMain()
  const [choix, definirChoix] = useState('0')
  const [titre, definirTitre] = useState('')
  const [erreur, definirErreur] = useState<string | null>(null)
  const [attente, definirAttente] = useState(false)
  const place = places[Number(choix)]
  const envoyer = async () => {
    if (!place) return
    if (titre.trim().length < 3) return definirErreur('Indiquez l’intitulé en quelques mots.')
    definirAttente(true)
    const r = await actions
      .inserer({
        acteId: projet.acteId,
        genre: place.genre,
        parent: place.parent,
        apres: place.apres,
        titre: titre.trim(),
        contenu: contenuVide(`b${crypto.randomUUID().slice(0, 8)}`),
      })
      .catch(() => null)
    definirAttente(false)
    if (!r?.ok) {
      const m = messageErreur(r?.erreur ?? { code: 'INDISPONIBLE', details: {} })
      return definirErreur(`${m.titre}. ${m.conseil}`)
    }
    await poste.etat.rafraichir()
    void relire()
    location.hash = `u-${r.valeur.identite}`
    onFini()
  }
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        void envoyer()
      }}
      className="flex flex-col gap-4"
    >
      <GroupeChoix
        libelle="Quoi, et où"
        name="place-insertion"
        valeur={choix}
        onChange={(e) => definirChoix(e.target.value)}
        choix={places.map((p, i) => ({ valeur: String(i), libelle: p.libelle }))}
      />
      <Champ
        libelle="Intitulé"
        requis
        maxLength={500}
        value={titre}
        erreur={erreur}
        onChange={(e) => {
          definirTitre(e.target.value)
          definirErreur(null)
        }}
      />
      <p className="text-sm text-encre-2">
        Le numéro se choisit seul : « bis » entre deux articles, le suivant à la fin. Rien ne se renumérote.
      </p>
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={onFini}>
          Annuler
        </Bouton>
        <Bouton type="submit" attente={attente}>
          Insérer
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}
