import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { versIsoOuNul } from '../../../lib/bd/dates'
import { noterReception } from '../../../lib/cas-usage/resiliation/noter-reception'
import { notifierResiliation } from '../../../lib/cas-usage/resiliation/notifier-resiliation'
import { retirerResiliation } from '../../../lib/cas-usage/resiliation/retirer-resiliation'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireEcheances } from '../../../lib/lectures/accueil/lire-echeances'
import { lireConvention } from '../../../lib/lectures/convention/lire-convention'
import { lireSuites } from '../../../lib/lectures/resiliation/lire-suites'
import { mentionDuDocument } from '../../../lib/presentation/conventions/document'
import { lettresDeResiliation } from '../../../lib/presentation/conventions/lettre-resiliation'
import { unActeGroupeSigne } from '../../fabriques/activite'
import { unHabilite } from '../../fabriques/negociation'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let malakoff: Acteur
let vitry: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  malakoff = await unHabilite(t, 'MAIRIE', 'commune-malakoff')
  vitry = await unHabilite(t, 'MAIRIE', 'commune-vitry-sur-seine')
  await unHabilite(t, 'DIRECTION_CMS', 'vitry-sur-seine')
}, 120_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

type Acte = Awaited<ReturnType<typeof unActeGroupeSigne>>
const lettre = (a: Acte, de: object = {}) => ({
  acteId: a.acteId,
  version: a.version,
  cote: 'GESTIONNAIRE' as const,
  motif: 'Les locaux ferment.',
  envoyeeLe: '2026-11-20',
  finDemandee: null,
  preavisMois: null,
  confirme: true,
  ...de,
})
const relire = async (a: Acte): Promise<Acte> => {
  const { version } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: a.acteId } })
  return { ...a, version }
}
/** Note toutes les réceptions au même jour. */
async function recevoir(qui: Acteur, resiliationId: string, recueLe: string, maintenant = MAINTENANT) {
  const { lettres } = await t.proprietaire.resiliation.findUniqueOrThrow({ where: { id: resiliationId } })
  for (const [rang] of (lettres as unknown[]).entries())
    await agir(
      qui,
      noterReception,
      {
        resiliationId,
        version: rang + 1,
        rang,
        presenteeLe: null,
        nonReclamee: false,
        recueLe,
        motif: null,
      },
      maintenant,
    )
}
const resilieeLe = async (a: Acte) =>
  versIsoOuNul((await t.proprietaire.acte.findUniqueOrThrow({ where: { id: a.acteId } })).resilieeLe)

