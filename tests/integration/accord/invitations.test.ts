import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '@/lib/bd/client'
import { nouvelId } from '@/lib/bd/identifiants'
import { avecActeur } from '@/lib/bd/transaction'
import { accepterArticle } from '@/lib/cas-usage/acceptation/accepter-article'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderReprise } from '@/lib/cas-usage/acte/reprendre-texte'
import { abandonnerActe } from '@/lib/cas-usage/convention/abandonner-acte'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import { inviter } from '@/lib/cas-usage/invitation/inviter'
import { prolonger } from '@/lib/cas-usage/invitation/prolonger'
import { revoquer } from '@/lib/cas-usage/invitation/revoquer'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { schemaFiltresConventions } from '@/lib/lectures/convention/filtres'
import { lireConvention } from '@/lib/lectures/convention/lire-convention'
import { lireJournal } from '@/lib/lectures/convention/lire-journal'
import { listerConventions } from '@/lib/lectures/convention/lister-conventions'
import { lireFichier } from '@/lib/lectures/fichier/lire-fichier'
import { listerInvitations } from '@/lib/lectures/invitation/lister-invitations'
import { ouvrirInvitation } from '@/lib/lectures/invitation/ouvrir-invitation'
import { entrerParLien } from '@/lib/serveur/invitation'
import { unHabilite, unTextePartage } from '../../fabriques/negociation'
import {
  agir,
  MAINTENANT,
  ouvrirTerritoire,
  refus,
  type Territoire,
  unBrouillon,
} from '../../fabriques/territoire'

