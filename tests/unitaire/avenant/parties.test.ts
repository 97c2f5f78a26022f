import { expect, it } from 'vitest'
import { consolider } from '@/lib/domaine/avenant/consolider'
import type { EtatDeLaChaine } from '@/lib/domaine/avenant/etat'
import { valeursDeLAvenant } from '@/lib/domaine/avenant/redaction/comparutions'
import { reprenables } from '@/lib/domaine/avenant/reprise-du-modele'
import { deriver, deriverTout, type Retouche } from '@/lib/domaine/avenant/retouches'
import { empreinteTexteVote } from '@/lib/domaine/texte/empreinte'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { article, base } from './fabrique'

const maire = (nom: string, fonction = 'Maire'): ValeurParametre => ({
  genre: 'personne',
  civilite: 'MME',
  prenom: 'Claire',
  nom,
  fonction: { masculin: fonction, feminin: fonction },
})
const qualite = (depart: ValeurParametre, voulu: ValeurParametre): Retouche => ({
  cible: 'valeur',
  cle: 'gestionnaire_representant',
  depart,
  voulu,
})
const E: EtatDeLaChaine = {
  ...base(),
  comparutions: ['{{gestionnaire_representant|qualifie}},'],
  valeurs: { ...base().valeurs, gestionnaire_representant: maire('Un') },
}

it('d’une personne, seule la fonction se vote : un nom corrigé ne modifie rien, ni l’empreinte, ni l’application', () => {
  expect(deriver(qualite(maire('Un'), maire('Deux')))).toBeNull()
  const adjointe = maire('Deux', 'Adjointe déléguée')
  const modifications = deriverTout([qualite(maire('Un'), adjointe)])
  expect(modifications).toHaveLength(1)
  const empreinte = (nom: string) =>
    empreinteTexteVote({
      titre: '',
      comparutions: [],
      unites: [],
      definitions: [],
      valeurs: {},
      modifications: deriverTout([qualite(maire('Un'), maire(nom, 'Adjointe déléguée'))]),
    })
  expect(empreinte('Deux')).toBe(empreinte('Trois'))
  // Le nom du maire a été corrigé depuis : la modification s'applique toujours.
  const corrige = { ...E, valeurs: { ...E.valeurs, gestionnaire_representant: maire('Corrigé') } }
  const avenant = {
    acteId: 'a',
    rang: 1,
    titre: '',
    signeLe: '2026-01-01',
    effetLe: '2026-01-01',
    transcrit: true,
  }
  const c = consolider(corrige, [{ ...avenant, modifications }], '2026-02-01')
  expect(c.conflits).toEqual([])
  expect(c.etat.valeurs.gestionnaire_representant).toEqual(adjointe)
})

it('dans ses comparutions, l’avenant nomme les parties telles qu’elles le signent', () => {
  const modifications = deriverTout([qualite(maire('Un'), maire('Deux', 'Adjointe'))])
  const voulu = {
    ...E,
    valeurs: {
      delai: { genre: 'nombre', nombre: 1 } as const,
      gestionnaire_representant: maire('Deux', 'Adjointe'),
    },
  }
  expect(valeursDeLAvenant(E, voulu, modifications)).toEqual({
    delai: { genre: 'nombre', nombre: 1 },
    gestionnaire_representant: maire('Un'),
  })
})

it('un article du modèle se reprend à sa place, derrière ce qu’un avenant a inséré, ses sous-articles avec lui', () => {
  const e = base()
  const modele = e.unites.map(({ identite, parent, rang, genre }) => ({ identite, parent, rang, genre }))
  expect(reprenables(modele, e)).toEqual([])
  // « urgences » et « imagerie », avec ses sous-articles, n'ont pas été signés ; « objet bis » a été inséré.
  const absents = new Set(['imagerie', 'scanner', 'irm', 'urgences'])
  const reste = {
    ...e,
    unites: [
      ...e.unites.filter((u) => !absents.has(u.identite)),
      {
        ...e.unites[4],
        ...article('x', null),
        identite: 'objet-bis',
        rang: 5.5,
        traces: [],
      } as (typeof e.unites)[number],
    ],
  }
  expect(reprenables(modele, reste)).toMatchObject([
    { identite: 'imagerie', cas: 'absent', parent: null, apres: 'objet-bis' },
    { identite: 'urgences', cas: 'absent', parent: null, apres: 'objet-bis' },
  ])
  const supprime = {
    ...e,
    unites: e.unites.map((u) => (u.identite === 'irm' ? { ...u, supprimee: true } : u)),
  }
  expect(reprenables(modele, supprime)).toMatchObject([
    { identite: 'irm', cas: 'supprime', parent: 'imagerie', apres: 'scanner' },
  ])
  // Une annexe du modèle ne se met pas en tête d'un texte qui n'en a pas gardé.
  const sansAnnexe = { ...e, unites: e.unites.filter((u) => u.identite !== 'annexe') }
  expect(reprenables(modele, sansAnnexe)).toMatchObject([{ identite: 'annexe', apres: 'astreinte' }])
})
