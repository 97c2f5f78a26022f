import { describe, expect, it } from 'vitest'
import { attenteDe } from '@/lib/domaine/avenant/attente'
import { EXCEPTIONS_CAMPAGNE, relancable } from '@/lib/domaine/avenant/campagne'
import type { ReponseDuCentre } from '@/lib/lectures/campagne/lire-campagne'
import { nomDansLArchive } from '@/lib/presentation/campagne/archive'
import { lireCollage } from '@/lib/presentation/campagne/collage'
import { direException } from '@/lib/presentation/campagne/exceptions'
import { type CentreDit, exceptionsDites, resumeDuCentre } from '@/lib/presentation/campagne/nouvelle'
import { avanceeDe, campagneEnLigne } from '@/lib/presentation/campagne/tableau'
import { avecTermeCommun, moisDeLaRegle, termeDuCentre } from '@/lib/presentation/campagne/terme'

const reponse = (plus: Partial<ReponseDuCentre> = {}): ReponseDuCentre => ({
  reference: 'HUPS-ARC-2026-001-A1',
  etape: 'EN_RELECTURE',
  partage: true,
  envoyeeLe: null,
  lueLe: null,
  invites: 0,
  remarques: 0,
  accepteeLe: null,
  vote: null,
  signatures: 0,
  refusSignature: false,
  motif: null,
  ...plus,
})

