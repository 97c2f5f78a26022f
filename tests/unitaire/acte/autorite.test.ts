import { describe, expect, it } from 'vitest'
import { suivreAvis } from '@/lib/domaine/acte/approbations'
import {
  type ActeAAutoriser,
  autoriteDeLaPartie,
  cleMention,
  couverture,
  type DeliberationConnue,
  effetFinancierDecide,
  PORTEES,
  regimeDe,
} from '@/lib/domaine/acte/autorite'
import { NATURES_GESTIONNAIRE } from '@/lib/domaine/organisation/designations'
import type { ApprobationDemandee } from '@/lib/domaine/texte/modele-source'

const AVENANT: ActeAAutoriser = { id: 'a1', genre: 'AVENANT', effetFinancier: null }
const CONVENTION: ActeAAutoriser = { id: 'a0', genre: 'CONVENTION', effetFinancier: null }
const deliberation = (d: Partial<DeliberationConnue> = {}): DeliberationConnue => ({
  id: '1',
  acteId: 'a0',
  organisationId: 'arcueil',
  empreinte: 'e0',
  organe: 'conseil municipal',
  numero: '2026-12',
  seanceLe: '2026-06-24',
  transmiseLe: '2026-06-26',
  publieeLe: '2026-06-27',
  portee: 'ACTE_ET_AVENANTS',
  sens: 'ADOPTEE',
  ...d,
})

describe('L’autorité suit la nature du gestionnaire', () => {
  it('ne fait transmettre au préfet que les délibérations des collectivités', () => {
    const transmises = NATURES_GESTIONNAIRE.filter((n) => regimeDe(n).transmission)
    expect(transmises).toEqual(['COMMUNE', 'EPCI'])
    expect(NATURES_GESTIONNAIRE.filter((n) => regimeDe(n).nom === 'délibération')).toEqual(transmises)
  })
  it('tient une nature inconnue pour une commune, la plus exigeante', () => {
    expect(regimeDe(null)).toEqual(regimeDe('COMMUNE'))
  })
})

describe('Une délibération antérieure couvre un avenant', () => {
  const cas = PORTEES.flatMap((portee) =>
    [null, true, false].map((effetFinancier) => ({ portee, effetFinancier })),
  )
  it.each(cas)('portée $portee, effet financier $effetFinancier', ({ portee, effetFinancier }) => {
    const attendu =
      portee === 'ACTE_ET_AVENANTS' ||
      (portee === 'AVENANTS_SANS_EFFET_FINANCIER' && effetFinancier === false)
    const trouvee = couverture({ ...AVENANT, effetFinancier }, 'arcueil', [deliberation({ portee })])
    expect(trouvee !== null).toBe(attendu)
  })
  it('jamais une convention, une autre partie, un refus, ni l’avenant lui-même', () => {
    expect(couverture(CONVENTION, 'arcueil', [deliberation({ acteId: 'z' })])).toBeNull()
    expect(couverture(AVENANT, 'gentilly', [deliberation()])).toBeNull()
    expect(couverture(AVENANT, 'arcueil', [deliberation({ sens: 'REFUSEE' })])).toBeNull()
    expect(couverture(AVENANT, 'arcueil', [deliberation({ acteId: 'a1' })])).toBeNull()
  })
  it('prend la plus récente', () => {
    const vieille = deliberation({ id: '1', seanceLe: '2024-01-01' })
    const neuve = deliberation({ id: '2', seanceLe: '2025-01-01' })
    expect(couverture(AVENANT, 'arcueil', [vieille, neuve])?.id).toBe('2')
  })
  it('ne demande l’effet financier que lorsqu’il décide', () => {
    const limitee = deliberation({ portee: 'AVENANTS_SANS_EFFET_FINANCIER' })
    expect(effetFinancierDecide(AVENANT, 'arcueil', [limitee])).toBe(true)
    expect(effetFinancierDecide(AVENANT, 'arcueil', [deliberation()])).toBe(false)
    expect(effetFinancierDecide(AVENANT, 'arcueil', [])).toBe(false)
    expect(effetFinancierDecide(CONVENTION, 'arcueil', [limitee])).toBe(false)
  })
})

describe('Où en est une partie', () => {
  it('la décision sur ce texte l’emporte, la plus récente d’abord', () => {
    const refus = deliberation({ id: '1', sens: 'REFUSEE' })
    const vote = deliberation({ id: '2' })
    expect(autoriteDeLaPartie(CONVENTION, 'arcueil', 'e0', [refus, vote]).etat).toBe('votee')
    expect(autoriteDeLaPartie(CONVENTION, 'arcueil', 'e0', [refus]).etat).toBe('refusee')
  })
  it('un autre texte demande un autre vote', () => {
    expect(autoriteDeLaPartie(CONVENTION, 'arcueil', 'e1', [deliberation()]).etat).toBe('autre-texte')
    expect(autoriteDeLaPartie(CONVENTION, 'arcueil', 'e1', []).etat).toBe('attendue')
  })
  it('un avenant couvert n’attend rien', () => {
    expect(autoriteDeLaPartie(AVENANT, 'arcueil', 'e1', [deliberation()]).etat).toBe('couverte')
  })
  it('un avenant a ses propres mentions', () => {
    expect(cleMention('deliberation_numero', 0)).toBe('deliberation_numero')
    expect(cleMention('deliberation_numero', 2)).toBe('deliberation_numero_avenant_2')
  })
})

describe('Avis et accords, dans l’ordre', () => {
  const demandees: ApprobationDemandee[] = [
    { fonction: 'praticien', libelle: 'Praticien', nature: 'accord' },
    { fonction: 'cme', libelle: 'CME', nature: 'avis' },
    { fonction: 'comptable', libelle: 'Comptable', nature: 'avis' },
  ]
  const rendue = (fonction: string, etat: 'APPROUVEE' | 'REFUSEE', empreinte = 'e') => ({
    fonction,
    empreinte,
    etat,
    motif: etat === 'REFUSEE' ? 'Motif' : null,
    auteurNom: 'Quelqu’un',
    le: new Date(),
  })
  const tours = (rendues: ReturnType<typeof rendue>[], empreinte: string | null = 'e') =>
    suivreAvis(demandees, rendues, empreinte).map((a) => a.aSonTour)

  it('chacun attend le précédent', () => {
    expect(tours([])).toEqual([true, false, false])
    expect(tours([rendue('praticien', 'APPROUVEE')])).toEqual([false, true, false])
  })
  it('un avis défavorable n’arrête pas la liste, un accord refusé si', () => {
    expect(tours([rendue('praticien', 'APPROUVEE'), rendue('cme', 'REFUSEE')])).toEqual([false, false, true])
    expect(tours([rendue('praticien', 'REFUSEE')])).toEqual([false, false, false])
  })
  it('un texte changé redemande, et le dit', () => {
    const avis = suivreAvis(demandees, [rendue('praticien', 'APPROUVEE', 'avant')], 'e')
    expect(avis[0]).toMatchObject({ etat: 'ATTENDUE', aSonTour: true, redemande: true })
    expect(avis[1]?.redemande).toBe(false)
  })
  it('rien n’est à rendre avant une version partagée', () => {
    expect(tours([], null)).toEqual([false, false, false])
  })
})
