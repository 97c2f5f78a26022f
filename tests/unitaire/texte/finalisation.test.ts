import { describe, expect, it } from 'vitest'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { canoniser, empreinteTexteVote } from '@/lib/domaine/texte/empreinte'
import {
  mentionsAttendues,
  obstaclesFinalisation,
  peutEtreFinalisee,
  type TexteDActe,
  type UniteDActe,
} from '@/lib/domaine/texte/finalisation'
import { numeroter, parcourir } from '@/lib/domaine/texte/numerotation'
import type { GenreUnite } from '@/lib/domaine/texte/unites'

const unite = (
  identite: string,
  genre: GenreUnite,
  texte: string,
  plus: Partial<UniteDActe> = {},
): UniteDActe => ({
  identite,
  parent: null,
  rang: 0,
  genre,
  titre: identite,
  contenu: lireTexteBalise(texte, identite),
  omise: false,
  ...plus,
})
const base = (): TexteDActe => ({
  titre: 'Convention avec {{gestionnaire}}',
  comparutions: ['L’hôpital'],
  definitions: [
    { cle: 'gestionnaire', libelle: 'Gestionnaire', genre: 'designation', origine: 'reference' },
    { cle: 'delai', libelle: 'Délai', genre: 'duree' },
    {
      cle: 'deliberation_numero',
      libelle: 'Numéro',
      genre: 'texte',
      origine: 'mention-tardive',
      moment: 'avant-signature',
    },
  ],
  valeurs: {
    gestionnaire: {
      genre: 'designation',
      nom: 'commune d’Arcueil',
      sigle: 'Commune',
      article: 'la',
      feminin: true,
    },
    delai: { genre: 'duree', nombre: 48, unite: 'heure' },
  },
  unites: [
    unite('visa', 'visa', 'Vu la délibération {{deliberation_numero}}', { rang: 0 }),
    unite('objet', 'article', 'Objet.', { rang: 10 }),
    unite('imagerie', 'article', 'Réponse sous {{delai}}, voir l’{{§annexe}}.', { rang: 20 }),
    unite('annexe', 'annexe', 'Circuit.', { rang: 30 }),
  ],
})

describe('Version définitive', () => {
  it('est possible quand tout est rempli, mentions tardives exceptées', () => {
    expect(obstaclesFinalisation(base())).toEqual([])
    expect(peutEtreFinalisee(base())).toBe(true)
    expect(mentionsAttendues(base()).map((m) => m.cle)).toEqual(['deliberation_numero'])
  })

  it('nomme la valeur manquante et l’unité qui la cite', () => {
    const t = base()
    const sans = { ...t, valeurs: { ...t.valeurs, delai: undefined } }
    expect(obstaclesFinalisation(sans)).toEqual([
      { genre: 'valeur-manquante', cle: 'delai', libelle: 'Délai', unite: 'imagerie', tardive: false },
    ])
  })

  it('n’exige pas la valeur d’un article laissé de côté', () => {
    const t = base()
    const unites = t.unites.map((u) => (u.identite === 'imagerie' ? { ...u, omise: true } : u))
    expect(peutEtreFinalisee({ ...t, unites, valeurs: { gestionnaire: t.valeurs.gestionnaire } })).toBe(true)
  })

  it('admet une annexe dont tout le contenu est le formulaire joint', () => {
    const fichier = { id: '1', nom: 'demande.pdf', taille: 10, empreinte: 'a'.repeat(64) }
    const t = base()
    const sans = t.unites.map((u) =>
      u.identite === 'annexe' ? unite('annexe', 'annexe', '', { rang: 30 }) : u,
    )
    expect(peutEtreFinalisee({ ...t, unites: sans })).toBe(false)
    const avec = sans.map((u) => (u.identite === 'annexe' ? { ...u, fichier } : u))
    expect(peutEtreFinalisee({ ...t, unites: avec })).toBe(true)
  })

  it('refuse une annexe citée et absente, un renvoi cassé, une unité vide, un paramètre inconnu', () => {
    const t = base()
    const genres = (unites: UniteDActe[]) => obstaclesFinalisation({ ...t, unites }).map((o) => o.genre)
    expect(genres(t.unites.map((u) => (u.identite === 'annexe' ? { ...u, omise: true } : u)))).toEqual([
      'annexe-manquante',
    ])
    expect(genres([...t.unites, unite('x', 'article', 'voir l’{{§nulle-part}}', { rang: 15 })])).toEqual([
      'renvoi-casse',
    ])
    expect(genres([...t.unites, unite('x', 'article', '', { rang: 15 })])).toEqual(['unite-vide'])
    expect(genres([...t.unites, unite('x', 'article', '{{inconnu}}', { rang: 15 })])).toEqual([
      'parametre-inconnu',
    ])
  })
})