describe('Le départ d’un gestionnaire', () => {
  it('ne met fin qu’à sa participation, trois mois après la dernière réception, et le dit aux autres', async () => {
    const a = await unActeGroupeSigne(t)
    const { resiliationId } = await agir(malakoff, notifierResiliation, lettre(a))
    const ecrite = await t.proprietaire.resiliation.findUniqueOrThrow({ where: { id: resiliationId } })
    expect(ecrite.organisationId).toBe(t.id('commune-malakoff'))
    // Une lettre aux signataires de toutes les autres parties : l'hôpital et l'autre commune.
    expect((ecrite.lettres as { organisation: string }[]).map((l) => l.organisation)).toEqual([
      expect.stringMatching(/Assistance/),
      expect.stringMatching(/Vitry/),
    ])
    const courriels = await t.proprietaire.courriel.findMany({ where: { acteId: a.acteId } })
    expect(courriels.map((c) => c.gabarit)).toContain('depart-notifie')
    expect(courriels.every((c) => (c.donnees as { partie?: string }).partie?.includes('Malakoff'))).toBe(true)
    const adresses = await t.proprietaire.utilisateur.findMany({
      where: { id: { in: [vitry.utilisateurId] } },
    })
    expect(courriels.map((c) => c.destinataire)).toEqual(
      expect.arrayContaining(adresses.map((u) => u.courriel)),
    )

    await recevoir(t.direction, resiliationId, '2026-11-21')
    expect(await resilieeLe(a)).toBeNull()
    const c = await lireConvention(vitry, a.reference, MAINTENANT)
    expect(c?.situation).toBe('EN_VIGUEUR')
    expect(c?.parties.map((p) => p.quitteLe)).toEqual([null, '2027-02-21', null])
    const suites = c && (await lireSuites(vitry, c, MAINTENANT))
    expect(suites?.resiliations[0]).toMatchObject({ seule: true, partie: 'la commune de Malakoff' })
    expect(suites?.denoncants.map((d) => d.nom)).toEqual(['la commune de Vitry-sur-Seine'])
    const journal = await t.proprietaire.journal.findMany({
      where: { acteId: a.acteId, evenement: { startsWith: 'resiliation' } },
    })
    expect(journal.map((l) => l.evenement)).toEqual(['resiliation-notifiee', 'resiliation-recue'])
    if (!c || !suites?.resiliations[0]) throw new Error('illisible')
    const lettres = lettresDeResiliation(c, suites.resiliations[0], suites.lieux)
    const mots = JSON.stringify(lettres)
    expect(mots).toContain('se retirer de')
    expect(mots).toContain('continuera de lier les autres parties')
    expect(lettres.auteur).toMatch(/Malakoff/)
    expect(mentionDuDocument(c, MAINTENANT)).toContain('en vigueur jusqu’au 31')
  })

  it('quand le dernier part, l’acte finit avec lui', async () => {
    const a = await unActeGroupeSigne(t)
    const un = await agir(malakoff, notifierResiliation, lettre(a))
    await recevoir(t.direction, un.resiliationId, '2026-11-21')
    const deux = await agir(
      vitry,
      notifierResiliation,
      lettre(await relire(a), { finDemandee: '2027-03-31' }),
    )
    await recevoir(t.direction, deux.resiliationId, '2026-11-22')
    expect(await resilieeLe(a)).toBe('2027-03-31')
    // Retirer l'un des départs rend l'acte à ceux qui restent.
    await agir(vitry, retirerResiliation, {
      resiliationId: deux.resiliationId,
      version: 3,
      motif: 'Vitry reste finalement.',
      accord: 'Lettre des parties du 22 novembre',
    })
    expect(await resilieeLe(a)).toBeNull()
  })

  it('n’empêche pas l’hôpital de dénoncer pour tous, qui rend ensuite tout départ inutile', async () => {
    const a = await unActeGroupeSigne(t)
    const un = await agir(malakoff, notifierResiliation, lettre(a))
    await recevoir(t.direction, un.resiliationId, '2026-11-21')
    const deux = await agir(t.direction, notifierResiliation, lettre(await relire(a), { cote: 'HOPITAL' }))
    await expect(agir(vitry, notifierResiliation, lettre(await relire(a)))).rejects.toMatchObject(
      refus('RESILIATION_EN_COURS'),
    )
    await recevoir(t.direction, deux.resiliationId, '2026-11-22')
    expect(await resilieeLe(a)).toBe('2027-02-22')
  })

  it('ne se décide ni ne se retire par une autre commune, un centre ou un étranger', async () => {
    const a = await unActeGroupeSigne(t)
    await expect(agir(vitry, notifierResiliation, lettre(a, { partieId: a.malakoff }))).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(
      agir(t.direction, notifierResiliation, lettre(a, { partieId: a.cadres.vitry.acteId })),
    ).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.direction, notifierResiliation, lettre(a))).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    await expect(agir(t.exterieur, notifierResiliation, lettre(a))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    const centre = await unHabilite(t, 'DIRECTION_CMS', 'malakoff-1')
    await expect(agir(centre, notifierResiliation, lettre(a))).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    const { resiliationId } = await agir(
      t.direction,
      notifierResiliation,
      lettre(a, { partieId: a.malakoff }),
    )
    const retrait = { resiliationId, version: 1, motif: 'Non', accord: 'Accord du 22 novembre' }
    await expect(agir(vitry, retirerResiliation, retrait)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await agir(malakoff, retirerResiliation, { ...retrait, motif: 'Les locaux restent ouverts.' })
  })

  it('ne double pas l’acte dans les échéances de chacun', async () => {
    const a = await unActeGroupeSigne(t, '2027-01-31')
    const { chaines } = await lireEcheances(t.direction, MAINTENANT)
    const siennes = chaines.filter((x) => x.reference === a.reference)
    expect(siennes.map((x) => x.ville)).toEqual(['Malakoff, Vitry-sur-Seine'])
  })
})