let t: Territoire
let cms: Acteur
let acteId: string
let reference: string
let version: number
let versionId: string
beforeAll(async () => {
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
})
beforeEach(async () => {
  ;({ acteId, reference, version, versionId } = await unTextePartage(t))
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const JOUR = 86_400_000
const dans = (jours: number) => new Date(MAINTENANT.getTime() + jours * JOUR)
const invite = (qui = cms, courriel = 'Elue@Ville.test') =>
  agir(qui, inviter, { acteId, nom: 'Ada Exemple', qualite: 'élue à la santé', courriel, message: '' })
const jetonEnvoye = async () => {
  const c = await t.proprietaire.courriel.findFirstOrThrow({
    where: { acteId, gabarit: 'invitation' },
    orderBy: { id: 'desc' },
  })
  return String((c.donnees as { jeton: string }).jeton)
}
const ligne = (id: string) => t.proprietaire.invitation.findUniqueOrThrow({ where: { id } })
const evenements = async () =>
  (await t.proprietaire.journal.findMany({ where: { acteId }, orderBy: { id: 'asc' } })).map(
    (l) => l.evenement,
  )
const ouvert = async (quand = MAINTENANT): Promise<Acteur> => {
  const lien = await ouvrirInvitation(await jetonEnvoye(), quand)
  if ('ferme' in lien) throw new Error(lien.ferme)
  return lien.ouverte.acteur
}
/** Reprend, récrit un alinéa et partage la version suivante. */
const nouvelleVersion = async (texte: string) => {
  const { version: v } = await agir(t.direction, demanderReprise, { acteId, version, motif: 'À revoir' })
  await agir(t.direction, modifierUnite, {
    acteId,
    identite: 'considerant-libre-choix',
    version: 1,
    contenu: lireTexteBalise(texte, 'essai'),
  })
  ;({ version } = await agir(t.direction, partagerVersion, { acteId, version: v, message: '' }))
}

describe('Inviter une personne sans compte', () => {
  it('envoie un lien personnel de trente jours ; la base n’a que son empreinte', async () => {
    const { invitationId } = await invite()
    const jeton = await jetonEnvoye()
    const lue = await ligne(invitationId)
    expect(lue).toMatchObject({
      versionId,
      cote: 'GESTIONNAIRE',
      courriel: 'Elue@Ville.test',
      expireLe: dans(30),
    })
    expect(JSON.stringify(lue)).not.toContain(jeton)
    const journal = await t.proprietaire.journal.findMany({ where: { acteId } })
    expect(JSON.stringify(journal.map((l) => l.donnees))).not.toContain(jeton)
    expect(journal.at(-1)).toMatchObject({ evenement: 'personne-invitee', partage: true })
  })
  it('refuse l’extérieur, le siège, un brouillon, un doublon et un acte abandonné', async () => {
    await expect(invite(t.exterieur)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(invite(t.siege)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await invite()
    await expect(invite()).rejects.toMatchObject(refus('DEJA_EXISTANT'))
    await invite(t.direction)
    await agir(t.direction, abandonnerActe, { acteId, version, motif: 'Sans suite' })
    await expect(invite(cms, 'autre@ville.test')).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
    ;({ acteId } = await unBrouillon(t))
    await expect(invite(t.direction)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
  it('chaque côté tient les siennes : prolonge, révoque, avec sa version et sa ligne au journal', async () => {
    const { invitationId } = await invite()
    const saisie = { invitationId, version: 1 }
    await expect(agir(t.direction, revoquer, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.direction, prolonger, saisie)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(t.exterieur, revoquer, saisie)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(cms, prolonger, { ...saisie, version: 4 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await agir(cms, prolonger, saisie, dans(40))
    expect((await ligne(invitationId)).expireLe).toEqual(dans(70))
    await agir(cms, revoquer, { invitationId, version: 2 }, dans(41))
    await expect(agir(cms, prolonger, { invitationId, version: 3 })).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    expect((await evenements()).slice(-2)).toEqual(['invitation-prolongee', 'invitation-revoquee'])
  })
  it('les deux côtés voient qui est invité ; l’adresse reste au côté qui a invité', async () => {
    await invite()
    const deux = [
      await listerInvitations(cms, acteId, MAINTENANT),
      await listerInvitations(t.direction, acteId, MAINTENANT),
    ]
    expect(deux.map((l) => l?.personnes[0])).toMatchObject([
      { nom: 'Ada Exemple', courriel: 'Elue@Ville.test', gerable: true },
      { nom: 'Ada Exemple', courriel: null, gerable: false },
    ])
    expect(await listerInvitations(t.siege, acteId, MAINTENANT)).toBeNull()
    expect(await listerInvitations(t.exterieur, acteId, MAINTENANT)).toBeNull()
  })
})

describe('Le lien', () => {
  it('nomme sa version et n’en montre pas une autre quand le texte avance', async () => {
    await invite()
    await nouvelleVersion('Un alinéa nouveau, inconnu du lien.')
    const lien = await ouvrirInvitation(await jetonEnvoye(), MAINTENANT)
    expect(lien).toMatchObject({ ouverte: { nommee: { numero: 1, id: versionId }, derniere: { numero: 2 } } })
    const acteur = await ouvert()
    const un = await lireConvention(acteur, reference, MAINTENANT, versionId)
    expect(un?.versionLue).toBe(1)
    expect(JSON.stringify(un)).not.toContain('inconnu du lien')
  })
  it('note sa première ouverture, une fois', async () => {
    const { invitationId } = await invite()
    const jeton = await jetonEnvoye()
    await entrerParLien(jeton, dans(1))
    await entrerParLien(jeton, dans(2))
    expect((await ligne(invitationId)).ouverteLe).toEqual(dans(1))
    expect((await evenements()).filter((e) => e === 'invitation-ouverte')).toHaveLength(1)
  })
  it('expiré, révoqué, inconnu, abandonné : fermé, et révoqué répond comme inconnu', async () => {
    const { invitationId } = await invite()
    const jeton = await jetonEnvoye()
    expect(await ouvrirInvitation(jeton, dans(30))).toEqual({ ferme: 'expire' })
    for (const faux of ['', 'x', `${jeton}x`, 'a'.repeat(43), "' OR 1=1 --"])
      expect(await ouvrirInvitation(faux, MAINTENANT)).toEqual({ ferme: 'inconnu' })
    await agir(cms, revoquer, { invitationId, version: 1 })
    expect(await ouvrirInvitation(jeton, MAINTENANT)).toEqual({ ferme: 'inconnu' })
    await invite()
    const autre = await jetonEnvoye()
    await agir(t.direction, abandonnerActe, { acteId, version, motif: 'Sans suite' })
    expect(await ouvrirInvitation(autre, MAINTENANT)).toEqual({ ferme: 'abandonne' })
  })
  it('n’atteint ni autre convention, ni interne, ni fichier interne, ni autre invitation', async () => {
    await invite(t.direction, 'collegue@hopital.test')
    await invite()
    const autre = await unTextePartage(t)
    const fichier = await t.proprietaire.fichier.create({
      data: {
        id: nouvelId(),
        acteId,
        usage: 'piece',
        interne: true,
        nom: 'note.pdf',
        type: 'application/pdf',
        taille: 1,
        empreinte: 'x',
        contenu: new Uint8Array([1]),
      },
    })
    for (const interne of [true, false])
      await t.proprietaire.remarque.create({
        data: { id: nouvelId(), acteId, nature: 'COMMENTAIRE', interne, cote: 'HOPITAL', auteurNom: 'x' },
      })
    const acteur = await ouvert()
    expect(await lireConvention(acteur, autre.reference, MAINTENANT)).toBeNull()
    expect(await lireConvention(acteur, reference, MAINTENANT, autre.versionId)).toBeNull()
    expect(await lireFichier(acteur, fichier.id)).toBeNull()
    const filtres = schemaFiltresConventions.parse({ q: 'arcueil' })
    expect((await listerConventions(acteur, filtres, MAINTENANT)).lignes).toEqual([])
    expect(JSON.stringify(await lireJournal(acteur, acteId, null))).not.toContain('convention-creee')
    await avecActeur(acteur, async (tx) => {
      expect(await tx.acte.count()).toBe(1)
      expect(await tx.convention.count()).toBe(1)
      expect(await tx.unite.count()).toBe(0)
      expect(await tx.invitation.count()).toBe(1)
      expect(await tx.remarque.count()).toBe(1)
      expect(await tx.courriel.count()).toBe(0)
      expect(await tx.codeAccord.count()).toBe(0)
    })
  })
  it('ne fait rien passer, n’accepte rien, n’invite personne et ne se prolonge pas', async () => {
    const { invitationId } = await invite()
    const acteur = await ouvert()
    await expect(
      agir(acteur, inviter, { acteId, nom: 'Un ami', qualite: '', courriel: 'ami@ville.test', message: '' }),
    ).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(
      agir(acteur, accepterArticle, { acteId, versionId, identites: ['considerant-libre-choix'] }),
    ).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(agir(acteur, demanderReprise, { acteId, version, motif: 'Essai' })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await expect(
      avecActeur(acteur, (tx) =>
        tx.invitation.updateMany({ where: { id: invitationId }, data: { expireLe: dans(999) } }),
      ),
    ).rejects.toThrow(/Une invitation garde/)
  })
  it('est gardé par la base : ni réécrit, ni ressuscité après révocation', async () => {
    const { invitationId } = await invite()
    await expect(
      avecActeur(cms, (tx) =>
        tx.invitation.updateMany({ where: { id: invitationId }, data: { nom: 'Autre' } }),
      ),
    ).rejects.toThrow(/Une invitation garde/)
    await agir(cms, revoquer, { invitationId, version: 1 })
    await expect(
      avecActeur(cms, (tx) =>
        tx.invitation.updateMany({ where: { id: invitationId }, data: { revoqueeLe: null } }),
      ),
    ).rejects.toThrow(/Une invitation garde/)
  })
})
