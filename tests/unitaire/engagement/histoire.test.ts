import { describe, expect, it } from 'vitest'
import type { AvenantSigne } from '@/lib/domaine/avenant/consolider'
import { empreinteEtat, type Modification } from '@/lib/domaine/avenant/modifications'
import { cibleDe } from '@/lib/domaine/engagement/cible'
import type { Declaration, Promesse } from '@/lib/domaine/engagement/declaration'
import { cibleAu, histoireDesEngagements } from '@/lib/domaine/engagement/histoire'
import { periodeCivile, periodePrecedente, periodesAMesurer } from '@/lib/domaine/engagement/periodes'
import { base, lire } from '../avenant/fabrique'

const e = base()
const DELAI_SCANNER: Promesse = {
  genre: 'delai',
  parametre: 'delai',
  valeur: null,
  decompte: 'calendaire',
  parametreDecompte: null,
  part: 90,
}
const declaration = (autres: Partial<Declaration> = {}): Declaration => ({
  cle: 'reponse-scanner',
  unite: 'scanner',
  variante: null,
  libelle: 'Répondre à chaque demande de scanner',
  debiteur: 'hopital',
  theme: 'imagerie',
  promesse: DELAI_SCANNER,
  recurrence: 'trimestre',
  condition: null,
  portees: [],
  demandes: null,
  referents: { hopital: null, centre: null },
  ...autres,
})
const heures = (nombre: number) => ({ genre: 'duree', nombre, unite: 'heure' }) as const
const delai = (depart: number, voulu: number): Modification => ({
  genre: 'valeur',
  cle: 'delai',
  depart: heures(depart),
  voulu: heures(voulu),
})
const avenant = (rang: number, effetLe: string, modifications: readonly Modification[]): AvenantSigne => ({
  acteId: `a${String(rang)}`,
  rang,
  titre: `Avenant ${String(rang)}`,
  signeLe: '2026-01-01',
  effetLe,
  transcrit: true,
  modifications,
})
const chaine = (avenants: readonly AvenantSigne[], autres: { resilieeLe?: string } = {}) => ({
  etat: e,
  effetLe: '2026-01-01',
  resilieeLe: autres.resilieeLe ?? null,
  avenants,
  variantes: {},
})
const cible = (nombre: number) => ({
  genre: 'delai',
  nombre,
  unite: 'heure',
  decompte: 'calendaire',
  part: 90,
})
const une = (avenants: readonly AvenantSigne[], d = declaration(), autres: { resilieeLe?: string } = {}) =>
  histoireDesEngagements(chaine(avenants, autres), [d])[0]

describe('Les engagements d’une chaîne', () => {
  it('naissent à la prise d’effet et durent jusqu’au terme', () => {
    expect(une([])).toMatchObject({
      cibles: [{ depuis: '2026-01-01', jusqua: '2029-12-31', cible: cible(48), rang: 0 }],
      fermeLe: '2029-12-31',
      valeurAbsente: false,
    })
  })

  it('changent de cible au jour d’effet de l’avenant, pas avant', () => {
    const r = une([avenant(1, '2026-05-15', [delai(48, 24)])])
    expect(r?.cibles).toEqual([
      { depuis: '2026-01-01', jusqua: '2026-05-14', cible: cible(48), rang: 0 },
      { depuis: '2026-05-15', jusqua: '2029-12-31', cible: cible(24), rang: 1 },
    ])
    expect(cibleAu(r?.cibles ?? [], '2026-05-14')).toEqual(cible(48))
    expect(cibleAu(r?.cibles ?? [], '2026-05-15')).toEqual(cible(24))
    expect(cibleAu(r?.cibles ?? [], '2030-01-01')).toBeNull()
  })

  it('ne dépendent pas de l’ordre de lecture des avenants', () => {
    const a = avenant(1, '2026-05-15', [delai(48, 24)])
    const b = avenant(2, '2027-01-01', [delai(24, 12)])
    expect(une([b, a])).toEqual(une([a, b]))
  })

  it('un avenant qui ne touche pas la promesse ne coupe rien', () => {
    const objet: Modification = {
      genre: 'suppression',
      identite: 'objet',
      depart: empreinteEtat(lire(e, 'objet')),
    }
    expect(une([avenant(1, '2026-05-15', [objet])])?.cibles).toHaveLength(1)
  })

  it('se ferment avec l’article supprimé, histoire gardée, et reprennent s’il est rétabli', () => {
    const etat = lire(e, 'scanner')
    const supprime = avenant(1, '2026-04-01', [
      { genre: 'suppression', identite: 'scanner', depart: empreinteEtat(etat) },
    ])
    expect(une([supprime])).toMatchObject({
      cibles: [{ depuis: '2026-01-01', jusqua: '2026-03-31' }],
      fermeLe: '2026-03-31',
    })
    const retabli = avenant(2, '2026-07-01', [{ genre: 'retablissement', identite: 'scanner', etat }])
    expect(une([supprime, retabli])?.cibles.map((c) => [c.depuis, c.jusqua])).toEqual([
      ['2026-01-01', '2026-03-31'],
      ['2026-07-01', '2029-12-31'],
    ])
  })

  it('finissent à la résiliation, et un changement qui tombe après ne compte pas', () => {
    const r = une([avenant(1, '2027-01-01', [delai(48, 24)])], declaration(), { resilieeLe: '2026-09-30' })
    expect(r?.cibles).toEqual([{ depuis: '2026-01-01', jusqua: '2026-09-30', cible: cible(48), rang: 0 }])
  })

  it('n’existent pas sans leur article, ni pour une autre rédaction que la leur', () => {
    expect(une([], declaration({ unite: 'absent' }))).toBeUndefined()
    expect(une([], declaration({ variante: 'trimestriel' }))).toBeUndefined()
    const r = histoireDesEngagements({ ...chaine([]), variantes: { scanner: 'trimestriel' } }, [
      declaration({ variante: 'trimestriel' }),
    ])
    expect(r).toHaveLength(1)
  })

  it('dit quand plus aucun article n’écrit la valeur visée', () => {
    expect(une([], declaration({ promesse: { ...DELAI_SCANNER, parametre: 'autre' } }))).toMatchObject({
      cibles: [{ cible: null }],
      valeurAbsente: true,
    })
  })
})

