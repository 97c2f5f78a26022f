import { describe, expect, it } from 'vitest'
import { texteDuDocument } from '@/lib/documents/texte'
import { calendrierDuVote, type Seance } from '@/lib/domaine/calendrier/conseil'
import { NATURES_GESTIONNAIRE } from '@/lib/domaine/organisation/designations'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import type { TexteDActe, UniteDActe } from '@/lib/domaine/texte/finalisation'
import { dossierDuConseil } from '@/lib/presentation/conseil/dossier'
import { seancesDites } from '@/lib/presentation/conseil/seances'
import { tableauAvantApres, texteDuConseil } from '@/lib/presentation/conseil/texte-du-conseil'

const JOUR = '2026-11-22'
const seance = (le: string, depotAvant: string | null = null, annulee = false): Seance => ({
  id: le,
  le,
  depotAvant,
  annulee,
})

describe('Le calendrier du vote', () => {
  it('prend la première séance dont le dépôt est encore ouvert, jour limite compris', () => {
    const c = calendrierDuVote([seance('2026-12-20', JOUR), seance('2026-12-01', '2026-11-21')], JOUR)
    expect(c.seance?.le).toBe('2026-12-20')
    expect(c.depot).toEqual({ avant: JOUR, jours: 0 })
    expect(c.manquees.map((s) => s.le)).toEqual(['2026-12-01'])
    expect(c.signatureAuPlusTot).toBe('2026-12-20')
  })
  it('ignore une séance annulée, passée, ou du jour même sans limite dite', () => {
    expect(
      calendrierDuVote([seance('2026-12-01', null, true), seance('2026-11-21'), seance(JOUR)], JOUR).seance,
    ).toBeNull()
    expect(calendrierDuVote([seance('2026-11-23')], JOUR).seance?.le).toBe('2026-11-23')
  })
  it.each([
    ['2027-01-01', 12],
    ['2026-12-20', 0],
    ['2026-12-01', -19],
  ])('la marge jusqu’à l’effet du %s est de %d jours', (effet, marge) => {
    expect(calendrierDuVote([seance('2026-12-20')], JOUR, effet).marge).toBe(marge)
  })
})

describe('Les séances à l’écran', () => {
  it('désigne la première que l’on peut encore viser, et dit jusqu’à quand déposer', () => {
    const dites = seancesDites(
      [
        seance('2026-12-01', '2026-11-21'),
        seance('2026-12-16', JOUR),
        seance('2027-01-20'),
        seance('2027-02-10', '2027-01-20', true),
      ],
      JOUR,
    )
    expect([...dites.values()].map((s) => s.etat?.libelle ?? null)).toEqual([
      'Dépôt clos',
      'Prochaine possible',
      null,
      'Annulée',
    ])
    expect(dites.get('2026-12-16')?.depot).toMatch(
      /^Dépôt jusqu’au 22.novembre.2026 inclus.: c’est aujourd’hui$/,
    )
    expect(dites.get('2026-12-01')?.depot).not.toContain('dans')
    expect(dites.get('2027-01-20')?.depot).toBe('Limite de dépôt non connue')
  })
})

const unite = (identite: string, texte: string, u: Partial<UniteDActe> = {}): UniteDActe => ({
  identite,
  parent: null,
  rang: 1,
  genre: 'article',
  titre: identite,
  contenu: lireTexteBalise(texte, identite),
  omise: false,
  ...u,
})
const texte = (...unites: UniteDActe[]): TexteDActe => ({
  titre: 'Convention',
  comparutions: [],
  unites,
  definitions: [],
  valeurs: {},
})
const RESERVEE = unite('praticiens', 'Docteur Secret.', {
  genre: 'annexe',
  rang: 2,
  annexe: { nature: 'nominative', revision: 'avenant', reserveeAuxParties: true },
})

