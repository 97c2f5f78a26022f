import { describe, expect, it } from 'vitest'
import {
  attenduAvant,
  datesDeLaSignature,
  manquantsDe,
  type PartieEnvoyee,
  type SignataireFige,
} from '@/lib/domaine/acte/signature'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import { conventionCadre } from '@/prisma/socle/modeles/convention-cadre'
import { texteDuModele } from '../../fabriques/document-du-modele'

const trois: ValeurParametre = { genre: 'duree', nombre: 3, unite: 'an' }
const sansDate = texteDuModele(conventionCadre, { valeurs: { duree: trois } })
/** Le texte cite la date d'effet : la variante « date d'effet écrite ». */
const avecDate = (date: string) => ({
  ...sansDate,
  titre: `${sansDate.titre} {{date_effet}}`,
  valeurs: { ...sansDate.valeurs, date_effet: { genre: 'date', date } as const },
})

describe('Dates d’un acte signé', () => {
  it('prend effet à la dernière signature, et finit la veille de l’anniversaire', () => {
    expect(datesDeLaSignature(sansDate, ['2018-09-15', '2018-09-03'])).toEqual({
      signature: '2018-09-15',
      effet: '2018-09-15',
      fin: '2021-09-14',
      regle: 'derniere-signature',
    })
  })
  it('ignore une date d’effet que le texte n’écrit pas', () => {
    const texte = { ...avecDate('2030-01-01'), titre: sansDate.titre }
    expect(datesDeLaSignature(texte, ['2018-09-15']).effet).toBe('2018-09-15')
  })
  it('prend effet à la date écrite quand tous ont signé avant', () => {
    expect(datesDeLaSignature(avecDate('2018-09-01'), ['2018-08-20', '2018-08-31'])).toMatchObject({
      signature: '2018-08-31',
      effet: '2018-09-01',
      fin: '2021-08-31',
      regle: 'date-ecrite',
    })
  })
  it('reporte l’effet, non le terme, quand une signature suit la date écrite', () => {
    expect(datesDeLaSignature(avecDate('2018-09-01'), ['2018-10-12'])).toMatchObject({
      effet: '2018-10-12',
      fin: '2021-08-31',
      regle: 'derniere-signature-apres-la-date-ecrite',
    })
  })
  it('tient la fin écrite, même signée tard, et compte du 29 février', () => {
    const ecrit = avecDate('2026-09-15')
    const texte = {
      ...ecrit,
      titre: `${ecrit.titre} {{date_fin}}`,
      valeurs: { ...ecrit.valeurs, date_fin: { genre: 'date', date: '2029-06-30' } as const },
    }
    expect(datesDeLaSignature(texte, ['2026-09-01'])).toMatchObject({
      effet: '2026-09-15',
      fin: '2029-06-30',
    })
    expect(datesDeLaSignature(texte, ['2026-10-02'])).toMatchObject({
      effet: '2026-10-02',
      fin: '2029-06-30',
    })
    expect(datesDeLaSignature(sansDate, ['2024-02-29']).fin).toBe('2027-02-28')
  })
  it('ne devine pas de fin sans durée', () => {
    const texte = { ...sansDate, valeurs: { ...sansDate.valeurs, duree: undefined } }
    expect(datesDeLaSignature(texte, ['2024-02-29']).fin).toBeNull()
  })
})

const s = (rang: number): SignataireFige => ({
  rang,
  civilite: null,
  prenom: '',
  nom: `Signataire ${rang}`,
  qualite: 'Maire',
  autorite: null,
  autoriteNature: 'DROIT',
  autoriteReference: null,
  autoriteDate: null,
})
const parties: PartieEnvoyee[] = [
  {
    partieId: 'b',
    organisationId: 'o',
    role: 'GESTIONNAIRE',
    nom: 'commune',
    ordre: 2,
    signataires: [s(2), s(1)],
  },
  { partieId: 'a', organisationId: 'h', role: 'HOPITAL', nom: 'hôpital', ordre: 1, signataires: [s(1)] },
]

describe('Ordre des signatures', () => {
  it('chacun attend tous ceux qui le précèdent, à une date qui ne recule pas', () => {
    const premiere = { partieId: 'a', rang: 1, signeLe: '2026-12-03' }
    expect(attenduAvant(parties, [], premiere)).toBeNull()
    expect(attenduAvant(parties, [], { partieId: 'b', rang: 1, signeLe: '2026-12-04' })).toMatchObject({
      partieId: 'a',
    })
    expect(attenduAvant(parties, [premiere], { partieId: 'b', rang: 1, signeLe: '2026-12-03' })).toBeNull()
    expect(
      attenduAvant(parties, [premiere], { partieId: 'b', rang: 1, signeLe: '2026-12-02' }),
    ).toMatchObject({ partieId: 'a' })
    expect(
      attenduAvant(parties, [premiere], { partieId: 'b', rang: 2, signeLe: '2026-12-04' }),
    ).toMatchObject({ partieId: 'b', rang: 1 })
  })
  it('nomme ceux qui manquent', () => {
    expect(manquantsDe(parties, [{ partieId: 'b', rang: 1 }]).map((m) => `${m.partieId}${m.rang}`)).toEqual([
      'a1',
      'b2',
    ])
  })
})
