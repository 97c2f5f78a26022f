import { describe, expect, it } from 'vitest'
import { comparerBesoins, reponseActuelle, reponseAdmise } from '@/lib/domaine/organisation/besoins'
import { comparer } from '@/lib/domaine/organisation/comparaison'
import { schemaAjoutBesoin, schemaReponseBesoin } from '@/lib/domaine/organisation/saisies'

const centre = (id: string, connu: boolean) => ({
  id,
  code: id,
  nom: id,
  ville: id,
  offreRenseignee: connu,
  besoinsRecueillis: connu,
})
const specialites = [
  { code: 'orl', libelle: 'ORL', categorie: 'CONSULTATION' as const, rang: 2 },
  { code: 'cardiologie', libelle: 'Cardiologie', categorie: 'CONSULTATION' as const, rang: 1 },
]
const besoin = {
  id: 'b',
  centreId: 'inconnu',
  nature: 'HDJ' as const,
  specialiteCode: 'orl',
  libelle: 'ORL',
  priorite: null,
  reponse: null,
}

describe('comparaison de centres', () => {
  const c = comparer({
    centres: [centre('connu', true), centre('inconnu', false)],
    specialites,
    offres: [
      { centreId: 'connu', specialiteCode: 'cardiologie' },
      { centreId: 'inconnu', specialiteCode: 'orl' },
    ],
    besoins: [besoin],
  })
  it('distingue « non proposé » de « non renseigné »', () => {
    expect(c.offre[0]?.lignes).toEqual([
      { cle: 'cardiologie', libelle: 'Cardiologie', cellules: ['PROPOSE', 'NON_RENSEIGNE'] },
      { cle: 'orl', libelle: 'ORL', cellules: ['NON_PROPOSE', 'PROPOSE'] },
    ])
  })
  it('montre un besoin connu d’un centre dont le recueil n’est pas complet', () => {
    expect(c.besoins).toEqual([
      {
        nature: 'HDJ',
        lignes: [
          {
            cle: 'orl',
            libelle: 'ORL',
            cellules: [{ etat: 'NON_DEMANDE' }, { etat: 'DEMANDE', besoins: [besoin] }],
          },
        ],
      },
    ])
  })
})

describe('besoins et réponses', () => {
  it('classe par priorité, puis ancienneté, puis libellé', () => {
    const b = (priorite: 'HAUTE' | 'BASSE' | null, recueilliLe: string, libelle: string) => ({
      priorite,
      recueilliLe,
      libelle,
    })
    const liste = [
      b(null, '2018-01-01', 'A'),
      b('BASSE', '2018-01-01', 'B'),
      b('HAUTE', '2020-01-01', 'É'),
      b('HAUTE', '2020-01-01', 'D'),
      b('HAUTE', '2019-01-01', 'Z'),
    ]
    expect(liste.toSorted(comparerBesoins).map((x) => x.libelle)).toEqual(['Z', 'D', 'É', 'B', 'A'])
  })
  it('n’admet pas un refus sans motif', () => {
    expect(reponseAdmise('REFUSEE', '  ')).toBe(false)
    expect(reponseAdmise('REFUSEE', 'Pas de praticien')).toBe(true)
    expect(reponseAdmise('A_L_ETUDE', null)).toBe(true)
    const saisie = {
      besoinId: '0190a5a0-0000-7000-8000-000000000000',
      version: 1,
      nature: 'REFUSEE' as const,
      texte: '',
      motif: ' ',
      conventionId: '' as const,
      le: '2026-01-01',
    }
    expect(schemaReponseBesoin.safeParse(saisie).error?.issues[0]).toMatchObject({
      path: ['motif'],
      message: 'motif',
    })
    expect(schemaReponseBesoin.parse({ ...saisie, motif: 'Pas de poste' })).toMatchObject({
      conventionId: null,
      texte: null,
    })
  })
  it('retient la réponse la plus récente', () => {
    const r = (le: string, creeLe: string) => ({ le, creeLe })
    expect(reponseActuelle([r('2018-09-01', '2'), r('2018-10-01', '1'), r('2018-10-01', '3')])).toEqual(
      r('2018-10-01', '3'),
    )
    expect(reponseActuelle([])).toBeNull()
  })
  it('exige une spécialité, sauf pour une autre attente', () => {
    const saisie = {
      centreId: '0190a5a0-0000-7000-8000-000000000000',
      nature: 'HDJ' as const,
      specialiteCode: '',
      recueilliLe: '2026-01-01',
      reunion: '',
      recueilComplet: false,
      libelle: 'Un besoin',
      priorite: '' as const,
      note: '',
    }
    expect(schemaAjoutBesoin.safeParse(saisie).error?.issues.map((i) => i.path[0])).toEqual([
      'specialiteCode',
    ])
    expect(schemaAjoutBesoin.safeParse({ ...saisie, nature: 'AUTRE' }).success).toBe(true)
    expect(schemaAjoutBesoin.safeParse({ ...saisie, recueilliLe: '2026-02-30' }).success).toBe(false)
  })
})
