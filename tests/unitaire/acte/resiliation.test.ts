import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fenetreDeRenouvellement,
  finDeResiliation,
  jalonsAvantFin,
  type Lettre,
  receptionRetenue,
} from '@/lib/domaine/acte/resiliation'
import { ajouterJours } from '@/lib/domaine/calendrier/dates'

const lettre = (l: Partial<Lettre>): Lettre => ({
  destinataire: 'la commune d’Arcueil',
  presenteeLe: null,
  recueLe: null,
  nonReclamee: false,
  ...l,
})

describe('La réception qui fait courir le préavis', () => {
  it('est la dernière, quand plusieurs lettres sont parties', () => {
    const lettres = [lettre({ recueLe: '2025-09-05' }), lettre({ recueLe: '2025-09-12' })]
    expect(receptionRetenue(lettres)).toEqual({ etat: 'recue', le: '2025-09-12' })
  })
  it('s’attend tant qu’une lettre court encore', () => {
    const lettres = [lettre({ recueLe: '2025-09-05' }), lettre({ destinataire: 'la commune de Gentilly' })]
    expect(receptionRetenue(lettres)).toEqual({ etat: 'attendue', manquantes: ['la commune de Gentilly'] })
    expect(receptionRetenue([])).toEqual({ etat: 'attendue', manquantes: [] })
  })
  it('n’est jamais réputée d’une lettre non réclamée : la première présentation est notée, une personne décide', () => {
    const lettres = [
      lettre({ recueLe: '2025-09-05' }),
      lettre({ presenteeLe: '2025-09-03', nonReclamee: true }),
    ]
    expect(receptionRetenue(lettres)).toEqual({
      etat: 'a-decider',
      destinataires: ['la commune d’Arcueil'],
      presentation: '2025-09-03',
    })
  })
})

describe('La fin d’une convention dénoncée', () => {
  const cas: [string, number, string][] = [
    ['2025-09-05', 3, '2025-12-05'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
  ]
  it.each(cas)('reçue le %s avec %i mois de préavis, finit le %s', (reception, preavisMois, fin) => {
    expect(finDeResiliation({ reception, preavisMois, finDemandee: null, finDeLActe: null })).toEqual({
      etat: 'fixee',
      fin,
      finDuPreavis: fin,
      regle: 'preavis',
    })
  })
  it('accepte une fin demandée plus tardive, refuse une plus proche, même d’un jour', () => {
    const base = { reception: '2025-09-05', preavisMois: 3, finDeLActe: null }
    expect(finDeResiliation({ ...base, finDemandee: '2025-12-31' })).toMatchObject({
      etat: 'fixee',
      fin: '2025-12-31',
      regle: 'demandee',
    })
    expect(finDeResiliation({ ...base, finDemandee: '2025-12-05' })).toMatchObject({ etat: 'fixee' })
    expect(finDeResiliation({ ...base, finDemandee: '2025-12-04' })).toEqual({
      etat: 'trop-tot',
      finDuPreavis: '2025-12-05',
    })
  })
  it('n’avance rien quand la convention finit d’elle-même avant', () => {
    const base = { reception: '2025-09-05', preavisMois: 3, finDemandee: null }
    expect(finDeResiliation({ ...base, finDeLActe: '2025-12-05' })).toMatchObject({ etat: 'sans-effet' })
    expect(finDeResiliation({ ...base, finDeLActe: '2025-12-06' })).toMatchObject({ etat: 'fixee' })
  })
  it('ne tombe jamais avant la réception, et suit l’ordre des réceptions', () => {
    const jour = fc.integer({ min: 0, max: 3_000 }).map((n) => ajouterJours('2020-01-01', n))
    fc.assert(
      fc.property(jour, jour, fc.integer({ min: 1, max: 12 }), (a, b, preavisMois) => {
        const fin = (reception: string) => {
          const f = finDeResiliation({ reception, preavisMois, finDemandee: null, finDeLActe: null })
          return f.etat === 'fixee' ? f.fin : ''
        }
        return fin(a) > a && (a <= b ? fin(a) <= fin(b) : fin(b) <= fin(a))
      }),
    )
  })
})

describe('Les jalons avant la fin', () => {
  it('comptent le dernier jour où un préavis peut encore être reçu', () => {
    const jalons = jalonsAvantFin('2026-02-28', 6)
    expect(jalons.find((j) => j.nature === 'dernier-preavis')?.le).toBe('2025-08-31')
    expect(jalons.map((j) => j.le)).toEqual([...jalons.map((j) => j.le)].sort())
  })
  it('laissent signer un renouvellement jusqu’au dernier jour, jamais après', () => {
    const fenetre = { ouvre: '2025-12-31', ferme: '2026-12-31' }
    expect(fenetreDeRenouvellement('2026-12-31', null)).toEqual(fenetre)
    expect(fenetreDeRenouvellement('2026-12-31', '2024-01-01')).toEqual(fenetre)
    // Un an tout juste : l'alerte d'un an tomberait avant la prise d'effet.
    expect(fenetreDeRenouvellement('2027-08-31', '2026-09-01').ouvre).toBe('2027-03-04')
  })
  it('taisent le préavis quand sa durée est inconnue', () => {
    expect(jalonsAvantFin('2026-02-28', null).some((j) => j.nature === 'dernier-preavis')).toBe(false)
  })
})
