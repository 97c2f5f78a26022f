import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAParis } from '@/lib/domaine/calendrier/delais'
import type { Degre } from '@/lib/domaine/engagement/declaration'
import {
  agreger,
  type DemandeDatee,
  degreEffectif,
  examiner,
  incoherences,
  medianeDe,
  type Suivi,
} from '@/lib/domaine/engagement/demandes'
import type { CibleDatee } from '@/lib/domaine/engagement/histoire'

const a = (date: string, h = 9, m = 0) => instantAParis(date, h * 60 + m)
const cible = (
  nombre: number,
  unite: 'heure' | 'jour',
  decompte: 'calendaire' | 'ouvre',
  depuis = '2026-01-01',
  jusqua: string | null = null,
): CibleDatee => ({ depuis, jusqua, cible: { genre: 'delai', nombre, unite, decompte, part: 90 }, rang: 0 })
const suivi = (autres: Partial<Suivi['source']>, ...cibles: CibleDatee[]): Suivi => ({
  source: { nature: 'imagerie', degre: null, borne: 'reponse', ...autres },
  portee: 'scanner',
  cibles,
})
const demande = (autres: Partial<DemandeDatee> = {}): DemandeDatee => ({
  nature: 'imagerie',
  examen: 'scanner',
  specialite: null,
  degreDemande: 'urgent',
  degreRetenu: null,
  canal: 'telephone',
  demandeeLe: a('2026-10-05'),
  repondueLe: null,
  rendezVousLe: null,
  issue: null,
  ...autres,
})
const trimestre = { debut: '2026-10-01', fin: '2026-12-31' }
const REPONSE = suivi({}, cible(48, 'heure', 'calendaire'))
const OUVREES = suivi({}, cible(48, 'heure', 'ouvre'))
const maintenant = a('2026-11-22', 12)

describe('Une réponse sous 48 heures', () => {
  it('est dans le délai à la 48e heure exacte, hors de lui une minute plus tard', () => {
    const repondue = (h: number, m: number) => demande({ repondueLe: a('2026-10-07', h, m) })
    expect(examiner(repondue(9, 0), REPONSE, { maintenant })).toMatchObject({ sort: 'dans', ecoule: 48 })
    expect(examiner(repondue(9, 1), REPONSE, { maintenant }).sort).toBe('hors')
  })

  it('se compte en heures ouvrées quand la convention le dit : demandée vendredi soir, la limite saute le week-end', () => {
    // 48 heures ouvrées de 9 heures par jour : une demi-heure vendredi, cinq jours entiers, deux heures et demie ensuite.
    const d = demande({ demandeeLe: a('2026-10-02', 17), repondueLe: a('2026-10-12', 11) })
    expect(examiner(d, OUVREES, { maintenant })).toMatchObject({
      sort: 'dans',
      limite: a('2026-10-12', 11),
      ecoule: 48,
    })
    expect(examiner(d, REPONSE, { maintenant }).sort).toBe('hors')
  })

  it('traverse le passage à l’heure d’hiver sans gagner ni perdre une heure', () => {
    const d = demande({ demandeeLe: a('2026-10-24'), repondueLe: a('2026-10-26', 8) })
    expect(examiner(d, REPONSE, { maintenant })).toMatchObject({ sort: 'dans', ecoule: 48 })
    expect(examiner({ ...d, repondueLe: a('2026-10-26', 8, 1) }, REPONSE, { maintenant }).sort).toBe('hors')
  })

  it('vaut dans tous les cas : un refus ou une réorientation répondus à temps tiennent le délai de réponse', () => {
    for (const issue of ['refusee', 'reorientee', 'autrement'] as const)
      expect(examiner(demande({ repondueLe: a('2026-10-06'), issue }), REPONSE, { maintenant }).sort).toBe(
        'dans',
      )
  })

  it('sans réponse, n’est pas comptée tant que la limite n’est pas passée, puis compte hors délai', () => {
    const d = [demande()]
    expect(agreger(d, REPONSE, trimestre, { maintenant: a('2026-10-07') })).toMatchObject({
      denominateur: 0,
      enAttente: 1,
    })
    expect(agreger(d, REPONSE, trimestre, { maintenant: a('2026-10-07', 9, 1) })).toMatchObject({
      numerateur: 0,
      denominateur: 1,
      enAttente: 0,
      mediane: null,
    })
  })
})

