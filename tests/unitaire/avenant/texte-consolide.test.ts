import { describe, expect, it } from 'vitest'
import { type AvenantSigne, consolider } from '@/lib/domaine/avenant/consolider'
import { empreinteEtat, type Modification } from '@/lib/domaine/avenant/modifications'
import { deriverTout } from '@/lib/domaine/avenant/retouches'
import { documentConsolide } from '@/lib/presentation/avenant/document-consolide'
import {
  comparaisonDesDates,
  dateDemandee,
  momentsDe,
  phraseDuTexte,
} from '@/lib/presentation/avenant/en-vigueur'
import { mentionsDuTexte, reservesDuTexte, texteAImprimer } from '@/lib/presentation/avenant/texte-consolide'
import { base, lire, recrire } from './fabrique'

const espaces = (t: string | undefined) => (t ?? '').replace(/[\u00a0\u202f]/g, ' ')

const e = base()
const avenant = (
  rang: number,
  effetLe: string,
  modifications: readonly Modification[],
  transcrit = true,
): AvenantSigne => ({
  acteId: `a${String(rang)}`,
  rang,
  titre: `Avenant ${String(rang)}`,
  signeLe: effetLe,
  effetLe,
  transcrit,
  modifications,
})
const UN = avenant(1, '2026-06-01', [
  ...deriverTout([recrire(e, 'suivi', { texte: 'Le comité se réunit chaque semestre.' })]),
  {
    genre: 'valeur',
    cle: 'delai',
    depart: e.valeurs.delai ?? null,
    voulu: { genre: 'duree', nombre: 24, unite: 'heure' },
  },
])
const DEUX = avenant(2, '2027-01-01', [
  { genre: 'suppression', identite: 'imagerie', depart: empreinteEtat(lire(e, 'imagerie')) },
  { genre: 'terme', nature: 'renouvellement', depart: '2029-12-31', voulu: '2032-12-31' },
])

describe('texte consolidé', () => {
  it('écrit sous chaque unité changée par quel avenant et depuis quand', () => {
    const { etat } = consolider(e, [UN], '2026-07-01')
    const mentions = mentionsDuTexte(etat)
    expect(espaces(mentions.get('suivi'))).toBe(
      'Modifié par l’avenant n° 1 du 1er juin 2026, en vigueur le 1er juin 2026.',
    )
    // La valeur seule a changé : chaque unité qui la cite le dit.
    expect([...mentions.keys()].sort()).toEqual(['astreinte', 'scanner', 'suivi', 'urgences'])
  })

  it('garde le numéro d’un article supprimé, le dit, et tait ses sous-articles', () => {
    const { etat } = consolider(e, [UN, DEUX], '2027-06-01')
    const texte = texteAImprimer(etat)
    expect(texte.unites.find((u) => u.identite === 'imagerie')).toMatchObject({ omise: false })
    expect(JSON.stringify(texte.unites.find((u) => u.identite === 'imagerie')?.contenu)).toContain(
      '(Supprimé)',
    )
    expect(texte.unites.find((u) => u.identite === 'scanner')?.omise).toBe(true)
    expect(texte.numeros.suivi?.intitule).toBe('Article 4')
    expect(espaces(mentionsDuTexte(etat).get('imagerie'))).toMatch(/^Supprimé par l’avenant n° 2/)
  })

  it('ne passe jamais pour l’original : rien n’est signé, le surtitre, le filigrane et le bas de page le disent', () => {
    const d = documentConsolide({
      reference: 'HUPS-ARC-2026-001',
      intitule: 'Convention-cadre',
      groupe: 'HUPS',
      signeLe: '2026-01-01',
      date: '2026-07-01',
      consolidation: consolider(e, [UN, DEUX], '2026-07-01'),
    })
    expect(espaces(d.surtitre)).toBe('Convention-cadre – version consolidée au 1er juillet 2026')
    expect(d.filigrane).toBe('CONSOLIDÉ')
    expect(espaces(d.piedDePage)).toContain('sans valeur d’original')
    expect(d.sections.flatMap((s) => s.blocs).some((b) => b.genre === 'signatures')).toBe(false)
    const dit = espaces(JSON.stringify(d.avertissement))
    expect(dit).toContain('Avenant n° 1 du 1er juin 2026, en vigueur le 1er juin 2026')
    expect(dit).toContain('Avenant n° 2 du 1er janvier 2027, effet au 1er janvier 2027')
  })

  it('dit ses réserves : avenant non transcrit, conflit, avenant après la fin', () => {
    const scan = avenant(3, '2026-08-01', [], false)
    const bancal = avenant(4, '2026-09-01', [{ genre: 'suppression', identite: 'inconnue', depart: 'x' }])
    const tardif = avenant(5, '2030-06-01', UN.modifications)
    const reserves = reservesDuTexte(consolider(e, [scan, bancal, tardif], '2031-01-01')).map(espaces)
    expect(reserves).toHaveLength(3)
    expect(reserves[0]).toContain('L’avenant n° 3 du 1er août 2026 a été repris sur copie')
    expect(reserves[1]).toContain('L’avenant n° 4')
    expect(reserves[2]).toContain('après la fin de la convention')
    expect(reservesDuTexte(consolider(e, [UN], '2026-07-01'))).toEqual([])
  })

  it('situe chaque acte dans la vie du texte, vu de la date montrée', () => {
    const c = {
      reference: 'HUPS-ARC-2026-001',
      intitule: 'Convention-cadre',
      signeLe: '2026-01-01',
      effetLe: '2026-01-01',
    }
    const etats = (date: string) =>
      momentsDe(c, [DEUX, UN], consolider(e, [DEUX, UN], date), date).map((m) => [m.cle, m.etat])
    expect(etats('2026-07-01')).toEqual([
      ['convention', 'applique'],
      ['a1', 'montre'],
      ['a2', 'a-venir'],
    ])
    expect(etats('2027-01-01').at(-1)).toEqual(['a2', 'montre'])
    expect(momentsDe(c, [UN], consolider(e, [UN], '2026-07-01'), '2026-07-01').at(-1)?.acte).toBe(
      '/conventions/HUPS-ARC-2026-001-A1',
    )
  })

  it('compare deux dates mot à mot, dans les mots de chaque date', () => {
    const dite = comparaisonDesDates(
      { date: '2026-01-01', consolidation: consolider(e, [UN], '2026-01-01') },
      { date: '2026-07-01', consolidation: consolider(e, [UN], '2026-07-01') },
    )
    expect(espaces(dite.titre)).toBe('Ce qui change du 1er janvier 2026 au 1er juillet 2026')
    // Le délai, écrit dans trois articles, et le comité.
    expect(dite.changements).toHaveLength(4)
  })

  it('nomme les avenants pris en compte', () => {
    expect(phraseDuTexte(consolider(e, [UN], '2026-01-01'))).toContain('Aucun avenant')
    expect(espaces(phraseDuTexte(consolider(e, [UN, DEUX], '2027-01-01')))).toBe(
      'Il tient compte de l’avenant n° 1 du 1er juin 2026 et de l’avenant n° 2 du 1er janvier 2027.',
    )
  })

  it('refuse une date qui n’en est pas une : c’est alors le texte du jour', () => {
    expect(dateDemandee('2025-02-30', '2026-11-22')).toBe('2026-11-22')
    expect(dateDemandee(undefined, '2026-11-22')).toBe('2026-11-22')
    expect(dateDemandee('2025-02-28', '2026-11-22')).toBe('2025-02-28')
  })
})
