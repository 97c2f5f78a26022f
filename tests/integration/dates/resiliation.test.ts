import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { fermerBase } from '@/lib/bd/client'
import { versDate } from '@/lib/bd/dates'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import { noterReception } from '@/lib/cas-usage/resiliation/noter-reception'
import { notifierResiliation } from '@/lib/cas-usage/resiliation/notifier-resiliation'
import { retirerResiliation } from '@/lib/cas-usage/resiliation/retirer-resiliation'
import type { schemaNoterReception, schemaNotifierResiliation } from '@/lib/cas-usage/resiliation/saisies'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireSuites } from '@/lib/lectures/resiliation/lire-suites'
import { uneHabilitation, unUtilisateur } from '../../fabriques/comptes'
import { laMairie, uneConventionSignee } from '../../fabriques/signee'
import { agir, MAINTENANT, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let mairie: Acteur
/** La direction, avec un compte habilité en base : ce qu'elle enregistre se reconnaît. */
let directionEnBase: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  mairie = laMairie(t)
  await t.proprietaire.$transaction(async (tx) => {
    const [direction, ville] = [
      await unUtilisateur(tx, { sansMotDePasse: true }),
      await unUtilisateur(tx, { sansMotDePasse: true }),
    ]
    await uneHabilitation(tx, direction.id, t.id('hups'), 'DIRECTION_PARTENARIATS')
    directionEnBase = { ...t.direction, utilisateurId: direction.id }
    await uneHabilitation(tx, ville.id, t.id('commune-arcueil'), 'MAIRIE')
  })
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

type Convention = Awaited<ReturnType<typeof uneConventionSignee>>
const notification = (
  c: Convention,
  de: Partial<z.output<typeof schemaNotifierResiliation>> = {},
): z.output<typeof schemaNotifierResiliation> => ({
  acteId: c.acteId,
  version: c.version,
  cote: 'HOPITAL',
  motif: 'Les vacations ne sont plus tenues.',
  envoyeeLe: '2026-11-20',
  finDemandee: null,
  preavisMois: null,
  confirme: true,
  ...de,
})
const reception = (
  resiliationId: string,
  version: number,
  rang: number,
  de: Partial<z.output<typeof schemaNoterReception>> = {},
): z.output<typeof schemaNoterReception> => ({
  resiliationId,
  version,
  rang,
  presenteeLe: null,
  nonReclamee: false,
  recueLe: '2026-11-21',
  motif: null,
  ...de,
})
const etat = (reference: string, jour = MAINTENANT) => lireConvention(t.direction, reference, jour)
const journal = async (acteId: string) =>
  (await t.proprietaire.journal.findMany({ where: { acteId }, orderBy: { id: 'asc' } })).filter((l) =>
    /resiliation|lettre/.test(l.evenement),
  )
const lue = (id: string) => t.proprietaire.resiliation.findUniqueOrThrow({ where: { id } })

describe('Dénoncer une convention', () => {
  it('court de la dernière réception jusqu’à sa fin calculée, puis d’elle-même devient résiliée', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(t.direction, notifierResiliation, notification(c))
    const notifiee = await lue(id)
    expect(notifiee).toMatchObject({ etat: 'NOTIFIEE', preavisMois: 6, finCalculee: null })
    expect(notifiee.lettres).toMatchObject([
      { nom: 'Madame Alix Premier-Commune', recueLe: null },
      { nom: 'Madame Alix Second-Commune', recueLe: null },
    ])
    expect((await etat(c.reference))?.situation).toBe('EN_VIGUEUR')

    const premiere = await agir(t.direction, noterReception, reception(id, 1, 0))
    expect(premiere).toEqual({ version: 2, fin: null })
    expect((await etat(c.reference))?.dates.resiliation).toBeNull()

    const plusTard = new Date('2026-12-10T10:00:00Z')
    const seconde = await agir(
      t.direction,
      noterReception,
      reception(id, 2, 1, { recueLe: '2026-11-30' }),
      plusTard,
    )
    expect(seconde).toEqual({ version: 3, fin: '2027-05-30' })
    expect(await lue(id)).toMatchObject({ etat: 'RECUE', finCalculee: versDate('2027-05-30') })
    expect((await etat(c.reference, plusTard))?.situation).toBe('PREAVIS')
    expect((await etat(c.reference, new Date('2027-05-30T10:00:00Z')))?.situation).toBe('PREAVIS')
    expect((await etat(c.reference, new Date('2027-05-31T10:00:00Z')))?.situation).toBe('RESILIEE')

    const lignes = await journal(c.acteId)
    expect(lignes.map((l) => [l.evenement, l.partage])).toEqual([
      ['resiliation-notifiee', true],
      ['lettre-suivie', true],
      ['resiliation-recue', true],
    ])
    const courriels = await t.proprietaire.courriel.findMany({ where: { acteId: c.acteId } })
    expect(new Set(courriels.map((x) => x.gabarit))).toEqual(
      new Set(['resiliation-notifiee', 'resiliation-recue']),
    )
  })

  it('une lettre non réclamée n’est reçue qu’à la date qu’une personne retient, avec son motif', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(
      mairie,
      notifierResiliation,
      notification(c, { cote: 'GESTIONNAIRE' }),
    )
    await agir(mairie, noterReception, reception(id, 1, 0))
    await agir(
      mairie,
      noterReception,
      reception(id, 2, 1, { presenteeLe: '2026-11-21', nonReclamee: true, recueLe: null }),
    )
    expect(await lue(id)).toMatchObject({ etat: 'NOTIFIEE', finCalculee: null })
    const retenue = reception(id, 3, 1, {
      presenteeLe: '2026-11-21',
      nonReclamee: true,
      recueLe: '2026-11-22',
    })
    await expect(agir(mairie, noterReception, retenue)).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    const fin = await agir(mairie, noterReception, {
      ...retenue,
      motif: 'Délai de garde écoulé, avis du service juridique.',
    })
    expect(fin.fin).toBe('2027-05-22')
    expect((await etat(c.reference))?.situation).toBe('PREAVIS')
  })

  it('garde une fin plus tardive, et cède à celle du préavis si la réception l’a rendue trop proche', async () => {
    const a = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(
      t.direction,
      notifierResiliation,
      notification(a, { finDemandee: '2027-12-31' }),
    )
    await agir(t.direction, noterReception, reception(id, 1, 0))
    expect(await agir(t.direction, noterReception, reception(id, 2, 1))).toMatchObject({ fin: '2027-12-31' })
    const b = await uneConventionSignee(t)
    const tard = new Date('2027-02-01T10:00:00Z')
    const { resiliationId: autre } = await agir(
      t.direction,
      notifierResiliation,
      notification(b, { finDemandee: '2027-05-20' }),
    )
    await agir(t.direction, noterReception, reception(autre, 1, 0))
    const recue = reception(autre, 2, 1, { recueLe: '2027-01-15' })
    expect(await agir(t.direction, noterReception, recue, tard)).toMatchObject({ fin: '2027-07-15' })
  })

  it('refuse une fin trop proche en disant la date possible, et une dénonciation qui n’avance rien', async () => {
    const c = await uneConventionSignee(t, { fin: '2027-06-30' })
    await expect(
      agir(t.direction, notifierResiliation, notification(c, { finDemandee: '2027-05-19' })),
    ).rejects.toMatchObject({ code: 'FIN_TROP_PROCHE', details: { possible: '2027-05-20', preavis: 6 } })
    const proche = await uneConventionSignee(t, { fin: '2027-05-20' })
    await expect(agir(t.direction, notifierResiliation, notification(proche))).rejects.toMatchObject({
      code: 'RESILIATION_SANS_EFFET',
      details: { fin: '2027-05-20' },
    })
  })

  it('refuse une convention finie, un brouillon, une seconde dénonciation, une version périmée', async () => {
    const echue = await uneConventionSignee(t, { signature: '2018-09-01', effet: null, fin: '2021-08-31' })
    await expect(agir(t.direction, notifierResiliation, notification(echue))).rejects.toMatchObject(
      refus('CONVENTION_FINIE'),
    )
    const brouillon = await uneConventionSignee(t)
    await t.proprietaire.acte.update({ where: { id: brouillon.acteId }, data: { etape: 'EN_RELECTURE' } })
    await expect(agir(t.direction, notifierResiliation, notification(brouillon))).rejects.toMatchObject(
      refus('ETAPE_INTERDITE'),
    )
    const c = await uneConventionSignee(t)
    await expect(
      agir(t.direction, notifierResiliation, notification(c, { version: c.version + 1 })),
    ).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await agir(t.direction, notifierResiliation, notification(c))
    await expect(
      agir(mairie, notifierResiliation, notification(c, { cote: 'GESTIONNAIRE' })),
    ).rejects.toMatchObject(refus('RESILIATION_EN_COURS'))
  })

  it('demande le préavis d’un acte dont le texte n’est pas dans l’application', async () => {
    const c = await uneConventionSignee(t)
    await t.proprietaire.parametre.deleteMany({ where: { conventionId: c.conventionId, cle: 'preavis' } })
    await expect(agir(t.direction, notifierResiliation, notification(c))).rejects.toMatchObject(
      refus('PREAVIS_INCONNU'),
    )
    const { resiliationId } = await agir(
      t.direction,
      notifierResiliation,
      notification(c, { preavisMois: 3 }),
    )
    expect((await lue(resiliationId)).preavisMois).toBe(3)
  })

  it('demande de voir l’avenant en cours avant de dénoncer, sans le montrer à qui ne le voit pas', async () => {
    const c = await uneConventionSignee(t)
    const initial = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: c.acteId } })
    await t.proprietaire.acte.create({
      data: {
        id: nouvelId(),
        conventionId: c.conventionId,
        genre: 'AVENANT',
        rang: 1,
        titre: 'Prorogation secrète',
        groupeId: initial.groupeId,
        organisations: initial.organisations,
      },
    })
    const echec = await agir(t.direction, notifierResiliation, notification(c, { confirme: false })).catch(
      (e) => e,
    )
    expect(echec).toMatchObject(refus('CONFIRMATION_ATTENDUE'))
    expect(JSON.stringify(echec.details)).toContain('Prorogation secrète')
    const ailleurs = await agir(
      mairie,
      notifierResiliation,
      notification(c, { cote: 'GESTIONNAIRE', confirme: false }),
    ).catch((e) => e)
    expect(JSON.stringify(ailleurs)).not.toContain('secrète')
  })

  it('n’est ouverte qu’aux parties : ni centre, ni fonction consultée, ni siège, ni étranger', async () => {
    const c = await uneConventionSignee(t)
    await expect(
      agir(t.cms, notifierResiliation, notification(c, { cote: 'GESTIONNAIRE' })),
    ).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(mairie, notifierResiliation, notification(c))).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(agir(t.siege, notifierResiliation, notification(c))).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(agir(t.exterieur, notifierResiliation, notification(c))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    const { resiliationId: id } = await agir(t.direction, notifierResiliation, notification(c))
    await expect(agir(t.cms, noterReception, reception(id, 1, 0))).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(agir(t.exterieur, noterReception, reception(id, 1, 0))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    const retrait = { resiliationId: id, version: 1, motif: 'Erreur', accord: '' }
    await expect(agir(mairie, retirerResiliation, retrait)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, retirerResiliation, retrait)).rejects.toMatchObject(refus('INTROUVABLE'))
  })

  it('la base même refuse l’écriture d’un centre et garde ce qui a été notifié', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(t.direction, notifierResiliation, notification(c))
    const parLeCentre = await avecActeur(t.cms, (tx) =>
      tx.resiliation.updateMany({ where: { id }, data: { version: 9 } }),
    )
    expect(parLeCentre.count).toBe(0)
    expect(await avecActeur(t.cms, (tx) => tx.resiliation.count({ where: { id } }))).toBe(1)
    expect(await avecActeur(t.exterieur, (tx) => tx.resiliation.count({ where: { id } }))).toBe(0)
    await expect(
      avecActeur(t.cms, (tx) =>
        tx.acte.updateMany({ where: { id: c.acteId }, data: { resilieeLe: versDate('2026-12-01') } }),
      ),
    ).rejects.toThrow()
    await expect(
      avecActeur(t.direction, (tx) =>
        tx.resiliation.update({ where: { id }, data: { motif: 'Autre motif' } }),
      ),
    ).rejects.toThrow()
  })
})

