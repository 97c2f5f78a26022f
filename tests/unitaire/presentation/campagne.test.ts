import { describe, expect, it } from 'vitest'
import { attenteDe } from '@/lib/domaine/avenant/attente'
import { EXCEPTIONS_CAMPAGNE, relancable } from '@/lib/domaine/avenant/campagne'
import type { ReponseDuCentre } from '@/lib/lectures/campagne/lire-campagne'
import { nomDansLArchive } from '@/lib/presentation/campagne/archive'
import { direException } from '@/lib/presentation/campagne/exceptions'
import { type CentreDit, resumeDuCentre } from '@/lib/presentation/campagne/nouvelle'
import { avanceeDe, campagneEnLigne } from '@/lib/presentation/campagne/tableau'

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