describe('Les degrés d’urgence', () => {
  const rdv = (degre: Degre, nombre: number, unite: 'heure' | 'jour') =>
    suivi({ degre, borne: 'rendez-vous' }, cible(nombre, unite, 'calendaire'))
  const URGENT = rdv('urgent', 48, 'heure')
  const SEMI = rdv('semi-urgent', 15, 'jour')
  const faites = [
    demande({ repondueLe: a('2026-10-05', 10), rendezVousLe: a('2026-10-07', 8) }),
    demande({
      degreRetenu: 'semi-urgent',
      repondueLe: a('2026-10-05', 10),
      rendezVousLe: a('2026-10-20', 18),
    }),
    demande({
      degreDemande: 'semi-urgent',
      repondueLe: a('2026-10-05', 10),
      rendezVousLe: a('2026-10-21', 8),
    }),
    demande({ degreDemande: 'non-urgent', repondueLe: a('2026-10-05', 10), rendezVousLe: a('2026-12-01') }),
  ]

  it('se jugent sur celui que l’hôpital retient, à défaut celui que le centre demande', () => {
    expect(faites.map(degreEffectif)).toEqual(['urgent', 'semi-urgent', 'semi-urgent', 'non-urgent'])
    expect(agreger(faites, URGENT, trimestre, { maintenant })).toMatchObject({
      numerateur: 1,
      denominateur: 1,
      mediane: 47,
    })
    // Le quinzième jour compte en entier ; le seizième est de trop.
    expect(agreger(faites, SEMI, trimestre, { maintenant })).toMatchObject({
      numerateur: 1,
      denominateur: 2,
      mediane: 15.5,
    })
  })

  it('« dès que possible » n’a pas de limite : rien n’est tenu ni manqué, et le nombre se dit', () => {
    const sansLimite = suivi(
      { degre: 'non-urgent', borne: 'rendez-vous' },
      {
        depuis: '2026-01-01',
        jusqua: null,
        cible: null,
        rang: 0,
      },
    )
    expect(agreger(faites, sansLimite, trimestre, { maintenant })).toEqual({
      numerateur: 0,
      denominateur: 0,
      mediane: null,
      enAttente: 0,
      horsCompte: 0,
      sansCible: 1,
    })
  })

  it('un refus manque le délai de rendez-vous ; une réorientation en sort, et se compte à part', () => {
    const finies = (['refusee', 'reorientee', 'autrement'] as const).map((issue) =>
      demande({ repondueLe: a('2026-10-05', 10), issue }),
    )
    expect(agreger(finies, URGENT, trimestre, { maintenant })).toMatchObject({
      numerateur: 0,
      denominateur: 1,
      horsCompte: 2,
    })
  })
})

describe('La cible en vigueur à la date de la demande', () => {
  const deuxCibles = suivi(
    {},
    cible(48, 'heure', 'calendaire', '2026-01-01', '2026-11-14'),
    cible(24, 'heure', 'calendaire', '2026-11-15'),
  )
  it('juge chacune, des deux côtés d’un avenant', () => {
    const veille = demande({ demandeeLe: a('2026-11-14', 20), repondueLe: a('2026-11-16', 8) })
    const jour = demande({ demandeeLe: a('2026-11-15', 0, 5), repondueLe: a('2026-11-16', 8) })
    expect(examiner(veille, deuxCibles, { maintenant }).sort).toBe('dans')
    expect(examiner(jour, deuxCibles, { maintenant }).sort).toBe('hors')
  })

  it('ne juge pas ce qui précède la convention, ni un autre examen, ni une autre période', () => {
    const faites = [
      demande({ demandeeLe: a('2025-12-31', 23, 59), repondueLe: a('2026-01-01') }),
      demande({ examen: 'irm', repondueLe: a('2026-10-05', 10) }),
      demande({ nature: 'consultation', repondueLe: a('2026-10-05', 10) }),
    ]
    expect(examiner(faites[0] as DemandeDatee, deuxCibles, { maintenant }).sort).toBe('sans-cible')
    expect(agreger(faites, deuxCibles, trimestre, { maintenant })).toMatchObject({
      denominateur: 0,
      sansCible: 0,
    })
  })

  it('range la demande par le jour de Paris : minuit passé de cinq minutes est déjà le trimestre suivant', () => {
    const d = demande({ demandeeLe: new Date('2026-09-30T22:05:00Z'), repondueLe: a('2026-10-01', 10) })
    expect(agreger([d], REPONSE, trimestre, { maintenant })).toMatchObject({ denominateur: 1 })
  })
})

