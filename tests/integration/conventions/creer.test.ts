import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { avecActeur } from '../../../lib/bd/transaction'
import { creerConventions } from '../../../lib/cas-usage/convention/creer-conventions'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireConvention } from '../../../lib/lectures/convention/lire-convention'
import { lireJournal } from '../../../lib/lectures/convention/lire-journal'
import { lirePreparation, preparerCreation } from '../../../lib/lectures/convention/preparer-creation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
beforeAll(async () => {
  t = await ouvrirTerritoire()
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})
const saisie = (...centres: string[]) => ({
  modeleVersionId: t.version('convention-cadre-partenariat'),
  groupeId: t.id('hups'),
  centreIds: centres.map(t.id),
})

describe('Créer des conventions', () => {
  it('recopie le modèle entier, remplit ce que disent les fiches et l’écrit au journal', async () => {
    const { references } = await agir(t.direction, creerConventions, saisie('arcueil'))
    expect(references).toEqual(['HUPS-ARC-2026-001'])
    const c = await lireConvention(t.direction, 'HUPS-ARC-2026-001', MAINTENANT)
    const modele = await t.proprietaire.uniteModele.count({
      where: { versionId: t.version('convention-cadre-partenariat') },
    })
    expect(c?.unites).toHaveLength(modele)
    expect(c?.etape).toBe('BROUILLON')
    expect(c?.parametres.find((p) => p.cle === 'commune')?.valeur).toMatchObject({ nom: 'Arcueil' })
    expect(c?.parties.map((p) => p.role)).toEqual(['HOPITAL', 'GESTIONNAIRE'])
    const journal = await lireJournal(t.direction, c?.acteId ?? '', null)
    expect(journal?.map((l) => [l.evenement, l.auteur])).toEqual([['convention-creee', t.direction.nom]])
  })

  it('fait une convention par gestionnaire : les deux centres de Malakoff n’en font qu’une', async () => {
    const { references } = await agir(
      t.direction,
      creerConventions,
      saisie('malakoff-1', 'malakoff-2', 'gentilly'),
    )
    expect(references.toSorted()).toEqual(['HUPS-GEN-2026-001', 'HUPS-MAL-2026-001'])
    const malakoff = await lireConvention(t.direction, 'HUPS-MAL-2026-001', MAINTENANT)
    expect(malakoff?.centres.map((c) => c.code).toSorted()).toEqual(['malakoff-1', 'malakoff-2'])
    const lots = await t.proprietaire.convention.findMany({ where: { reference: { in: references } } })
    expect(new Set(lots.map((l) => l.lotId)).size).toBe(1)
    expect(lots[0]?.lotId).not.toBeNull()
  })

  it('ne donne jamais deux fois la même référence, même demandée huit fois ensemble', async () => {
    const lots = await Promise.all(
      Array.from({ length: 8 }, () => agir(t.direction, creerConventions, saisie('villejuif'))),
    )
    const references = lots.flatMap((l) => l.references)
    expect(new Set(references).size).toBe(8)
    expect(references.toSorted().at(-1)).toBe('HUPS-VIL-2026-008')
  })

  it.each(['exterieur', 'cms', 'siege', 'juridique'] as const)(
    'se refuse à %s comme un groupe inconnu, sans rien écrire',
    async (qui) => {
      const avant = await t.proprietaire.convention.count()
      await expect(agir(t[qui], creerConventions, saisie('arcueil'))).rejects.toMatchObject(
        refus('INTROUVABLE'),
      )
      expect(await t.proprietaire.convention.count()).toBe(avant)
    },
  )

  it('refuse un modèle à lire seulement, et un centre inconnu', async () => {
    const activite = { ...saisie('arcueil'), modeleVersionId: t.version('convention-activite-partagee', 1) }
    await expect(agir(t.direction, creerConventions, activite)).rejects.toMatchObject(refus('INTROUVABLE'))
    const inconnu = { ...saisie('arcueil'), centreIds: ['018f0000-0000-7000-8000-000000000000'] }
    await expect(agir(t.direction, creerConventions, inconnu)).rejects.toMatchObject(refus('INTROUVABLE'))
  })

  describe('avec une organisation fermée', () => {
    const fermer = (code: string, jusqua: string | null) =>
      t.proprietaire.organisation.update({
        where: { code },
        data: { jusqua: jusqua && new Date(jusqua) },
      })
    const proposes = async (lecture: typeof preparerCreation, acteur: Acteur) =>
      (await lecture(acteur, '2026-11-22'))?.groupes.flatMap((g) => g.centres) ?? []

    it.each(['gentilly', 'commune-gentilly', 'hups', 'ap-hp'])(
      'refuse %s en le nommant, sans rien écrire',
      async (code) => {
        const { nom } = await fermer(code, '2026-11-21')
        const avant = await t.proprietaire.convention.count()
        // Le centre ouvert demandé en même temps ne passe pas non plus : la transaction est entière.
        await expect(
          agir(t.direction, creerConventions, saisie('arcueil', 'gentilly')),
        ).rejects.toMatchObject({
          code: 'ORGANISATION_FERMEE',
          details: { nom, dernierJour: '2026-11-21' },
        })
        expect(await t.proprietaire.convention.count()).toBe(avant)
        await fermer(code, null)
      },
    )

    it('laisse ouvrir une convention jusqu’au dernier jour compris', async () => {
      await fermer('gentilly', '2026-11-22')
      await agir(t.direction, creerConventions, saisie('gentilly'))
      await fermer('gentilly', null)
    })

    it('ne la propose plus à la création, mais la garde, datée, à la reprise', async () => {
      await fermer('gentilly', '2026-11-21')
      const codes = (await proposes(preparerCreation, t.direction)).map((c) => c.code)
      expect(codes).not.toContain('gentilly')
      expect(codes).toContain('arcueil')
      const repris = await proposes(lirePreparation, t.direction)
      expect(repris.find((c) => c.code === 'gentilly')?.fermeLe).toBe('2026-11-21')
      expect(repris.find((c) => c.code === 'arcueil')?.fermeLe).toBeNull()
      await fermer('gentilly', null)
    })
  })

  it('reste invisible en base à qui n’y a pas droit, même sans le contrôle du domaine', async () => {
    for (const acteur of [t.exterieur, t.cms, t.siege, null]) {
      const vus = await avecActeur(acteur, async (tx) => [
        await tx.acte.count(),
        await tx.convention.count(),
        await tx.unite.count(),
        await tx.parametre.count(),
        await tx.partie.count(),
        await tx.signataire.count(),
        await tx.journal.count({ where: { acteId: { not: null } } }),
      ])
      expect(vus).toEqual([0, 0, 0, 0, 0, 0, 0])
    }
    expect(await avecActeur(t.direction, (tx) => tx.acte.count())).toBeGreaterThan(0)
  })

  it('interdit en base d’ouvrir un acte au nom d’un autre groupe', async () => {
    const acte = await t.proprietaire.acte.findFirstOrThrow()
    const { count } = await avecActeur(t.exterieur, (tx) =>
      tx.acte.updateMany({ where: { id: acte.id }, data: { titre: 'Détourné' } }),
    )
    expect(count).toBe(0)
  })
})