describe('La cible d’une promesse', () => {
  const effet = '2026-01-31'
  it('lit la valeur du texte, et se tait quand il ne la dit pas', () => {
    expect(cibleDe(DELAI_SCANNER, {}, effet)).toBeNull()
    expect(
      cibleDe(
        { ...DELAI_SCANNER, parametreDecompte: 'd' },
        { delai: heures(48), d: { genre: 'choix', code: 'ouvrees' } },
        effet,
      ),
    ).toMatchObject({ nombre: 48, decompte: 'ouvre' })
    const comite: Promesse = { genre: 'frequence', parametre: 'p', nombre: 1, par: 'an' }
    expect(cibleDe(comite, { p: { genre: 'choix', code: 'semestrielle' } }, effet)).toEqual({
      genre: 'frequence',
      nombre: 1,
      par: 'semestre',
    })
    expect(cibleDe(comite, { p: { genre: 'choix', code: 'parfois' } }, effet)).toBeNull()
    const bilan: Promesse = { genre: 'livrable', parametre: null, moisApresEffet: 1, echeance: null }
    expect(cibleDe(bilan, {}, effet)).toEqual({ genre: 'livrable', echeance: '2026-02-28' })
  })
})

describe('Les périodes à mesurer', () => {
  const cibles = une([avenant(1, '2026-05-15', [delai(48, 24)])])?.cibles ?? []
  it('suivent le calendrier civil, coupées au changement de cible', () => {
    expect(
      periodesAMesurer({ cibles, recurrence: 'trimestre', exigibleLe: '2026-02-10' }, '2026-07-02'),
    ).toEqual([
      { debut: '2026-02-10', fin: '2026-03-31' },
      { debut: '2026-04-01', fin: '2026-05-14' },
      { debut: '2026-05-15', fin: '2026-06-30' },
      { debut: '2026-07-01', fin: '2026-09-30' },
    ])
  })
  it('n’attendent rien tant que l’engagement n’est pas exigible, ni après sa fermeture', () => {
    expect(periodesAMesurer({ cibles, recurrence: 'mois', exigibleLe: null }, '2026-07-02')).toEqual([])
    const ferme = [{ depuis: '2026-01-01', jusqua: '2026-01-20', cible: null, rang: 0 }]
    expect(
      periodesAMesurer({ cibles: ferme, recurrence: 'mois', exigibleLe: '2026-01-01' }, '2026-07-02'),
    ).toEqual([{ debut: '2026-01-01', fin: '2026-01-20' }])
  })
  it('suivent la période d’une fréquence, quand un avenant la change', () => {
    const par = (p: 'an' | 'semestre') => ({ genre: 'frequence', nombre: 1, par: p }) as const
    const deux = [
      { depuis: '2026-01-01', jusqua: '2026-12-31', cible: par('an'), rang: 0 },
      { depuis: '2027-01-01', jusqua: null, cible: par('semestre'), rang: 1 },
    ]
    const rythme = { cibles: deux, recurrence: 'trimestre', exigibleLe: '2026-01-01' } as const
    expect(periodesAMesurer(rythme, '2027-09-01').map((p) => p.fin)).toEqual([
      '2026-12-31',
      '2027-06-30',
      '2027-12-31',
    ])
  })
  it('ont leurs bornes civiles', () => {
    expect(periodeCivile('2026-02-10', 'mois')).toEqual({ debut: '2026-02-01', fin: '2026-02-28' })
    expect(periodeCivile('2026-08-31', 'semestre')).toEqual({ debut: '2026-07-01', fin: '2026-12-31' })
    expect(periodePrecedente('2026-01-05', 'trimestre')).toEqual({ debut: '2025-10-01', fin: '2025-12-31' })
    expect(periodeCivile('2028-02-29', 'an')).toEqual({ debut: '2028-01-01', fin: '2028-12-31' })
  })
})
