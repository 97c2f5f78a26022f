import { describe, expect, it } from 'vitest'
import { appliquer, type RaisonConflit } from '@/lib/domaine/avenant/appliquer'
import { type AvenantSigne, consolider, joursDeChangement } from '@/lib/domaine/avenant/consolider'
import { A_BLANC, type EtatDeLaChaine } from '@/lib/domaine/avenant/etat'
import { empreinteEtat, type Modification } from '@/lib/domaine/avenant/modifications'
import { numeroInsere } from '@/lib/domaine/avenant/numeroter-insertion'
import { baseDuProjet, numeroDejaPris } from '@/lib/domaine/avenant/projet'
import { ciblesCommunes, rebaser } from '@/lib/domaine/avenant/rebaser'
import { deriverTout, type Retouche } from '@/lib/domaine/avenant/retouches'
import { reservesDuTexte } from '@/lib/presentation/avenant/texte-consolide'
import { article, base, DELAI, lire, recrire } from './fabrique'

const e = base()
const avenant = (
  rang: number,
  effetLe: string,
  modifications: readonly Modification[],
  autres: Partial<AvenantSigne> = {},
): AvenantSigne => ({
  acteId: `a${String(rang)}`,
  rang,
  titre: `Avenant ${String(rang)}`,
  signeLe: '2026-01-01',
  effetLe,
  transcrit: true,
  modifications,
  ...autres,
})
const heures = (nombre: number) => ({ genre: 'duree', nombre, unite: 'heure' }) as const
const delai = (depart: number, voulu: number): Modification => ({
  genre: 'valeur',
  cle: 'delai',
  depart: heures(depart),
  voulu: heures(voulu),
})
const texteDe = (etat: EtatDeLaChaine, identite: string): string =>
  JSON.stringify(etat.unites.find((u) => u.identite === identite)?.contenu)
const suppression = (identite: string): Modification => ({
  genre: 'suppression',
  identite,
  depart: empreinteEtat(lire(e, identite)),
})

