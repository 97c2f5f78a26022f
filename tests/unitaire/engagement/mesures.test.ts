import { describe, expect, it } from 'vitest'
import type { Cible } from '@/lib/domaine/engagement/cible'
import {
  type GesteMesure,
  gestesPermis,
  type MesurePourDroits,
  refusDuGeste,
} from '@/lib/domaine/engagement/droits'
import { refusDuConstat } from '@/lib/domaine/engagement/recevoir'
import { finARelancer } from '@/lib/domaine/engagement/relance'
import type { Debiteur } from '@/lib/domaine/engagement/themes'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import {
  BROUILLON_VIDE,
  brouillonDe,
  constatDit,
  lireBrouillon,
  lireNombre,
} from '@/lib/presentation/engagement/mesures'

const personne = (p: Partial<Acteur>): Acteur => ({
  utilisateurId: 'u',
  nom: 'Essai',
  habilitations: [],
  groupes: [],
  organisations: [],
  sieges: [],
  ...p,
})
const hopital = personne({ groupes: ['g'] })
const centre = personne({
  habilitations: [{ role: 'DIRECTION_CMS', organisationId: 'c', nature: 'CENTRE', fonction: null }],
  organisations: ['c'],
})
const siege = personne({ sieges: ['g'] })
const engagement = (debiteur: Debiteur) => ({ groupeId: 'g', organisations: ['c', 'm'], debiteur })
const mesure = (m: Partial<MesurePourDroits>): MesurePourDroits => ({
  etat: 'ATTENDUE',
  cote: null,
  debut: '2026-04-01',
  fin: '2026-06-30',
  saisieLe: null,
  figee: false,
  maintenue: false,
  ...m,
})
const JOUR = '2026-07-20'
const saisie = mesure({ etat: 'SAISIE', cote: 'GESTIONNAIRE', saisieLe: '2026-07-05' })

describe('Qui peut quoi sur une mesure', () => {
  it.each<[string, Debiteur, MesurePourDroits, GesteMesure[], GesteMesure[]]>([
    ['attendue du centre', 'centre', mesure({}), [], ['saisir']],
    ['attendue de l’hôpital', 'hopital', mesure({}), ['saisir'], []],
    ['attendue des deux', 'parties', mesure({}), ['saisir'], ['saisir']],
    ['saisie par le centre', 'centre', saisie, ['valider', 'contester'], ['corriger']],
    [
      'saisie par l’hôpital, due par les deux',
      'parties',
      { ...saisie, cote: 'HOPITAL' },
      ['corriger'],
      ['valider', 'contester'],
    ],
    ['validée', 'centre', { ...saisie, etat: 'VALIDEE' }, ['contester', 'figer'], ['corriger']],
    ['contestée', 'centre', { ...saisie, etat: 'CONTESTEE' }, ['valider'], ['corriger', 'maintenir']],
    [
      'maintenue',
      'centre',
      { ...saisie, etat: 'CONTESTEE', maintenue: true },
      ['valider', 'contester'],
      ['corriger'],
    ],
    ['figée', 'centre', { ...saisie, etat: 'VALIDEE', figee: true }, ['rouvrir'], []],
    [
      'saisie depuis trente jours',
      'centre',
      { ...saisie, saisieLe: '2026-06-20' },
      ['valider', 'contester', 'figer'],
      ['corriger'],
    ],
    ['calculée des demandes', 'hopital', mesure({ etat: 'SAISIE' }), ['corriger'], ['valider', 'contester']],
  ])('%s', (_, debiteur, m, deLHopital, duCentre) => {
    expect(gestesPermis(hopital, engagement(debiteur), m, JOUR)).toEqual(deLHopital)
    expect(gestesPermis(centre, engagement(debiteur), m, JOUR)).toEqual(duCentre)
    expect(gestesPermis(siege, engagement(debiteur), m, JOUR)).toEqual([])
  })

  it('dit pourquoi : pas commencée, figée, pas son rôle', () => {
    const dire = (g: GesteMesure, m: MesurePourDroits, jour = JOUR) =>
      refusDuGeste(g, centre, engagement('centre'), m, jour)
    expect(dire('saisir', mesure({}), '2026-03-31')).toBe('PERIODE_A_VENIR')
    expect(dire('saisir', mesure({}), '2026-04-01')).toBeNull()
    expect(dire('corriger', { ...saisie, figee: true })).toBe('PERIODE_FIGEE')
    expect(dire('valider', saisie)).toBe('ROLE_INSUFFISANT')
    expect(dire('maintenir', saisie)).toBe('MESURE_AUTREMENT')
  })

  it('relance quinze jours après la fin, pas avant', () => {
    expect(finARelancer('2026-04-15')).toBe('2026-03-31')
  })
})