describe('Une demande incohérente', () => {
  it('est nommée, une raison par chose qui ne tient pas', () => {
    const veille = a('2026-10-04')
    expect(incoherences(demande(), maintenant)).toEqual([])
    expect(incoherences(demande({ demandeeLe: a('2026-12-01') }), maintenant)).toEqual(['demande-future'])
    expect(incoherences(demande({ repondueLe: veille }), maintenant)).toEqual(['reponse-avant'])
    expect(incoherences(demande({ repondueLe: a('2026-12-02') }), maintenant)).toEqual(['reponse-future'])
    expect(incoherences(demande({ rendezVousLe: veille }), maintenant)).toEqual([
      'rendez-vous-avant',
      'reponse-manquante',
    ])
    expect(incoherences(demande({ repondueLe: maintenant, issue: 'donnee' }), maintenant)).toEqual([
      'rendez-vous-manquant',
    ])
    expect(
      incoherences(
        demande({ repondueLe: maintenant, rendezVousLe: maintenant, issue: 'refusee' }),
        maintenant,
      ),
    ).toEqual(['rendez-vous-de-trop'])
  })
})

describe('Sur des demandes au hasard', () => {
  const instant = fc
    .integer({ min: 0, max: 90 * 24 * 60 })
    .map((m) => new Date(a('2026-10-01', 0).getTime() + m * 60_000))
  const auHasard = fc.record({
    degreDemande: fc.constantFrom<Degre>('urgent', 'semi-urgent', 'non-urgent'),
    demandeeLe: instant,
    delai: fc.option(fc.integer({ min: 0, max: 60 * 24 * 60 }), { nil: null }),
  })
  const batir = (x: { degreDemande: Degre; demandeeLe: Date; delai: number | null }) =>
    demande({
      degreDemande: x.degreDemande,
      demandeeLe: x.demandeeLe,
      repondueLe: x.delai === null ? null : new Date(x.demandeeLe.getTime() + x.delai * 60_000),
    })
  const plusTard = a('2027-06-01')

  it('chacune est comptée une fois, et le numérateur ne dépasse jamais le dénominateur', () => {
    fc.assert(
      fc.property(fc.array(auHasard, { maxLength: 30 }), fc.constantFrom(REPONSE, OUVREES), (liste, s) => {
        const faites = liste.map(batir)
        const r = agreger(faites, s, { debut: '2026-10-01', fin: '2027-01-31' }, { maintenant: plusTard })
        expect(r.numerateur).toBeLessThanOrEqual(r.denominateur)
        expect(r.denominateur + r.enAttente + r.horsCompte + r.sansCible).toBe(faites.length)
      }),
    )
  })

  it('répondre plus tôt ne fait jamais baisser le numérateur', () => {
    fc.assert(
      fc.property(auHasard, fc.nat(60 * 24 * 60), fc.constantFrom(REPONSE, OUVREES), (x, gain, s) => {
        fc.pre(x.delai !== null)
        const tard = batir(x)
        const tot = batir({ ...x, delai: Math.max((x.delai ?? 0) - gain, 0) })
        const numerateur = (d: DemandeDatee) =>
          agreger([d], s, { debut: '2026-10-01', fin: '2027-01-31' }, { maintenant: plusTard }).numerateur
        expect(numerateur(tot)).toBeGreaterThanOrEqual(numerateur(tard))
      }),
    )
  })

  it('le temps qui passe ne retire jamais une demande du compte', () => {
    fc.assert(
      fc.property(
        fc.array(auHasard, { maxLength: 12 }),
        fc.nat(90 * 24),
        fc.nat(90 * 24),
        (liste, h, encore) => {
          const au = (heures: number) => new Date(a('2026-10-01', 0).getTime() + heures * 3_600_000)
          const faites = liste.map(batir)
          const compte = (m: Date) => agreger(faites, REPONSE, trimestre, { maintenant: m }).denominateur
          expect(compte(au(h + encore))).toBeGreaterThanOrEqual(compte(au(h)))
        },
      ),
    )
  })

  it('la médiane est entre les extrêmes, quel que soit l’ordre', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (valeurs) => {
        const m = medianeDe(valeurs) ?? Number.NaN
        expect(m).toBeGreaterThanOrEqual(Math.min(...valeurs))
        expect(m).toBeLessThanOrEqual(Math.max(...valeurs))
        expect(medianeDe([...valeurs].reverse())).toBe(m)
      }),
    )
    expect(medianeDe([])).toBeNull()
    expect(medianeDe([3, 1, 2])).toBe(2)
    expect(medianeDe([4, 1, 2, 3])).toBe(2.5)
  })
})