describe('Le texte en vigueur', () => {
  it('avant tout effet, est celui de la convention ; un avenant signé n’y change rien avant son jour', () => {
    const a = avenant(1, '2027-01-01', [delai(48, 24)])
    const veille = consolider(e, [a], '2026-12-31')
    expect(veille.etat).toEqual(e)
    expect(veille.aVenir.map((x) => x.rang)).toEqual([1])
    expect(consolider(e, [a], '2027-01-01').etat.valeurs.delai).toEqual(heures(24))
  })

  it('suit un avenant qui change ce qu’un autre a changé', () => {
    const avenants = [avenant(3, '2028-01-01', [delai(24, 12)]), avenant(1, '2027-01-01', [delai(48, 24)])]
    expect(consolider(e, avenants, '2027-06-01').etat.valeurs.delai).toEqual(heures(24))
    const apres = consolider(e, avenants, '2028-01-01')
    expect(apres.etat.valeurs.delai).toEqual(heures(12))
    expect(apres.etat.tracesValeurs.delai?.map((t) => t.rang)).toEqual([1, 3])
  })

  it('applique d’abord celui qui prend effet d’abord, même signé après, et nomme le conflit de l’autre', () => {
    const tot = avenant(2, '2026-06-01', [delai(48, 36)], { signeLe: '2026-05-01' })
    const tard = avenant(1, '2027-01-01', [delai(48, 24)])
    const { etat, conflits } = consolider(e, [tard, tot], '2027-06-01')
    expect(etat.valeurs.delai).toEqual(heures(36))
    expect(conflits.map((c) => [c.source.rang, c.raison])).toEqual([[1, 'valeur-changee']])
  })

  it('supprime puis rétablit un article, à sa place et sous son numéro', () => {
    const retabli: Modification = {
      genre: 'retablissement',
      identite: 'suivi',
      etat: article('Le comité est rétabli.', 'Suivi'),
    }
    const avenants = [avenant(1, '2027-01-01', [suppression('suivi')]), avenant(2, '2028-01-01', [retabli])]
    const sans = consolider(e, avenants, '2027-06-01').etat
    expect(sans.unites.find((u) => u.identite === 'suivi')?.supprimee).toBe(true)
    const avec = consolider(e, avenants, '2028-01-01').etat
    expect(avec.unites.find((u) => u.identite === 'suivi')).toMatchObject({ supprimee: false })
    expect(texteDe(avec, 'suivi')).toContain('rétabli')
    expect(avec.numeros.suivi).toEqual(e.numeros.suivi)
  })

  it('supprime l’article avec ses sous-articles, et garde leurs numéros', () => {
    const { etat } = appliquer(e, [suppression('imagerie')], A_BLANC)
    const supprimees = etat.unites.filter((u) => u.supprimee).map((u) => u.identite)
    expect(supprimees.sort()).toEqual(['imagerie', 'irm', 'scanner'])
    expect(numeroInsere(etat, { genre: 'article', parent: null, apres: 'imagerie' }).nu).toMatch(/^2 bis$/)
    expect(numeroInsere(etat, { genre: 'article', parent: null, apres: 'astreinte' }).intitule).toBe(
      'Article 6',
    )
  })

  it('renouvelle : un avenant d’après le terme d’origine vaut si un autre l’a reculé, et sinon reste sans effet', () => {
    const renouvelle = avenant(1, '2029-06-01', [
      { genre: 'terme', nature: 'renouvellement', depart: '2029-12-31', voulu: '2032-12-31' },
    ])
    const tardif = avenant(2, '2030-06-01', [delai(48, 24)])
    expect(consolider(e, [renouvelle, tardif], '2031-01-01').etat).toMatchObject({
      fin: '2032-12-31',
      valeurs: { delai: heures(24) },
    })
    const seul = consolider(e, [tardif], '2031-01-01')
    expect(seul.etat.valeurs.delai).toEqual(DELAI)
    expect(seul.apresLaFin.map((a) => a.rang)).toEqual([2])
  })

  it('laisse deux avenants changer deux alinéas d’un même article, et arrête celui qui touche le même', () => {
    const [premier, second] = [
      recrire(e, 'astreinte', { texte: 'L’astreinte dure {{delai|lettres}}.\n\nElle est payante.' }),
      recrire(e, 'astreinte', { texte: 'L’astreinte dure au plus {{delai|lettres}}.\n\nElle est gratuite.' }),
    ]
    const deux = [
      avenant(1, '2027-01-01', deriverTout([premier])),
      avenant(2, '2027-02-01', deriverTout([second])),
    ]
    const { etat, conflits } = consolider(e, deux, '2027-03-01')
    expect(conflits).toEqual([])
    expect(texteDe(etat, 'astreinte')).toMatch(/au plus.*payante/)
    const meme = avenant(
      3,
      '2027-04-01',
      deriverTout([recrire(e, 'astreinte', { texte: 'L’astreinte dure une heure.\n\nElle est gratuite.' })]),
    )
    expect(consolider(e, [...deux, meme], '2027-05-01').conflits.map((c) => c.raison)).toEqual([
      'bloc-change',
    ])
    expect(ciblesCommunes([premier], [second])).toEqual(['unite:astreinte'])
  })

  it('donne les jours où le texte change, sans doublon', () => {
    const a = [avenant(1, '2027-01-01', []), avenant(2, '2027-01-01', []), avenant(3, '2026-06-01', [])]
    expect(joursDeChangement('2026-01-01', a)).toEqual(['2026-01-01', '2026-06-01', '2027-01-01'])
  })

  it.each<[string, Modification, RaisonConflit]>([
    [
      'un article qui n’existe pas',
      { genre: 'suppression', identite: 'rien', depart: 'x' },
      'unite-inconnue',
    ],
    ['un article récrit depuis', { genre: 'suppression', identite: 'suivi', depart: 'x' }, 'texte-change'],
    [
      'une insertion sous un parent absent',
      {
        genre: 'insertion',
        identite: 'neuf',
        place: { parent: 'rien', apres: null, numero: { nu: '9.1', intitule: '9.1' } },
        etat: article('Neuf.', null, 'sous-article'),
      },
      'parent-absent',
    ],
    [
      'une insertion après une voisine absente',
      {
        genre: 'insertion',
        identite: 'neuf',
        place: { parent: null, apres: 'rien', numero: { nu: '9', intitule: 'Article 9' } },
        etat: article('Neuf.', 'Neuf'),
      },
      'place-absente',
    ],
    [
      'un rétablissement de ce qui est en vigueur',
      { genre: 'retablissement', identite: 'suivi', etat: article('Suivi.', 'Suivi') },
      'unite-presente',
    ],
    [
      'un terme qui n’est plus celui-là',
      { genre: 'terme', nature: 'prolongation', depart: '2020-01-01', voulu: '2031-01-01' },
      'terme-change',
    ],
    [
      'une partie qui n’est plus celle-là',
      {
        genre: 'partie',
        role: 'GESTIONNAIRE',
        depart: { organisationId: 'autre', nom: 'Autre', adresse: null },
        voulu: { organisationId: 'neuf', nom: 'Neuf', adresse: null },
      },
      'partie-changee',
    ],
  ])('nomme le conflit : %s', (_, modification, raison) => {
    const r = appliquer(e, [modification], A_BLANC)
    expect(r.conflits).toEqual([{ modification, raison }])
    expect(r.etat).toEqual(e)
  })

  it('refuse deux insertions qui s’attendent l’une l’autre', () => {
    const inserer = (identite: string, apres: string): Modification => ({
      genre: 'insertion',
      identite,
      place: { parent: null, apres, numero: { nu: identite, intitule: `Article ${identite}` } },
      etat: article('Neuf.', 'Neuf'),
    })
    const { conflits } = appliquer(e, [inserer('x', 'y'), inserer('y', 'x')], A_BLANC)
    expect(conflits.map((c) => c.raison)).toEqual(['boucle', 'boucle'])
    expect(appliquer(e, [inserer('y', 'x'), inserer('x', 'suivi')], A_BLANC).conflits).toEqual([])
  })

  it('reprend un projet sur le nouveau texte : passe, tombe ou s’arrête, sans rien perdre', () => {
    const projet = [
      recrire(e, 'suivi', { texte: 'Le comité se réunit chaque mois.' }),
      recrire(e, 'objet', { texte: 'La convention organise les soins et la prévention.' }),
      { cible: 'valeur' as const, cle: 'delai', depart: DELAI, voulu: heures(24) },
    ]
    const nouveau = consolider(
      e,
      [
        avenant(1, '2026-02-01', [
          delai(48, 24),
          ...deriverTout([recrire(e, 'suivi', { texte: 'Le comité se réunit chaque semestre.' })]),
        ]),
      ],
      '2026-03-01',
    ).etat
    const { retouches, arretees } = rebaser(nouveau, projet)
    expect(retouches.map((r) => r.cible === 'unite' && r.identite)).toEqual(['objet'])
    expect(arretees).toEqual([{ retouche: projet[0], raison: 'bloc-change' }])
  })
})

