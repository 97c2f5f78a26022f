import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { demanderDossierConseil } from '@/lib/cas-usage/conseil/demander-dossier'
import { ajouterSeance, annulerSeance, modifierSeance } from '@/lib/cas-usage/conseil/seances'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireDossierConseil } from '@/lib/lectures/acte/lire-dossier-conseil'
import { lireVote } from '@/lib/lectures/acte/lire-vote'
import { listerConseils } from '@/lib/lectures/conseil/lister-conseils'
import { unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'
import { unTexteAccepte } from '../../fabriques/vote'

const JOUR = '2026-11-22'
let t: Territoire
let mairie: Acteur
let cms: Acteur
let voisine: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = await unHabilite(t, 'MAIRIE', 'commune-arcueil')
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
  voisine = await unHabilite(t, 'MAIRIE', 'commune-gentilly')
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const journal = (evenement: string) =>
  t.proprietaire.journal.findMany({ where: { evenement, organisationId: t.id('commune-arcueil') } })
const seance = (le: string, depotAvant: string | null = null) => ({
  organisationId: t.id('commune-arcueil'),
  le,
  depotAvant,
  note: null,
})
const corrigee = (seanceId: string, version: number, le: string) => ({
  seanceId,
  version,
  le,
  depotAvant: null,
  note: null,
})
const deLaMairie = async (jour = JOUR) => (await listerConseils(mairie, jour))[0]

describe('Séances du conseil', () => {
  it('se tiennent par la mairie ou la direction, une par jour, et se lisent dans le calendrier de l’acte', async () => {
    const { acteId } = await unTexteAccepte(t, mairie)
    const { seanceId } = await agir(mairie, ajouterSeance, seance('2026-12-16', '2026-12-01'))
    await agir(t.direction, ajouterSeance, seance('2027-02-10'))
    await expect(agir(mairie, ajouterSeance, seance('2026-12-16'))).rejects.toMatchObject(
      refus('DEJA_EXISTANT'),
    )
    const lues = (await lireVote(mairie, acteId, MAINTENANT))?.parties.flatMap((p) =>
      p.seances.map((s) => s.le),
    )
    expect(lues).toEqual(['2026-12-16', '2027-02-10'])
    expect(await journal('seance-ajoutee')).toHaveLength(2)
    expect(await agir(mairie, modifierSeance, corrigee(seanceId, 1, '2026-12-17'))).toEqual({ version: 2 })
    expect(await journal('seance-modifiee')).toMatchObject([
      {
        auteurId: mairie.utilisateurId,
        cible: seanceId,
        donnees: {
          avant: { le: '2026-12-16', depotAvant: '2026-12-01', note: null },
          apres: { le: '2026-12-17', depotAvant: null, note: null },
        },
      },
    ])
    await expect(agir(mairie, modifierSeance, corrigee(seanceId, 1, '2026-12-18'))).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await expect(agir(mairie, modifierSeance, corrigee(seanceId, 2, '2027-02-10'))).rejects.toMatchObject(
      refus('DEJA_EXISTANT'),
    )
    expect(await agir(mairie, annulerSeance, { seanceId, version: 2 })).toEqual({ version: 3 })
    expect(await journal('seance-annulee')).toHaveLength(1)
    await expect(agir(mairie, annulerSeance, { seanceId, version: 3 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    for (const [qui, code] of [
      [cms, 'ROLE_INSUFFISANT'],
      [t.siege, 'ROLE_INSUFFISANT'],
      [voisine, 'INTROUVABLE'],
      [t.exterieur, 'INTROUVABLE'],
    ] as const) {
      await expect(agir(qui, ajouterSeance, seance('2027-03-01'))).rejects.toMatchObject(refus(code))
      await expect(agir(qui, annulerSeance, { seanceId, version: 3 })).rejects.toMatchObject(refus(code))
      await expect(agir(qui, modifierSeance, corrigee(seanceId, 3, '2026-12-18'))).rejects.toMatchObject(
        refus(code),
      )
    }
    expect(await journal('seance-modifiee')).toHaveLength(1)
    // Une séance annulée que l'on redate est rétablie.
    await agir(t.direction, modifierSeance, corrigee(seanceId, 3, '2026-12-18'))
    expect((await deLaMairie())?.seances[0]).toMatchObject({ le: '2026-12-18', annulee: false, version: 4 })
  })
  it('se listent pour qui les tient : son conseil à la mairie, ceux de ses partenaires à la direction', async () => {
    expect((await listerConseils(mairie, JOUR)).map((c) => c.code)).toEqual(['commune-arcueil'])
    const codes = (await listerConseils(t.direction, JOUR)).map((c) => c.code)
    expect(codes).toContain('commune-arcueil')
    expect(codes).toContain('commune-gentilly')
    expect(codes).not.toContain('commune-gennevilliers')
    expect(new Set(codes).size).toBe(codes.length)
    for (const qui of [cms, t.siege, t.juridique]) expect(await listerConseils(qui, JOUR)).toEqual([])
    expect((await listerConseils(t.exterieur, JOUR)).map((c) => c.code)).not.toContain('commune-arcueil')
  })
  it('ne gardent que les séances à venir, jour dit compris', async () => {
    expect((await deLaMairie('2027-02-10'))?.seances.map((s) => s.le)).toEqual(['2027-02-10'])
    expect((await deLaMairie('2027-02-11'))?.seances).toEqual([])
  })
})

describe('Le dossier du conseil', () => {
  it('se demande et se lit par la mairie et la direction seulement', async () => {
    const { acteId } = await unTexteAccepte(t, mairie)
    expect(await lireDossierConseil(mairie, acteId, MAINTENANT)).toMatchObject({ genre: 'CONVENTION' })
    expect(await lireDossierConseil(t.direction, acteId, MAINTENANT)).not.toBeNull()
    for (const qui of [cms, t.siege, voisine, t.exterieur])
      expect(await lireDossierConseil(qui, acteId, MAINTENANT)).toBeNull()
    await expect(agir(cms, demanderDossierConseil, { acteId })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(agir(t.exterieur, demanderDossierConseil, { acteId })).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    const { tacheId } = await agir(mairie, demanderDossierConseil, { acteId })
    expect(await t.proprietaire.tache.findUnique({ where: { id: tacheId } })).toMatchObject({
      genre: 'dossier-conseil',
      demandeurId: mairie.utilisateurId,
    })
  })
})