const DELAI: Cible = { genre: 'delai', nombre: 48, unite: 'heure', decompte: 'calendaire', part: 90 }
const QUANTITE: Cible = { genre: 'quantite', nombre: 10, sens: 'au-moins', unite: 'patients' }
const LIVRABLE: Cible = { genre: 'livrable', echeance: '2026-06-30' }

describe('Lire ce qui est tapé', () => {
  it.each([
    ['1 200', 1200],
    ['12,5', 12.5],
    ['0', 0],
    ['', null],
    ['douze', null],
    ['-3', null],
    ['1e3', null],
  ])('« %s » vaut %s', (texte, attendu) => {
    expect(lireNombre(texte)).toBe(attendu)
  })

  it('deux nombres, dans l’ordre, sinon ce qui manque', () => {
    const lire = (a: string, b: string, mediane = '') =>
      lireBrouillon(DELAI, { ...BROUILLON_VIDE, a, b, mediane })
    expect(lire('', '')).toEqual({ etat: 'vide' })
    expect(lire('9', '')).toEqual({ etat: 'incomplet', refus: { champ: 'b', code: 'requis' } })
    expect(lire('9,5', '10')).toEqual({ etat: 'incomplet', refus: { champ: 'a', code: 'entier' } })
    expect(lire('11', '10')).toEqual({ etat: 'incomplet', refus: { champ: 'a', code: 'rapport' } })
    expect(lire('9', '10', '31,5')).toEqual({
      etat: 'lu',
      constat: { genre: 'rapport', numerateur: 9, denominateur: 10, mediane: 31.5 },
    })
  })

  it('redonne les champs d’un constat, et le même constat de ces champs', () => {
    const cas: [Cible, Parameters<typeof brouillonDe>[0]][] = [
      [DELAI, { genre: 'rapport', numerateur: 9, denominateur: 10, mediane: 31.5 }],
      [QUANTITE, { genre: 'nombre', nombre: 8 }],
      [LIVRABLE, { genre: 'remise', le: '2026-05-03' }],
      [LIVRABLE, { genre: 'remise', le: null }],
      [{ genre: 'permanent' }, { genre: 'etat', etat: 'partiel' }],
    ]
    for (const [cible, constat] of cas)
      expect(lireBrouillon(cible, brouillonDe(constat))).toEqual({ etat: 'lu', constat })
  })

  it('dit un constat avec tout ce qui le porte', () => {
    const dit = (...a: Parameters<typeof constatDit>) => constatDit(...a).replace(/[\u00a0\u202f]/g, ' ')
    expect(dit({ genre: 'rapport', numerateur: 9, denominateur: 10, mediane: 31 }, DELAI)).toBe(
      '9 sur 10 (90 %), médiane 31 h',
    )
    expect(dit({ genre: 'nombre', nombre: 8 }, QUANTITE)).toBe('8 patients')
    expect(dit({ genre: 'remise', le: null }, LIVRABLE)).toBe('Pas remis')
  })

  it('refuse un constat que la cible n’attend pas', () => {
    expect(refusDuConstat(null, { genre: 'nombre', nombre: 1 }, JOUR)).toBe('sans-cible')
    expect(refusDuConstat(DELAI, { genre: 'nombre', nombre: 1 }, JOUR)).toBe('genre')
    expect(refusDuConstat(LIVRABLE, { genre: 'remise', le: '2026-07-21' }, JOUR)).toBe('a-venir')
    expect(refusDuConstat(LIVRABLE, { genre: 'remise', le: JOUR }, JOUR)).toBeNull()
  })
})