describe('Le texte soumis au conseil', () => {
  it('tait les annexes réservées, garde leur numéro et leurs renvois', () => {
    const t = texteDuConseil(
      texte(
        unite('a', 'Voir l’{{§praticiens}}.'),
        RESERVEE,
        unite('suite', 'Docteur Caché.', { genre: 'sous-article', parent: 'praticiens' }),
        unite('plan', 'Public.', { genre: 'annexe', rang: 3 }),
      ),
    )
    expect(JSON.stringify(t)).not.toMatch(/Secret|Caché/)
    expect(t.unites.map((u) => u.identite)).toEqual(['a', 'praticiens', 'plan'])
  })
  it('met en deux colonnes les seuls articles qui changent, jamais une annexe réservée', () => {
    const avant = texte(unite('a', 'Deux jours.'), unite('b', 'Idem.', { rang: 2 }), RESERVEE)
    const apres = texte(unite('a', 'Trois jours.'), unite('b', 'Idem.', { rang: 2 }), {
      ...RESERVEE,
      contenu: lireTexteBalise('Docteur Autre.', 'praticiens'),
    })
    const t = tableauAvantApres(avant, apres)
    expect(t?.lignes).toHaveLength(2)
    expect(JSON.stringify(t)).toMatch(/Deux jours.*Trois jours/)
    expect(JSON.stringify(t)).not.toContain('Docteur')
    expect(tableauAvantApres(avant, avant)).toBeNull()
  })
  it('montre aussi l’article ajouté et l’article supprimé', () => {
    const avant = texte(unite('a', 'Deux jours.'), unite('b', 'Ancien.', { rang: 2 }))
    const apres = texte(unite('a', 'Deux jours.'), unite('c', 'Nouveau.', { rang: 2 }))
    const lignes = JSON.stringify(tableauAvantApres(avant, apres)?.lignes.slice(1))
    expect(lignes).toMatch(/Ancien.*Supprimé/)
    expect(lignes).toMatch(/Sans équivalent.*Nouveau/)
    expect(lignes).not.toContain('Deux jours')
  })
})

describe('Le dossier du conseil', () => {
  const dossier = (
    nature: (typeof NATURES_GESTIONNAIRE)[number],
    genre: 'CONVENTION' | 'AVENANT' = 'CONVENTION',
  ) =>
    dossierDuConseil({
      reference: 'HUPS-ARC-2026-001',
      genre,
      auteur: 'Groupe',
      jour: JOUR,
      version: { numero: 2, empreinte: 'e', creeLe: new Date('2026-11-20T10:00:00Z') },
      texte: { ...texte(unite('a', 'Trois jours.'), RESERVEE), surtitre: '', parties: [], numeros: {} },
      changement:
        genre === 'AVENANT'
          ? {
              avant: { ...texte(unite('a', 'Deux jours.')), numeros: {} },
              apres: { ...texte(unite('a', 'Trois jours.')), numeros: {} },
            }
          : null,
      autres: [],
      gestionnaire: {
        nom: 'la commune d’Arcueil',
        nature,
        signataire: { civilite: 'MME', qualite: 'Maire' },
      },
      hopital: { nom: 'l’hôpital', groupe: 'Groupe' },
      centres: ['Centre d’Arcueil'],
      effetFinancier: false,
      seance: null,
    })
  const tout = (nature: (typeof NATURES_GESTIONNAIRE)[number]) =>
    dossier(nature)
      .map((p) => texteDuDocument(p.document))
      .join('\n')

  it.each(NATURES_GESTIONNAIRE)('%s : ni annexe réservée, ni lacune, ni transmission indue', (nature) => {
    const t = tout(nature)
    expect(t).not.toMatch(/Secret|undefined|null/)
    expect(/transmise au représentant de l’État/.test(t)).toBe(nature === 'COMMUNE' || nature === 'EPCI')
  })
  it('accorde le titre de qui signe et cite le CGCT pour une commune', () => {
    const t = tout('COMMUNE')
    expect(t).toContain('Madame la Maire est autorisée à la signer')
    expect(t).toContain('L. 2121-29')
  })
  it('ajoute le tableau des modifications pour un avenant, sous des noms de fichiers propres', () => {
    expect(dossier('COMMUNE').map((p) => p.nom)).toEqual([
      '1 - Note de présentation.docx',
      '2 - Projet de délibération.docx',
      '3 - Convention et annexes.docx',
    ])
    expect(dossier('ASSOCIATION', 'AVENANT').map((p) => p.nom)).toEqual([
      '1 - Note de présentation.docx',
      '2 - Projet de décision.docx',
      '3 - Avenant et annexes.docx',
      '4 - Tableau des modifications.docx',
    ])
  })
})
