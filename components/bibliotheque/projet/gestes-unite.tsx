'use client'

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { RefusAction } from '@/components/comptes/refus-action'
import { useActionSimple } from '@/components/comptes/use-action-simple'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { FormulaireAction, useActionFormulaire } from '@/components/ui/formulaire-action'
import { Selection } from '@/components/ui/selection'
import type { GenreUnite } from '@/lib/domaine/texte/unites'
import type { LignePlan } from '@/lib/presentation/bibliotheque/projet'
import { LIBELLES_GENRE } from '@/lib/presentation/bibliotheque/projet'
import type { AjouterUnite, DeplacerUnite, RetirerUnite } from './types'

type Proprietes = {
  projetId: string
  adresse: string
  ligne: LignePlan
  parent: string | null
  ajouter: AjouterUnite
  deplacer: DeplacerUnite
  retirer: RetirerUnite
}

/** Place de l'article dans le modèle : l'ajouter, le déplacer, le retirer. */
export function GestesUnite({ projetId, adresse, ligne, parent, ajouter, deplacer, retirer }: Proprietes) {
  const routeur = useRouter()
  const { lancer, attente, refus } = useActionSimple()
  const cible = { projetId, identite: ligne.identite, version: ligne.version }
  const bouger = (sens: 'haut' | 'bas') =>
    lancer(
      () => deplacer({ ...cible, sens }),
      () => routeur.refresh(),
    )
  return (
    <div className="flex flex-col gap-2">
      <RefusAction refus={refus} />
      <div role="group" aria-label="Place de l’article" className="flex flex-wrap gap-2">
        <Ajouter projetId={projetId} adresse={adresse} ligne={ligne} parent={parent} ajouter={ajouter} />
        <Bouton
          variante="secondaire"
          taille="petit"
          isDisabled={!ligne.monte}
          attente={attente}
          icone={<ArrowUp aria-hidden size={16} />}
          onPress={() => bouger('haut')}
        >
          Monter
        </Bouton>
        <Bouton
          variante="secondaire"
          taille="petit"
          isDisabled={!ligne.descend}
          attente={attente}
          icone={<ArrowDown aria-hidden size={16} />}
          onPress={() => bouger('bas')}
        >
          Descendre
        </Bouton>
        <Dialogue
          decision
          titre="Retirer du modèle"
          declencheur={
            <Bouton variante="discret" taille="petit" icone={<Trash2 aria-hidden size={16} />}>
              Retirer
            </Bouton>
          }
        >
          {(fermer) => (
            <>
              <p>
                « {ligne.nom} » et ce qu’il contient ne seront plus proposés par la prochaine version. Les
                conventions existantes le gardent.
              </p>
              <ActionsDialogue>
                <Bouton variante="secondaire" onPress={fermer}>
                  Renoncer
                </Bouton>
                <Bouton
                  variante="danger"
                  attente={attente}
                  onPress={() =>
                    lancer(
                      () => retirer(cible),
                      () => {
                        fermer()
                        routeur.push(adresse)
                      },
                    )
                  }
                >
                  Retirer du modèle
                </Bouton>
              </ActionsDialogue>
            </>
          )}
        </Dialogue>
      </div>
    </div>
  )
}

type SaisieAjout = { place: string; titre: string }

/** Où un article nouveau peut entrer : à côté de celui qu'on lit, ou dedans. */
function places(ligne: LignePlan): { valeur: string; genre: GenreUnite; dedans: boolean }[] {
  const dedans: Partial<Record<GenreUnite, GenreUnite>> = {
    article: 'sous-article',
    annexe: 'sous-article',
    preambule: 'considerant',
  }
  const enfant = dedans[ligne.genre]
  return [
    ...(ligne.genre === 'preambule' ? [] : [{ valeur: 'apres', genre: ligne.genre, dedans: false }]),
    ...(enfant ? [{ valeur: 'dedans', genre: enfant, dedans: true }] : []),
    ...(ligne.genre === 'article' ? [] : [{ valeur: 'article', genre: 'article' as const, dedans: false }]),
    ...(ligne.genre === 'annexe' ? [] : [{ valeur: 'annexe', genre: 'annexe' as const, dedans: false }]),
  ]
}

function Ajouter({
  projetId,
  adresse,
  ligne,
  parent,
  ajouter,
}: Pick<Proprietes, 'projetId' | 'adresse' | 'ligne' | 'parent' | 'ajouter'>) {
  return (
    <Dialogue
      titre="Ajouter au modèle"
      declencheur={
        <Bouton variante="secondaire" taille="petit" icone={<Plus aria-hidden size={16} />}>
          Ajouter
        </Bouton>
      }
    >
      {(fermer) => <FormulaireAjout {...{ projetId, adresse, ligne, parent, ajouter, fermer }} />}
    </Dialogue>
  )
}

function FormulaireAjout({
  projetId,
  adresse,
  ligne,
  parent,
  ajouter,
  fermer,
}: Pick<Proprietes, 'projetId' | 'adresse' | 'ligne' | 'parent' | 'ajouter'> & { fermer: () => void }) {
  const routeur = useRouter()
  const possibles = places(ligne)
  const liaison = useActionFormulaire<SaisieAjout, { identite: string }>(
    ({ place, titre }) => {
      const p = possibles.find((x) => x.valeur === place) ?? possibles[0]
      const meme = p?.valeur === 'apres'
      return ajouter({
        projetId,
        genre: p?.genre ?? 'article',
        parent: p?.dedans ? ligne.identite : meme ? parent : null,
        apres: meme ? ligne.identite : null,
        titre: titre || null,
      })
    },
    {
      valeurs: { place: possibles[0]?.valeur ?? 'article', titre: '' },
      apres: ({ identite }) => {
        fermer()
        routeur.push(`${adresse}${adresse.includes('?') ? '&' : '?'}unite=${encodeURIComponent(identite)}`)
      },
    },
  )
  const dite = (p: (typeof possibles)[number]) =>
    p.dedans
      ? `${LIBELLES_GENRE[p.genre]}, dans « ${ligne.nom} »`
      : p.valeur === 'apres'
        ? `${LIBELLES_GENRE[p.genre]}, après « ${ligne.nom} »`
        : `${LIBELLES_GENRE[p.genre]}, à la suite des autres`
  return (
    <FormulaireAction liaison={liaison} className="flex flex-col gap-4">
      <Selection
        libelle="Quoi, et où"
        options={possibles.map((p) => ({ valeur: p.valeur, libelle: dite(p) }))}
        {...liaison.champ('place')}
      />
      <Champ libelle="Titre" aide="Le texte s’écrit ensuite." {...liaison.champ('titre')} />
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Renoncer
        </Bouton>
        <Bouton type="submit" attente={liaison.attente}>
          Ajouter
        </Bouton>
      </ActionsDialogue>
    </FormulaireAction>
  )
}
