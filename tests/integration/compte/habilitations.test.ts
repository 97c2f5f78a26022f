import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientBase, fermerBase, type Tx } from '../../../lib/bd/client'
import { versIso } from '../../../lib/bd/dates'
import { nouvelId } from '../../../lib/bd/identifiants'
import { avecActeur } from '../../../lib/bd/transaction'
import { desactiverUtilisateur } from '../../../lib/cas-usage/compte/desactiver-utilisateur'
import type { Contexte } from '../../../lib/cas-usage/contexte'
import { accorderHabilitation } from '../../../lib/cas-usage/habilitation/accorder-habilitation'
import { terminerHabilitation } from '../../../lib/cas-usage/habilitation/terminer-habilitation'
import type { Acteur, Role } from '../../../lib/domaine/organisation/acteur'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'
import { acteurDe, uneHabilitation, uneOrganisation, unUtilisateur } from '../../fabriques/comptes'

type Ligne<T extends (...a: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>
let base: BaseDeTest
let institution: Ligne<typeof uneOrganisation>
let centre: Ligne<typeof uneOrganisation>
let admin: Acteur
let habilitationAdmin: Ligne<typeof uneHabilitation>
let cible: Ligne<typeof unUtilisateur>
const tx = () => clientBase() as Tx
const maintenant = new Date('2026-11-22T10:00:00Z')

const agir = <S, T>(acteur: Acteur, cas: (c: Contexte, s: S) => Promise<T>, saisie: S) =>
  avecActeur(acteur, (t) => cas({ tx: t, acteur, maintenant }, saisie))
const refus = (code: string) => expect.objectContaining({ code })
const voulue = (surcroit: object = {}) => ({
  utilisateurId: cible.id,
  organisationId: centre.id,
  role: 'DIRECTION_CMS' as Role,
  fonction: null,
  depuis: '2026-11-22',
  jusqua: null as string | null,
  ...surcroit,
})
const administrateur = async () => {
  const u = await unUtilisateur(tx())
  const h = await uneHabilitation(tx(), u.id, institution.id, 'ADMINISTRATEUR')
  const acteur = acteurDe(u, {
    role: 'ADMINISTRATEUR',
    organisationId: institution.id,
    nature: 'INSTITUTION',
  })
  return { u, h, acteur }
}

beforeAll(async () => {
  base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  institution = await uneOrganisation(tx(), 'INSTITUTION')
  centre = await uneOrganisation(tx(), 'CENTRE')
})
beforeEach(async () => {
  await tx().habilitation.deleteMany()
  const a = await administrateur()
  admin = a.acteur
  habilitationAdmin = a.h
  cible = await unUtilisateur(tx())
})
afterAll(async () => {
  await fermerBase()
  await base.supprimer()
})

describe('Accorder une habilitation', () => {
  it('l’écrit avec sa trace', async () => {
    const { habilitationId } = await agir(admin, accorderHabilitation, voulue())
    expect(await tx().habilitation.findUnique({ where: { id: habilitationId } })).toMatchObject({
      jusqua: null,
    })
    const fait = await tx().journal.findFirst({
      where: { evenement: 'habilitation-accordee', cible: cible.id },
    })
    expect(fait).toMatchObject({ organisationId: centre.id, auteurNom: admin.nom })
  })

  it('reste introuvable à qui n’administre pas, fût-il directeur', async () => {
    const directeur = acteurDe(cible, { role: 'DIRECTION_CMS', organisationId: centre.id, nature: 'CENTRE' })
    for (const acteur of [acteurDe(cible), directeur])
      await expect(agir(acteur, accorderHabilitation, voulue())).rejects.toEqual(refus('INTROUVABLE'))
    expect(await tx().habilitation.count({ where: { utilisateurId: cible.id } })).toBe(0)
  })

  it('refuse un rôle hors de sa nature, des dates à l’envers, un compte fermé, une cible absente', async () => {
    const essai = (surcroit: object) => agir(admin, accorderHabilitation, voulue(surcroit))
    await expect(essai({ role: 'ADMINISTRATEUR' })).rejects.toEqual(refus('ROLE_INCOMPATIBLE'))
    await expect(essai({ jusqua: '2026-11-21' })).rejects.toEqual(refus('DATE_INCOHERENTE'))
    await expect(essai({ utilisateurId: nouvelId() })).rejects.toEqual(refus('INTROUVABLE'))
    await expect(essai({ organisationId: nouvelId() })).rejects.toEqual(refus('INTROUVABLE'))
    const ferme = await unUtilisateur(tx(), { actif: false })
    await expect(essai({ utilisateurId: ferme.id })).rejects.toEqual(refus('COMPTE_FERME'))
  })

  it('refuse une organisation fermée, ou fermée avant le premier jour ; son dernier jour compte encore', async () => {
    const fermee = async (jusqua: string) => {
      const o = await uneOrganisation(tx(), 'CENTRE')
      await tx().organisation.update({ where: { id: o.id }, data: { jusqua: new Date(jusqua) } })
      return o.id
    }
    const essai = async (jusqua: string, depuis: string) =>
      agir(admin, accorderHabilitation, voulue({ organisationId: await fermee(jusqua), depuis }))
    await expect(essai('2026-11-21', '2026-11-22')).rejects.toEqual(refus('ORGANISATION_FERMEE'))
    // Un premier jour passé n'y ramène personne : le droit vaudrait aujourd'hui.
    await expect(essai('2026-11-21', '2026-01-01')).rejects.toEqual(refus('ORGANISATION_FERMEE'))
    await expect(essai('2026-12-31', '2027-01-01')).rejects.toEqual(refus('ORGANISATION_FERMEE'))
    expect(await tx().habilitation.count({ where: { utilisateurId: cible.id } })).toBe(0)
    await essai('2026-11-22', '2026-11-22')
    await essai('2026-12-31', '2026-12-31')
  })

  it('n’en fait qu’une de deux envois simultanés, mais admet deux périodes qui se suivent', async () => {
    const deux = [1, 2].map(() => agir(admin, accorderHabilitation, voulue({ jusqua: '2026-12-31' })))
    expect((await Promise.allSettled(deux)).map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(agir(admin, accorderHabilitation, voulue({ depuis: '2026-12-31' }))).rejects.toEqual(
      refus('DEJA_EXISTANT'),
    )
    await agir(admin, accorderHabilitation, voulue({ depuis: '2027-01-01' }))
  })
})

describe('Terminer une habilitation', () => {
  const finir = (id: string, jusqua: string | null, version = 1, acteur = admin) =>
    agir(acteur, terminerHabilitation, { habilitationId: id, version, jusqua })

  it('vaut tout de suite, ou au dernier jour dit', async () => {
    const [a, b] = [
      await uneHabilitation(tx(), cible.id, centre.id, 'DIRECTION_CMS'),
      await uneHabilitation(tx(), cible.id, centre.id, 'SECRETARIAT'),
    ]
    await finir(a.id, null)
    await finir(b.id, '2026-12-31')
    const lues = await tx().habilitation.findMany({
      where: { utilisateurId: cible.id },
      orderBy: { id: 'asc' },
    })
    expect(lues.map((h) => h.jusqua && versIso(h.jusqua)).sort()).toEqual(['2026-11-21', '2026-12-31'])
    expect(await tx().journal.count({ where: { evenement: 'habilitation-terminee', cible: cible.id } })).toBe(
      2,
    )
    await expect(finir(b.id, null, 1)).rejects.toEqual(refus('MODIFIE_ENTRE_TEMPS'))
  })

  it('efface celle qui n’a pas servi, refuse l’envers et l’absente', async () => {
    const h = await uneHabilitation(tx(), cible.id, centre.id, 'SECRETARIAT', { depuis: '2026-11-22' })
    await expect(finir(h.id, '2026-11-20')).rejects.toEqual(refus('DATE_INCOHERENTE'))
    await expect(finir(h.id, null, 1, acteurDe(cible))).rejects.toEqual(refus('INTROUVABLE'))
    expect(await finir(h.id, null)).toMatchObject({ effacee: true })
    await expect(finir(h.id, null)).rejects.toEqual(refus('INTROUVABLE'))
  })
})

describe('Il reste toujours un administrateur', () => {
  const retirer = (id: string, acteur: Acteur) =>
    agir(acteur, terminerHabilitation, { habilitationId: id, version: 1, jusqua: null })

  it('refuse le dernier retrait, même pour plus tard', async () => {
    await expect(retirer(habilitationAdmin.id, admin)).rejects.toEqual(refus('DERNIER_ADMINISTRATEUR'))
    const tard = { habilitationId: habilitationAdmin.id, version: 1, jusqua: '2027-06-30' }
    await expect(agir(admin, terminerHabilitation, tard)).rejects.toEqual(refus('DERNIER_ADMINISTRATEUR'))
    const inactif = await administrateur()
    await tx().utilisateur.update({ where: { id: inactif.u.id }, data: { actif: false } })
    await expect(retirer(habilitationAdmin.id, admin)).rejects.toEqual(refus('DERNIER_ADMINISTRATEUR'))
  })

  it('tient quand deux administrateurs se retirent ou se ferment l’un l’autre', async () => {
    const b = await administrateur()
    const retraits = [retirer(habilitationAdmin.id, b.acteur), retirer(b.h.id, admin)]
    expect((await Promise.allSettled(retraits)).map((r) => r.status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ])
    await tx().habilitation.deleteMany()
    const [c, d] = [await administrateur(), await administrateur()]
    const fermetures = [
      agir(c.acteur, desactiverUtilisateur, { utilisateurId: d.u.id, version: 1 }),
      agir(d.acteur, desactiverUtilisateur, { utilisateurId: c.u.id, version: 1 }),
    ]
    expect((await Promise.allSettled(fermetures)).map((r) => r.status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ])
  })
})