describe('Empreinte du texte voté', () => {
  const e = (t: TexteDActe) => empreinteTexteVote(t)

  it('ne bouge pas quand une mention tardive se remplit, ni selon l’ordre de lecture des lignes', () => {
    const t = base()
    expect(
      e({ ...t, valeurs: { ...t.valeurs, deliberation_numero: { genre: 'texte', texte: '2026-12' } } }),
    ).toBe(e(t))
    expect(e({ ...t, unites: [...t.unites].reverse() })).toBe(e(t))
  })

  it('change avec un mot, une valeur, une partie, un article omis, l’ordre des articles', () => {
    const t = base()
    const autres: TexteDActe[] = [
      { ...t, titre: 'Autre {{gestionnaire}}' },
      { ...t, comparutions: ['Autre'] },
      { ...t, valeurs: { ...t.valeurs, delai: { genre: 'duree', nombre: 24, unite: 'heure' } } },
      { ...t, unites: t.unites.map((u) => (u.identite === 'objet' ? { ...u, omise: true } : u)) },
      { ...t, unites: t.unites.map((u) => (u.identite === 'objet' ? { ...u, rang: 25 } : u)) },
      {
        ...t,
        unites: t.unites.map((u) =>
          u.identite === 'objet' ? { ...u, contenu: lireTexteBalise('Objets.', 'objet') } : u,
        ),
      },
    ]
    expect(new Set([e(t), ...autres.map(e)]).size).toBe(autres.length + 1)
  })

  it('change avec le formulaire joint à une annexe, pas avec l’identifiant de son fichier', () => {
    const t = base()
    const avec = (id: string, empreinte: string): TexteDActe => ({
      ...t,
      unites: t.unites.map((u) =>
        u.identite === 'annexe' ? { ...u, fichier: { id, nom: 'demande.pdf', taille: 10, empreinte } } : u,
      ),
    })
    const issues = [t, avec('1', 'a'.repeat(64)), avec('1', 'b'.repeat(64))].map(e)
    expect(new Set(issues).size).toBe(3)
    expect(e(avec('2', 'a'.repeat(64)))).toBe(issues[1])
    const ote = { ...t, unites: t.unites.map((u) => ({ ...u, fichier: null })) }
    expect(e(ote)).toBe(e(t))
  })

  it('canonise sans dépendre de l’ordre des clés', () => {
    expect(canoniser({ b: 1, a: [{ d: undefined, c: 'é' }] })).toBe('{"a":[{"c":"é"}],"b":1}')
  })
})

describe('Numérotation', () => {
  it('numérote articles, sous-articles et annexes, et remonte quand un article est omis', () => {
    const u = [
      unite('a', 'article', 'x', { rang: 1 }),
      unite('b', 'article', 'x', { rang: 2, omise: true }),
      unite('c', 'article', 'x', { rang: 3 }),
      unite('c1', 'sous-article', 'x', { rang: 1, parent: 'c' }),
      unite('c2', 'sous-article', 'x', { rang: 2, parent: 'c' }),
      unite('n', 'annexe', 'x', { rang: 4 }),
    ]
    const n = numeroter(u)
    expect([...n].map(([k, v]) => `${k}=${v.intitule}`)).toEqual([
      'a=Article 1er',
      'c=Article 2',
      'c1=2.1',
      'c2=2.2',
      'n=Annexe 1',
    ])
    expect(parcourir([...u].reverse()).map((x) => x.identite)).toEqual(['a', 'b', 'c', 'c1', 'c2', 'n'])
  })

  it('ne boucle pas sur des parents en cercle', () => {
    const u = [unite('a', 'article', 'x', { parent: 'b' }), unite('b', 'article', 'x', { parent: 'a' })]
    expect(parcourir(u)).toEqual([])
    expect(numeroter(u).size).toBe(0)
  })
})