describe('Où en est un centre', () => {
  it.each([
    ['attend', 'A_PREPARER', null],
    ['echec', 'ECHEC', null],
    ['sans-objet', 'SANS_OBJET', null],
    ['prepare', 'PREPAREE', reponse({ partage: false, etape: 'BROUILLON' })],
    ['main', 'A_LA_MAIN', reponse({ partage: false, etape: 'BROUILLON' })],
    ['envoye', 'A_LA_MAIN', reponse()],
    ['commente', 'PREPAREE', reponse({ remarques: 2 })],
    ['commente', 'PREPAREE', reponse({ etape: 'A_REPRENDRE' })],
    ['accepte', 'PREPAREE', reponse({ accepteeLe: new Date(), remarques: 2 })],
    ['accepte', 'PREPAREE', reponse({ etape: 'EN_DELIBERATION' })],
    ['vote', 'PREPAREE', reponse({ etape: 'EN_DELIBERATION', vote: { le: '2026-11-20', adoptee: true } })],
    ['refuse', 'PREPAREE', reponse({ etape: 'A_REPRENDRE', vote: { le: '2026-11-20', adoptee: false } })],
    ['a-signer', 'PREPAREE', reponse({ etape: 'A_SIGNER', vote: { le: '2026-11-20', adoptee: true } })],
    ['refuse', 'PREPAREE', reponse({ etape: 'A_REPRENDRE', refusSignature: true })],
    ['signe', 'PREPAREE', reponse({ etape: 'SIGNEE' })],
    ['arrete', 'PREPAREE', reponse({ etape: 'ABANDONNEE' })],
    ['arrete', 'ARRETEE', reponse({ etape: 'SIGNEE' })],
  ] as const)('%s', (avancee, etat, lue) => {
    expect(avanceeDe({ etat, reponse: lue })).toBe(avancee)
  })

  it('n’attend plus rien de qui a répondu', () => {
    const a = { remarques: 0, accepte: false }
    expect(attenteDe({ ...a, etape: 'EN_RELECTURE' })).toBe('relecture')
    expect(attenteDe({ ...a, etape: 'EN_RELECTURE', remarques: 1 })).toBeNull()
    expect(attenteDe({ ...a, etape: 'EN_RELECTURE', accepte: true })).toBeNull()
    expect(attenteDe({ ...a, etape: 'EN_DELIBERATION' })).toBe('vote')
    expect(attenteDe({ ...a, etape: 'A_SIGNER' })).toBe('signature')
    for (const etape of ['BROUILLON', 'A_REPRENDRE', 'TEXTE_ACCEPTE', 'SIGNEE', 'ABANDONNEE'] as const)
      expect(attenteDe({ ...a, etape })).toBeNull()
  })

  it('ne se relance qu’une fois par semaine', () => {
    const le = new Date('2026-11-22T10:00:00Z')
    const apres = (jours: number) => new Date(le.getTime() + jours * 86_400_000)
    expect([relancable(null, le), relancable(le, apres(6.99)), relancable(le, apres(7))]).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('Ce que chaque centre recevra', () => {
  const centre: CentreDit = {
    conventionId: 'c',
    reference: 'R',
    ville: 'Arcueil',
    possible: true,
    sansObjet: false,
    reprises: ['unite:a', 'unite:b'],
    exceptions: [
      { cible: 'valeur:d', phrase: '', geste: true, parValeur: true },
      { cible: 'unite:c', phrase: '', geste: true, parValeur: false },
      { cible: 'unite:d', phrase: '', geste: false, parValeur: false },
    ],
    fin: '2029-01-31',
    ouverts: [],
    actuelles: {},
  }
  const heures = { genre: 'duree', nombre: 12, unite: 'heure' } as const

  it('suit les choix de la direction', () => {
    const rien = { valeurs: {}, ecartees: [] }
    expect(resumeDuCentre(centre, rien)).toEqual({
      phrase: '2\u00a0modifications passent, 2 à la main',
      gestes: 2,
    })
    expect(resumeDuCentre(centre, { valeurs: { 'valeur:d': heures }, ecartees: ['unite:c'] })).toEqual({
      phrase: '3\u00a0modifications passent',
      gestes: 0,
    })
    const tout = { valeurs: {}, ecartees: ['unite:a', 'unite:b', 'unite:c', 'valeur:d'] }
    expect(resumeDuCentre(centre, tout).phrase).toContain('Tout est écarté')
    expect(resumeDuCentre({ ...centre, possible: false }, rien).phrase).toContain('scan')
    expect(resumeDuCentre({ ...centre, sansObjet: true }, rien).phrase).toContain('déjà')
  })

  it('a une phrase pour chaque exception, et un nom de fichier lisible partout', () => {
    for (const e of EXCEPTIONS_CAMPAGNE) expect(direException(e)).not.toBe('')
    expect(nomDansLArchive({ reference: 'HUPS-ARC-2026-001-A1', ville: 'Arcueil' }, 'pdf')).toBe(
      'HUPS-ARC-2026-001-A1 Arcueil.pdf',
    )
    expect(nomDansLArchive({ reference: 'R', ville: 'A/B: "C"' }, 'docx')).toBe('R A B C.docx')
  })

  it('compte les centres d’une campagne', () => {
    const centres = [
      { etat: 'PREPAREE', etape: 'SIGNEE', partage: true },
      { etat: 'PREPAREE', etape: 'EN_RELECTURE', partage: true },
      { etat: 'ECHEC', etape: null, partage: false },
    ] as const
    const { resume } = campagneEnLigne({
      id: 'x',
      titre: 'T',
      creeLe: new Date('2026-11-22T10:00:00Z'),
      creeParNom: 'La direction',
      centres: [...centres],
    })
    expect(resume.replaceAll('\u00a0', ' ')).toBe(
      '3 centres · 1 en échec · 1 en cours avec l’autre côté · 1 signé',
    )
  })
})

describe('Le terme reporté chez tous', () => {
  const a = { fin: '2029-01-31' }
  it('à une même date, ou d’une même durée comptée du lendemain de chaque terme', () => {
    expect(termeDuCentre({ mode: 'chacun' }, a, 36)).toBeNull()
    expect(termeDuCentre({ mode: 'date', date: '2030-12-31' }, a, 36)).toBe('2030-12-31')
    expect(termeDuCentre({ mode: 'date', date: '2030-02-30' }, a, 36)).toBeNull()
    expect(termeDuCentre({ mode: 'duree', nombre: '3', unite: 'an' }, a, 36)).toBe('2032-01-31')
    expect(termeDuCentre({ mode: 'duree', nombre: '6', unite: 'mois' }, { fin: '2028-08-31' }, 36)).toBe(
      '2029-02-28',
    )
    expect(termeDuCentre({ mode: 'duree', nombre: '1', unite: 'an' }, { fin: '2027-02-28' }, 36)).toBe(
      '2028-02-29',
    )
    expect(termeDuCentre({ mode: 'duree', nombre: '3', unite: 'an' }, { fin: null }, 36)).toBeNull()
    for (const nombre of ['', '0', '4', '1,5', '-1'])
      expect(moisDeLaRegle({ mode: 'duree', nombre, unite: 'an' }, 36)).toBeNull()
  })

  it('laisse la valeur propre d’un centre l’emporter, et dit celui dont le terme est déjà plus loin', () => {
    const rien = { valeurs: {}, ecartees: [] }
    const commun = avecTermeCommun(rien, '2028-12-31')
    const propre = { valeurs: { terme: { genre: 'date', date: '2031-06-30' } }, ecartees: [] } as const
    expect(avecTermeCommun(propre, '2028-12-31')).toBe(propre)
    const centre: CentreDit = {
      conventionId: 'c',
      reference: 'R',
      ville: 'Arcueil',
      possible: true,
      sansObjet: false,
      reprises: ['terme'],
      exceptions: [],
      fin: '2029-01-31',
      ouverts: [],
      actuelles: {},
    }
    const terme = { voulu: '2032-01-31', moisAuPlus: 36 }
    expect(exceptionsDites(centre, commun, terme)).toMatchObject([
      { cible: 'terme', geste: true, phrase: expect.stringMatching(/31\sjanvier\s2029/) },
    ])
    expect(resumeDuCentre(centre, commun, terme)).toEqual({ phrase: '1 à la main', gestes: 1 })
    expect(exceptionsDites(centre, propre, terme)).toEqual([])
    expect(exceptionsDites(centre, avecTermeCommun(rien, '2032-02-01'), terme)).toHaveLength(1)
    expect(exceptionsDites(centre, { ...commun, ecartees: ['terme'] }, terme)).toEqual([])
  })
})

describe('Un tableau de valeurs collé', () => {
  const centres = [
    { conventionId: 'a', reference: 'HUPS-ARC-2026-001', ville: 'Arcueil' },
    { conventionId: 'b', reference: 'HUPS-VIT-2026-001', ville: 'Vitry-sur-Seine' },
    { conventionId: 'c', reference: 'HUPS-MAL-2026-001', ville: 'Malakoff' },
    { conventionId: 'd', reference: 'HUPS-MAL-2026-002', ville: 'Malakoff' },
  ]
  const lire = (texte: string, genre: 'date' | 'duree' | 'montant' | 'taux' | 'nombre') => {
    const lu = lireCollage(texte, centres, { cle: 'x', libelle: 'X', genre })
    return [lu.lues.map((l) => [l.conventionId, l.valeur]), lu.laissees.map((l) => l.raison)]
  }
  it('reconnaît la ville ou la référence, et lit dates, durées et montants', () => {
    expect(
      lire('Arcueil\t31/01/2032\r\nvitry sur seine;1er mars 2031\nHUPS-MAL-2026-002\t2030-12-31\n', 'date'),
    ).toEqual([
      [
        ['a', { genre: 'date', date: '2032-01-31' }],
        ['b', { genre: 'date', date: '2031-03-01' }],
        ['d', { genre: 'date', date: '2030-12-31' }],
      ],
      [],
    ])
    expect(lire('Arcueil\t24 h\nVitry-sur-Seine\t3 jours', 'duree')[0]).toEqual([
      ['a', { genre: 'duree', nombre: 24, unite: 'heure' }],
      ['b', { genre: 'duree', nombre: 3, unite: 'jour' }],
    ])
    expect(lire('Arcueil\t1\u202f200,50\u00a0€', 'montant')[0]).toEqual([
      ['a', { genre: 'montant', centimes: 120_050 }],
    ])
    expect(lire('Arcueil\t12,5 %', 'taux')[0]).toEqual([['a', { genre: 'taux', pourcent: 12.5 }]])
  })
  it('laisse, avec sa raison, ce qu’il ne comprend pas', () => {
    expect(lire('Centre\tValeur\nMalakoff\t31/01/2032\nArcueil\nArcueil\t31/02/2032', 'date')).toEqual([
      [],
      [
        'ce centre n’est pas dans la liste',
        'plusieurs conventions portent ce nom, donnez la référence',
        'deux colonnes sont attendues',
        'la valeur ne se lit pas',
      ],
    ])
  })
})
