import { beforeAll, describe, expect, it } from 'vitest'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { listerCentres } from '@/lib/lectures/organisation/centres-visibles'
import { lireFicheCentre } from '@/lib/lectures/organisation/fiche-centre'
import { lireFicheGroupe, listerGroupes } from '@/lib/lectures/organisation/groupes'
import { AUJOURDHUI, acteurDe, territoireDeTest } from './outils'

territoireDeTest()

let direction: Acteur, cms: Acteur, siege: Acteur, mairie: Acteur
beforeAll(async () => {
  direction = await acteurDe('DIRECTION_PARTENARIATS', 'hups')
  cms = await acteurDe('DIRECTION_CMS', 'arcueil')
  siege = await acteurDe('SIEGE', 'ap-hp')
  mairie = await acteurDe('MAIRIE', 'commune-malakoff')
})
const codes = async (acteur: Acteur, recherche?: string) =>
  (await listerCentres(acteur, { recherche })).map((c) => c.code)

describe('liste des centres', () => {
  it('ne montre que les centres de l’acteur', async () => {
    expect(await codes(cms)).toEqual(['arcueil'])
    expect(await codes(mairie)).toEqual(['malakoff-1', 'malakoff-2'])
    expect(await codes(direction)).toHaveLength(9)
    expect(await codes(direction)).not.toContain('gennevilliers')
    expect(await codes(siege)).toHaveLength(10)
    expect(await codes(await acteurDe('ADMINISTRATEUR', 'ap-hp'))).toEqual([])
    expect(await codes(await acteurDe('REFERENT_SERVICE', 'bicetre-imagerie'))).toEqual([])
  })
  it.each([
    ['arceuil', 'arcueil'],
    ["centre municipal d'arcueil", 'arcueil'],
    ['D’ARCUEIL', 'arcueil'],
    ['fontenay aux rose', 'fontenay-aux-roses'],
    ['vitri', 'vitry-sur-seine'],
    ['ivri sur seine', 'ivry-sur-seine'],
    ['gentily', 'gentilly'],
    ['cms bagneux', 'bagneux'],
  ])('« %s » trouve d’abord %s', async (recherche, attendu) => {
    expect((await codes(direction, recherche))[0]).toBe(attendu)
  })
  it('ne cherche pas hors du périmètre et ne devine pas n’importe quoi', async () => {
    expect(await codes(cms, 'villejuif')).toEqual([])
    expect(await codes(direction, 'marseille')).toEqual([])
    expect(await codes(direction, "'; DROP TABLE organisation; --")).toEqual([])
  })
})

describe('fiche d’un centre', () => {
  it('est introuvable hors de portée, comme un code inconnu', async () => {
    expect(await lireFicheCentre(cms, 'villejuif')).toBeNull()
    expect(await lireFicheCentre(cms, 'nulle-part')).toBeNull()
    expect(await lireFicheCentre(direction, 'gennevilliers')).toBeNull()
    expect(await lireFicheCentre(direction, 'bicetre')).toBeNull()
  })
  it('compte les centres qui partagent un besoin et ne les nomme qu’à la direction et au siège', async () => {
    const partage = async (acteur: Acteur) => {
      const fiche = await lireFicheCentre(acteur, 'arcueil')
      return fiche?.besoins.find((b) => b.nature === 'CONSULTATION_HOPITAL' && b.libelle === 'Endocrinologie')
        ?.partage
    }
    expect(await partage(cms)).toEqual({ nombre: 3, centres: null })
    const vu = await partage(direction)
    expect(vu?.centres?.map((c) => c.code).sort()).toEqual(['fontenay-aux-roses', 'gentilly', 'villejuif'])
    expect((await partage(siege))?.centres).toHaveLength(3)
    expect(JSON.stringify(await lireFicheCentre(cms, 'arcueil'))).not.toContain('Villejuif')
  })
  it('dit la réponse connue et sa source', async () => {
    const fiche = await lireFicheCentre(direction, 'malakoff-1')
    const besoin = fiche?.besoins.find((b) => b.nature === 'CONSULTATION_AVANCEE')
    expect(besoin?.actuelle).toMatchObject({ nature: 'EXPERIMENTATION', le: '2018-09-01', precision: 'mois' })
  })
  it('nomme ce qui manque', async () => {
    const fiche = await lireFicheCentre(direction, 'malakoff-2')
    const manques = fiche?.manques.map((m) => `${m.code}/${m.organisation}`) ?? []
    expect(manques).toContain('nom/malakoff-2')
    expect(manques).toContain('offre/malakoff-2')
    expect(manques).toContain('telephone/commune-malakoff')
    expect(manques.filter((m) => m.startsWith('titulaire'))).toHaveLength(4)
  })
})

describe('groupe hospitalier', () => {
  it('compare tous ses centres pour sa direction, les siens seuls pour un centre', async () => {
    const complet = await lireFicheGroupe(direction, 'hups', AUJOURDHUI)
    expect(complet?.comparaison.centres.map((c) => c.ville)).toEqual([
      'Arcueil',
      'Bagneux',
      'Fontenay-aux-Roses',
      'Gentilly',
      'Ivry-sur-Seine',
      'Malakoff',
      'Malakoff',
      'Villejuif',
      'Vitry-sur-Seine',
    ])
    const restreint = await lireFicheGroupe(cms, 'hups', AUJOURDHUI)
    expect(restreint?.comparaison.centres.map((c) => c.code)).toEqual(['arcueil'])
    expect(restreint?.autresCentres).toBe(8)
  })
  it('distingue « non renseigné » de « non demandé »', async () => {
    const fiche = await lireFicheGroupe(direction, 'hups', AUJOURDHUI)
    const hdj = fiche?.comparaison.besoins.find((s) => s.nature === 'HDJ')
    const etats = hdj?.lignes.find((l) => l.cle === 'sommeil')?.cellules.map((c) => c.etat)
    expect(etats).toEqual([
      'NON_DEMANDE',
      'NON_RENSEIGNE',
      'NON_DEMANDE',
      'NON_DEMANDE',
      'NON_DEMANDE',
      'DEMANDE',
      'NON_RENSEIGNE',
      'NON_DEMANDE',
      'NON_RENSEIGNE',
    ])
  })
  it('est introuvable pour qui n’y a pas de centre', async () => {
    expect(await lireFicheGroupe(cms, 'hupnvs', AUJOURDHUI)).toBeNull()
    expect((await listerGroupes(cms)).map((g) => g.code)).toEqual(['hups'])
    expect((await listerGroupes(siege)).map((g) => g.code)).toEqual(['hupnvs', 'hups'])
  })
})
