'use client'

import { useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { ActionsDialogue, Dialogue } from '@/components/ui/dialogue'
import { Encart } from '@/components/ui/encart'
import { Selection } from '@/components/ui/selection'
import { ZoneTexte } from '@/components/ui/zone-texte'
import type { DefinitionParametre, ValeurParametre } from '@/lib/domaine/texte/parametres'
import { lireCollage } from '@/lib/presentation/campagne/collage'
import type { CentreDit, ModificationDite } from '@/lib/presentation/campagne/nouvelle'
import { compter } from '@/lib/presentation/typographie'

export type ValeursCollees = { cible: string; lues: { conventionId: string; valeur: ValeurParametre }[] }
type Collable = ModificationDite & { saisie: DefinitionParametre }
type Proprietes = {
  modifications: readonly ModificationDite[]
  centres: readonly CentreDit[]
  poser: (v: ValeursCollees) => void
}

const NON_COLLABLES: DefinitionParametre['genre'][] = ['liste', 'personne', 'commune', 'designation']

/** Les valeurs propres à chaque centre, collées d'un tableur en une fois. */
export function CollerValeurs({ modifications, centres, poser }: Proprietes) {
  const collables = modifications.filter(
    (m): m is Collable => m.saisie !== null && !NON_COLLABLES.includes(m.saisie.genre),
  )
  if (collables.length === 0) return null
  return (
    <Dialogue
      titre="Coller les valeurs des centres"
      largeur="large"
      declencheur={
        <Bouton variante="discret" taille="petit">
          Coller un tableau de valeurs
        </Bouton>
      }
    >
      {(fermer) => <Formulaire {...{ collables, centres, poser, fermer }} />}
    </Dialogue>
  )
}

function Formulaire({
  collables,
  centres,
  poser,
  fermer,
}: {
  collables: readonly Collable[]
  centres: readonly CentreDit[]
  poser: Proprietes['poser']
  fermer: () => void
}) {
  const [cible, definirCible] = useState(collables[0]?.cible ?? '')
  const [texte, definirTexte] = useState('')
  const choisie = collables.find((m) => m.cible === cible)
  if (!choisie) return null
  const { lues, laissees } = lireCollage(texte, centres, choisie.saisie)
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(e) => {
        e.preventDefault()
        if (lues.length === 0) return
        poser({ cible, lues })
        fermer()
      }}
    >
      {collables.length > 1 && (
        <Selection
          libelle="Pour quelle modification"
          value={cible}
          onChange={(e) => definirCible(e.target.value)}
          options={collables.map((m) => ({ valeur: m.cible, libelle: m.nom }))}
        />
      )}
      <ZoneTexte
        libelle={`${choisie.nom}, par centre`}
        aide="Une ligne par centre, deux colonnes copiées d’un tableur : sa ville ou sa référence, puis sa valeur."
        rows={8}
        value={texte}
        onChange={(e) => definirTexte(e.target.value)}
      />
      <p role="status" className="text-sm text-encre-2">
        {texte.trim()
          ? compter(lues.length, 'centre reconnu', 'centres reconnus')
          : 'Rien n’est encore collé.'}
      </p>
      {laissees.length > 0 && (
        <Encart ton="vigilance" titre={compter(laissees.length, 'ligne laissée', 'lignes laissées')}>
          <ul className="list-disc pl-5">
            {laissees.map((l, i) => (
              <li key={i}>
                {l.ligne} : {l.raison}
              </li>
            ))}
          </ul>
        </Encart>
      )}
      <ActionsDialogue>
        <Bouton variante="secondaire" onPress={fermer}>
          Annuler
        </Bouton>
        <Bouton type="submit" isDisabled={lues.length === 0}>
          {lues.length ? `Poser ${compter(lues.length, 'valeur')}` : 'Poser les valeurs'}
        </Bouton>
      </ActionsDialogue>
    </form>
  )
}