describe('Noter la réception', () => {
  it('deux personnes au même instant : la seconde relit d’abord', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(t.direction, notifierResiliation, notification(c))
    const essais = await Promise.allSettled([
      agir(t.direction, noterReception, reception(id, 1, 0)),
      agir(mairie, noterReception, reception(id, 1, 1, { recueLe: '2026-11-22' })),
    ])
    expect(essais.map((e) => e.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(essais.find((e) => e.status === 'rejected')).toMatchObject({
      reason: { code: 'MODIFIE_ENTRE_TEMPS' },
    })
    expect((await lue(id)).version).toBe(2)
  })
  it('refuse ce que la poste n’a pas pu faire, et une lettre inconnue', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(t.direction, notifierResiliation, notification(c))
    for (const de of [
      { recueLe: '2026-11-19' },
      { recueLe: '2026-11-23' },
      { presenteeLe: '2026-11-22', recueLe: '2026-11-21' },
      { nonReclamee: true, recueLe: null },
    ])
      await expect(agir(t.direction, noterReception, reception(id, 1, 0, de))).rejects.toMatchObject(
        refus('DATE_INCOHERENTE'),
      )
    await expect(agir(t.direction, noterReception, reception(id, 1, 7))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await expect(agir(t.direction, noterReception, reception(nouvelId(), 1, 0))).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
  })
})

describe('Retirer une dénonciation', () => {
  it('celle du gestionnaire ne se retire que par lui, quoi que l’hôpital dise de son accord', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(
      mairie,
      notifierResiliation,
      notification(c, { cote: 'GESTIONNAIRE' }),
    )
    const retrait = { resiliationId: id, version: 1, motif: 'Erreur', accord: 'Accord oral du maire' }
    for (const acteur of [t.direction, directionEnBase])
      await expect(agir(acteur, retirerResiliation, retrait)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    expect(await lue(id)).toMatchObject({ etat: 'NOTIFIEE' })
    const retirables = async (acteur: Acteur) => {
      const convention = await lireConvention(acteur, c.reference, MAINTENANT)
      if (!convention) throw new Error('introuvable')
      return (await lireSuites(acteur, convention, MAINTENANT)).resiliations.map((r) => r.retirable)
    }
    expect(await retirables(directionEnBase)).toEqual([false])
    expect(await retirables(mairie)).toEqual([true])
    await agir(mairie, retirerResiliation, { ...retrait, accord: '' })
    expect(await lue(id)).toMatchObject({ etat: 'RETIREE' })
  })
  it('reçue par la poste et enregistrée par l’hôpital, il la retire avec l’accord écrit', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(
      directionEnBase,
      notifierResiliation,
      notification(c, { cote: 'GESTIONNAIRE' }),
    )
    const retrait = { resiliationId: id, version: 1, motif: 'Erreur', accord: '' }
    await expect(agir(directionEnBase, retirerResiliation, retrait)).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    await agir(directionEnBase, retirerResiliation, { ...retrait, accord: 'Lettre du 22 novembre 2026' })
    expect(await lue(id)).toMatchObject({ etat: 'RETIREE' })
  })
  it('rend la convention à elle-même avant la fin, avec l’accord de l’autre côté une fois reçue', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(t.direction, notifierResiliation, notification(c))
    await agir(t.direction, noterReception, reception(id, 1, 0))
    await agir(t.direction, noterReception, reception(id, 2, 1))
    const retrait = { resiliationId: id, version: 3, motif: 'Un accord a été trouvé.', accord: '' }
    await expect(agir(t.direction, retirerResiliation, retrait)).rejects.toMatchObject(
      refus('SAISIE_INVALIDE'),
    )
    const accord = 'Lettre de la commune du 22 novembre 2026'
    await agir(t.direction, retirerResiliation, { ...retrait, accord })
    expect(await lue(id)).toMatchObject({ etat: 'RETIREE', retraitAccord: accord })
    expect(await etat(c.reference)).toMatchObject({ situation: 'EN_VIGUEUR', dates: { resiliation: null } })
    expect((await journal(c.acteId)).at(-1)).toMatchObject({
      evenement: 'resiliation-retiree',
      partage: true,
    })
    await expect(
      agir(t.direction, retirerResiliation, { ...retrait, version: 4, accord }),
    ).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    const relu = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: c.acteId } })
    await agir(t.direction, notifierResiliation, notification({ ...c, version: relu.version }))
  })
  it('refuse une version périmée, et une convention déjà finie', async () => {
    const c = await uneConventionSignee(t)
    const { resiliationId: id } = await agir(t.direction, notifierResiliation, notification(c))
    const retrait = { resiliationId: id, version: 2, motif: 'Erreur', accord: '' }
    await expect(agir(t.direction, retirerResiliation, retrait)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(t.direction, noterReception, reception(id, 1, 0))
    await agir(t.direction, noterReception, reception(id, 2, 1))
    const tard = new Date('2027-06-01T10:00:00Z')
    await expect(
      agir(t.direction, retirerResiliation, { ...retrait, version: 3, accord: 'Accord écrit' }, tard),
    ).rejects.toMatchObject(refus('CONVENTION_FINIE'))
  })
})
