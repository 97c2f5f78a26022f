import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EVENEMENT_DE_LA_DECISION } from '@/lib/cas-usage/remarque/decider-remarque'
import { EVENEMENT_DU_PASSAGE } from '@/lib/domaine/acte/etapes'
import type { Etape } from '../../../lib/domaine/acte/etapes'
import { ETAPES } from '../../../lib/domaine/acte/etapes'
import { SITUATIONS } from '../../../lib/domaine/acte/situation'
import { lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import { compteDit, etatDit, prochaineEtape, type Regard } from '../../../lib/presentation/conventions/etats'
import {
  contexteJournal,
  EVENEMENTS_ACTE,
  parJour,
  phraseJournal,
} from '../../../lib/presentation/conventions/journal'
import { finReprise, phraseFinReprise, poids } from '../../../lib/presentation/conventions/reprise'

const REGARDS: Regard[] = ['redacteur', 'centre', 'mairie', 'valideur', 'observateur']
const JOUR = '2026-11-22'
const contexte = contexteJournal({
  titre: '',
  comparutions: [],
  definitions: [{ cle: 'duree', libelle: 'Durée', genre: 'duree' }],
  valeurs: {},
  unites: [
    {
      identite: 'a',
      parent: null,
      rang: 1,
      genre: 'article',
      titre: 'Objet',
      contenu: lireTexteBalise('Un.', 'a'),
      omise: false,
    },
    {
      identite: 'b',
      parent: null,
      rang: 2,
      genre: 'article',
      titre: 'Activités',
      contenu: lireTexteBalise('Deux.', 'b'),
      omise: false,
    },
    {
      identite: 'b1',
      parent: 'b',
      rang: 1,
      genre: 'sous-article',
      titre: 'Imagerie',
      contenu: lireTexteBalise('Trois.', 'b1'),
      omise: false,
    },
    {
      identite: 'x',
      parent: null,
      rang: 3,
      genre: 'article',
      titre: 'Retiré',
      contenu: lireTexteBalise('Quatre.', 'x'),
      omise: true,
    },
  ],
})
const dire = (evenement: string, cible: string | null = null, donnees: Record<string, unknown> = {}) =>
  phraseJournal(
    {
      id: '1',
      le: new Date('2026-11-22T08:30:00Z'),
      finLe: new Date('2026-11-22T08:52:00Z'),
      auteur: 'La direction des partenariats',
      evenement,
      cible,
      donnees,
    },
    contexte,
  )

/** Dossiers des cas d'usage qui écrivent au journal d'un acte. */
const DOSSIERS_DE_L_ACTE = [
  'activite',
  'convention',
  'acte',
  'avenant',
  'acceptation',
  'accord',
  'approbation',
  'avenant',
  'campagne',
  'deliberation',
  'engagement',
  'mesure',
  'invitation',
  'resiliation',
  'remarque',
  'signature',
  'retour-word',
]

describe('Le journal en phrases', () => {
  it.each([
    ['unite-modifiee', 'b1', {}, 'La direction des partenariats a réécrit l’article 2.1 (Imagerie)'],
    [
      'variante-choisie',
      'b1',
      {
        libelle: 'Courte',
        valeurs: [{ cle: 'duree', avant: null, apres: { genre: 'duree', nombre: 15, unite: 'jour' } }],
      },
      'La direction des partenariats a choisi une variante pour l’article 2.1 (Imagerie) : « Courte » ; « Durée » passe à « 15 jours »',
    ],
    [
      'modele-retabli',
      'b1',
      { valeurs: [{ cle: 'duree', avant: null, apres: null }, 'illisible'] },
      'La direction des partenariats a rétabli le texte du modèle pour l’article 2.1 (Imagerie) ; « Durée » redevient à compléter',
    ],
    [
      'unite-omise',
      'x',
      { motif: 'Sans objet' },
      'La direction des partenariats a retiré l’article « Retiré » du texte',
    ],
    [
      'modele-retabli',
      'a',
      {},
      'La direction des partenariats a rétabli le texte du modèle pour l’article 1er (Objet)',
    ],
    [
      'parametre-modifie',
      'duree',
      { avant: null, apres: { genre: 'duree', nombre: 3, unite: 'an' } },
      'La direction des partenariats a indiqué « Durée » : 3 ans',
    ],
    [
      'formulaire-joint',
      'b1',
      { fichier: { nom: 'v2.pdf', empreinte: 'a' }, precedent: { nom: 'v1.pdf', empreinte: 'b' } },
      'La direction des partenariats a joint le formulaire « v2.pdf » à l’article 2.1 (Imagerie), à la place de « v1.pdf »',
    ],
    [
      'formulaire-ote',
      'b1',
      { fichier: null, precedent: { nom: 'v1.pdf', empreinte: 'b' } },
      'La direction des partenariats a ôté le formulaire « v1.pdf » joint à l’article 2.1 (Imagerie)',
    ],
    [
      'parametre-modifie',
      'duree',
      { avant: null, apres: null },
      'La direction des partenariats a effacé « Durée »',
    ],
    [
      'acte-repris',
      null,
      { signature: '2018-09-01', scan: false },
      'La direction des partenariats a enregistré cet acte déjà signé le 1er septembre 2018, sans scan',
    ],
  ])('%s %s', (evenement, cible, donnees, phrase) => {
    expect(dire(evenement, cible, donnees).phrase.replace(/[\u00a0\u202f]/g, ' ')).toBe(phrase)
  })
  it('dit la durée d’une saisie regroupée, à l’heure de Paris', () => {
    expect(dire('unite-modifiee', 'a').moment.replace(/\u00a0/g, ' ')).toBe('de 9 h 30 à 9 h 52')
  })
  it('montre l’avant et l’après d’un article', () => {
    const etat = (texte: string) => ({ titre: 'Objet', contenu: lireTexteBalise(texte, 'a') })
    const { change } = dire('unite-modifiee', 'a', { avant: etat('Un.'), apres: etat('Un seul.') })
    expect(change).toEqual({ avant: ['Objet', 'Un.'], apres: ['Objet', 'Un seul.'] })
  })
  it('ne laisse passer ni code ni identité technique', () => {
    for (const e of EVENEMENTS_ACTE)
      expect(dire(e, 'inconnue').phrase).not.toMatch(/inconnue|[a-z]-[a-z]+e{1,2}\b.*-/)
  })
  it('connaît chaque événement que les écritures d’un acte produisent', () => {
    const racine = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../lib/cas-usage')
    const fichiers = DOSSIERS_DE_L_ACTE.flatMap((d) =>
      fs.readdirSync(path.join(racine, d)).map((f) => path.join(racine, d, f)),
    )
    const litteraux = fichiers
      .flatMap((f) => [...fs.readFileSync(f, 'utf8').matchAll(/evenement: (.+?)(?:, |,$)/gm)])
      .flatMap(([, expression = '']) => [...expression.matchAll(/'([a-z-]+)'/g)].map((m) => m[1]))
    const ecrits = [
      ...litteraux,
      ...Object.values(EVENEMENT_DU_PASSAGE),
      ...Object.values(EVENEMENT_DE_LA_DECISION),
    ]
    expect(ecrits.length).toBeGreaterThan(8)
    expect(new Set(ecrits)).toEqual(new Set(EVENEMENTS_ACTE))
  })
  it('groupe par jour de Paris', () => {
    const heures = ['2026-11-22T23:30:00Z', '2026-11-22T10:00:00Z'].map((h) => new Date(h))
    expect(parJour(heures, (h) => h).map((j) => j.jour)).toEqual(['2026-11-23', '2026-11-22'])
  })
})

describe('L’état et la suite', () => {
  it('chaque étape et chaque situation ont un mot et une suite pour chacun', () => {
    for (const etape of ETAPES)
      for (const situation of etape === 'SIGNEE' ? SITUATIONS : [null])
        for (const regard of REGARDS) {
          const c = { etape, situation, dateEffet: '2026-12-01', dateFin: '2027-03-01' }
          expect(etatDit(c).libelle).not.toBe('')
          expect(prochaineEtape(c, regard, JOUR)).not.toMatch(/undefined|null|date inconnue|^$/)
        }
  })
  const enVigueur = (dateFin: string | null) => ({
    etape: 'SIGNEE' as Etape,
    situation: 'EN_VIGUEUR' as const,
    dateEffet: null,
    dateFin,
  })
  it('un an avant la fin, la direction prépare la suite ; le siège n’a rien « à lui »', () => {
    expect(prochaineEtape(enVigueur('2027-11-22'), 'redacteur', JOUR)).toMatch(/^À vous/)
    expect(prochaineEtape(enVigueur('2027-11-23'), 'redacteur', JOUR)).toMatch(/^S’applique/)
    expect(prochaineEtape(enVigueur('2027-01-01'), 'observateur', JOUR)).not.toMatch(/À vous/)
    expect(prochaineEtape(enVigueur(null), 'redacteur', JOUR)).toContain('date de fin')
  })
  it('compte en français', () => {
    expect([0, 1, 12, null].map(compteDit).map((x) => x.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Aucune convention',
      '1 convention',
      '12 conventions',
      'plus de 1 000 conventions',
    ])
  })
})

describe('Le dernier jour d’une reprise', () => {
  const dates = {
    dateSignature: '2018-09-10',
    dateEffet: '2018-09-15',
    terme: 'duree',
    duree: '3',
    uniteDuree: 'an',
    dateFin: '',
  }
  it.each([
    [{}, '2021-09-14'],
    [{ dateEffet: '' }, '2021-09-09'],
    [{ dateEffet: '2024-02-29' }, '2027-02-28'],
    [{ terme: 'fin', dateFin: '2022-01-31' }, '2022-01-31'],
    [{ terme: 'inconnue' }, null],
    [{ duree: '0' }, null],
    [{ duree: '1.5' }, null],
  ])('%j → %s', (change, fin) => {
    expect(finReprise({ ...dates, ...change })).toBe(fin)
  })
  it('dit s’il est passé', () => {
    expect(phraseFinReprise(dates, JOUR).replace(/\u00a0/g, ' ')).toBe(
      'soit jusqu’au 14 septembre 2021 inclus : échue',
    )
    expect(phraseFinReprise({ ...dates, dateEffet: '2026-01-01' }, JOUR)).toContain('en vigueur')
  })
  it('pèse en français', () => {
    expect([900, 480_000, 4_230_000, 5_000_000].map((n) => poids(n).replace('\u00a0', ' '))).toEqual([
      '1 Ko',
      '480 Ko',
      '4,2 Mo',
      '5 Mo',
    ])
  })
})