describe('Deux avenants signés qui impriment le même numéro', () => {
  const inserer = (identite: string, titre: string, nu = '3 bis'): Modification => ({
    genre: 'insertion',
    identite,
    place: { parent: null, apres: 'urgences', numero: { nu, intitule: `Article ${nu}` } },
    etat: article('Texte.', titre),
  })
  const un = avenant(1, '2027-01-01', [inserer('n1', 'Un')])
  const deux = avenant(2, '2028-01-01', [inserer('n2', 'Deux')])

  it('gardent chacun le leur ; le numéro double est nommé dès que les deux sont en vigueur', () => {
    expect(consolider(e, [un, deux], '2027-06-01').doublons).toEqual([])
    const c = consolider(e, [deux, un], '2028-01-01')
    expect(c.conflits).toEqual([])
    expect(c.etat.numeros.n1?.nu).toBe('3 bis')
    expect(c.etat.numeros.n2?.nu).toBe('3 bis')
    expect(c.doublons.map((d) => [d.numero.intitule, d.source.rang])).toEqual([['Article 3 bis', 2]])
    expect(
      reservesDuTexte(c)
        .join(' ')
        .replace(/\u00a0/g, ' '),
    ).toContain('L’avenant n° 2 du 1er janvier 2026 porte lui aussi un numéro déjà pris (Article 3 bis)')
    const sans = avenant(3, '2028-02-01', [
      { genre: 'suppression', identite: 'n1', depart: empreinteEtat(article('Texte.', 'Un')) },
    ])
    expect(consolider(e, [un, deux, sans], '2028-03-01').doublons).toEqual([])
  })

  it('ne le peuvent plus : un projet prend le suivant, et un texte figé est arrêté', () => {
    // Le premier est signé, mais ne prend effet qu'en 2027.
    const b = baseDuProjet(e, [un], null, '2026-06-01')
    expect(numeroInsere(b, { genre: 'article', parent: null, apres: 'urgences' }).nu).toBe('3 ter')
    const projet: Retouche = {
      cible: 'unite',
      identite: 'n2',
      depart: null,
      voulu: article('Texte.', 'Deux'),
      place: { parent: null, apres: 'urgences', numero: { nu: '3 bis', intitule: 'Article 3 bis' } },
    }
    const [repris] = rebaser(b, [projet]).retouches
    expect(repris?.cible === 'unite' && repris.place?.numero.intitule).toBe('Article 3 ter')
    expect(numeroDejaPris(b, deriverTout([projet]))).toMatchObject({ nu: '3 bis', source: { rang: 1 } })
    expect(numeroDejaPris(b, deriverTout(repris ? [repris] : []))).toBeNull()
    // Le sien, relu après sa propre signature, n'en est pas un autre.
    expect(numeroDejaPris(b, un.modifications)).toBeNull()
  })
})

it('le dernier jour que le texte écrit suit le terme ; un texte qui ne l’écrit pas n’en reçoit pas', () => {
  const terme: Modification = {
    genre: 'terme',
    nature: 'prolongation',
    depart: '2029-12-31',
    voulu: '2030-06-30',
  }
  const a = avenant(1, '2027-01-01', [terme])
  const ecrit = { ...e, valeurs: { ...e.valeurs, date_fin: { genre: 'date', date: '2029-12-31' } as const } }
  expect(consolider(ecrit, [a], '2027-01-01').etat.valeurs.date_fin).toEqual({
    genre: 'date',
    date: '2030-06-30',
  })
  expect(consolider(e, [a], '2027-01-01').etat.valeurs.date_fin).toBeUndefined()
})
