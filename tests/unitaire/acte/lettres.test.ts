import { describe, expect, it } from 'vitest'
import { datesDuTexte } from '@/lib/domaine/acte/dates-du-texte'
import { aUneEcheance, jalonsAVenir } from '@/lib/domaine/acte/echeances'
import { cotesDesQualites, incoherenceDeLaLettre, lettresAEnvoyer, moisDe } from '@/lib/domaine/acte/lettres'
import { finApresReception } from '@/lib/domaine/acte/resiliation'

const date = (d: string) => ({ genre: 'date', date: d })
const ans = (nombre: number) => ({ genre: 'duree', nombre, unite: 'an' })

describe('Les lettres d’une dénonciation', () => {
  const partie = (role: 'HOPITAL' | 'GESTIONNAIRE', noms: string[]) => ({
    role,
    designation: { nom: role, adresse: null },
    signataires: noms.map((nom) => ({ civilite: 'MME' as const, prenom: 'Alix', nom, qualite: 'Maire' })),
  })
  it('vont à chaque signataire de l’autre côté, ou à la partie dont le signataire n’est pas connu', () => {
    const parties = [partie('HOPITAL', ['A']), partie('GESTIONNAIRE', ['B', 'C']), partie('GESTIONNAIRE', [])]
    expect(lettresAEnvoyer(parties, 'HOPITAL').map((l) => l.nom)).toEqual([
      'Madame Alix B',
      'Madame Alix C',
      '',
    ])
    expect(lettresAEnvoyer(parties, 'GESTIONNAIRE').map((l) => l.nom)).toEqual(['Madame Alix A'])
  })
  it('ne sont ni présentées avant leur envoi, ni reçues demain ou avant d’avoir été présentées', () => {
    const d = { envoyeeLe: '2026-11-01', aujourdHui: '2026-11-22' }
    const l = { presenteeLe: null, recueLe: null, nonReclamee: false }
    expect(incoherenceDeLaLettre(l, d)).toBeNull()
    expect(incoherenceDeLaLettre({ ...l, recueLe: '2026-11-22' }, d)).toBeNull()
    expect(incoherenceDeLaLettre({ ...l, recueLe: '2026-11-23' }, d)).toBe('a-venir')
    expect(incoherenceDeLaLettre({ ...l, recueLe: '2026-10-31' }, d)).toBe('avant-envoi')
    expect(incoherenceDeLaLettre({ ...l, presenteeLe: '2026-11-05', recueLe: '2026-11-04' }, d)).toBe(
      'avant-presentation',
    )
    expect(incoherenceDeLaLettre({ ...l, nonReclamee: true }, d)).toBe('sans-presentation')
  })
  it('s’écrivent au nom des parties, jamais d’un centre ni du siège', () => {
    expect(cotesDesQualites(['redacteur'])).toEqual(['HOPITAL', 'GESTIONNAIRE'])
    expect(cotesDesQualites(['mairie', 'centre'])).toEqual(['GESTIONNAIRE'])
    for (const q of ['centre', 'valideur', 'invite', 'siege'] as const)
      expect(cotesDesQualites([q])).toEqual([])
  })
  it('lisent un préavis en mois ou en ans, et rien d’autre', () => {
    expect([moisDe({ genre: 'duree', nombre: 6, unite: 'mois' }), moisDe(ans(1))]).toEqual([6, 12])
    expect([moisDe({ genre: 'duree', nombre: 30, unite: 'jour' }), moisDe(null), moisDe('6')]).toEqual([
      null,
      null,
      null,
    ])
  })
  it('une fin demandée devenue trop proche à la réception cède à celle du préavis', () => {
    const d = { preavisMois: 6, finDemandee: '2027-05-20', finDeLActe: '2029-01-31' }
    expect(finApresReception({ ...d, reception: '2026-11-20' })).toMatchObject({
      fin: '2027-05-20',
      regle: 'demandee',
    })
    expect(finApresReception({ ...d, reception: '2027-01-15' })).toMatchObject({
      fin: '2027-07-15',
      regle: 'preavis',
    })
    expect(finApresReception({ ...d, reception: '2028-10-01' })).toMatchObject({ etat: 'sans-effet' })
  })
})

describe('Les dates d’un texte', () => {
  it('se contrôlent l’une par l’autre', () => {
    const v = { effet: date('2018-09-15'), duree: ans(3) }
    expect(datesDuTexte({ ...v, fin: date('2021-09-14') }).ecart).toBe(false)
    expect(datesDuTexte({ ...v, fin: date('2021-09-15') })).toMatchObject({
      ecart: true,
      finCalculee: '2021-09-14',
    })
    expect(datesDuTexte({ duree: ans(3) })).toMatchObject({
      effetEcrit: null,
      finCalculee: null,
      ecart: false,
    })
  })
})

describe('Les échéances d’une chaîne', () => {
  const JOUR = '2026-11-22'
  const c = (de: Partial<Parameters<typeof jalonsAVenir>[0]>) => ({
    fin: '2028-01-09',
    resilieeLe: null,
    remplacee: false,
    preavisMois: 6,
    ...de,
  })
  it('se suivent du prochain jalon à la fin, alertes et dernier préavis compris', () => {
    expect(jalonsAVenir(c({}), JOUR).map((j) => [j.nature, j.le])).toEqual([
      ['fin-365', '2027-01-09'],
      ['dernier-preavis', '2027-07-09'],
      ['fin-180', '2027-07-13'],
      ['fin-90', '2027-10-11'],
      ['fin', '2028-01-09'],
    ])
  })
  it('dénoncée, elle n’a plus que sa fin de préavis ; échue sans suite, sa fin passée', () => {
    expect(jalonsAVenir(c({ resilieeLe: '2027-05-22' }), JOUR)).toEqual([
      { nature: 'fin-de-preavis', le: '2027-05-22' },
    ])
    expect(jalonsAVenir(c({ resilieeLe: '2026-11-21' }), JOUR)).toEqual([])
    expect(jalonsAVenir(c({ fin: '2021-08-31' }), JOUR)).toEqual([{ nature: 'echue', le: '2021-08-31' }])
    expect(aUneEcheance(c({ fin: '2021-08-31', remplacee: true }), JOUR)).toBe(false)
  })
  it('lointaine ou inconnue, elle se tait', () => {
    expect(jalonsAVenir(c({ fin: '2029-11-22' }), JOUR)).toEqual([])
    expect(jalonsAVenir(c({ fin: null }), JOUR)).toEqual([])
  })
})
