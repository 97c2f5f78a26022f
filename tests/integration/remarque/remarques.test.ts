import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { demanderReprise } from '../../../lib/cas-usage/acte/reprendre-texte'
import { modifierUnite } from '../../../lib/cas-usage/convention/modifier-unite'
import { deciderRemarque } from '../../../lib/cas-usage/remarque/decider-remarque'
import { ecrireRemarque } from '../../../lib/cas-usage/remarque/ecrire-remarque'
import { proposerTexte } from '../../../lib/cas-usage/remarque/proposer-texte'
import { repondre } from '../../../lib/cas-usage/remarque/repondre'
import { retenirContreProposition } from '../../../lib/cas-usage/remarque/retenir-contre-proposition'
import type { DecisionRemarque } from '../../../lib/domaine/acte/remarques'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireTexteBalise } from '../../../lib/domaine/texte/balisage'
import type { Contenu } from '../../../lib/domaine/texte/contenu'
import { uneHabilitation, unUtilisateur } from '../../fabriques/comptes'
import {
  ALINEA,
  minutes,
  uneContreProposition,
  uneRemarque,
  unInvite,
  unProjetEnRelecture,
} from '../../fabriques/remarques'
import { agir, ouvrirTerritoire, refus, type Territoire } from '../../fabriques/territoire'

let t: Territoire
let acteId: string
let alinea: Contenu
let cms: Acteur
/** Comptes habilités de chaque côté, que les courriels visent. */
const adresses = { direction: '', cms: '' }
beforeAll(async () => {
  t = await ouvrirTerritoire()
  await t.proprietaire.$transaction(async (tx) => {
    const direction = await unUtilisateur(tx, { sansMotDePasse: true })
    await uneHabilitation(tx, direction.id, t.id('hups'), 'DIRECTION_PARTENARIATS')
    const cms = await unUtilisateur(tx, { sansMotDePasse: true })
    await uneHabilitation(tx, cms.id, t.id('arcueil'), 'DIRECTION_CMS')
    Object.assign(adresses, { direction: direction.courriel, cms: cms.courriel })
  })
})
beforeEach(async () => {
  ;({ acteId, alinea } = await unProjetEnRelecture(t))
  cms = t.cms
})
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

const INCONNU = '0190a0a0-0000-7000-8000-00000000dead'
const lire = (id: string) =>
  t.proprietaire.remarque.findUniqueOrThrow({ where: { id }, include: { messages: true } })
const journal = (evenement: string) => t.proprietaire.journal.findMany({ where: { acteId, evenement } })
const courriels = (gabarit: string) => t.proprietaire.courriel.findMany({ where: { acteId, gabarit } })
const decider = (a: Acteur, remarqueId: string, decision: DecisionRemarque, motif = '', version = 1) =>
  agir(a, deciderRemarque, { remarqueId, version, decision, motif })
const retenir = (a: Acteur, remarqueId: string, indices: number[] | null = null, version = 1) =>
  agir(a, retenirContreProposition, { remarqueId, version, indices })
const unite = () =>
  t.proprietaire.unite.findUniqueOrThrow({ where: { acteId_identite: { acteId, identite: ALINEA } } })
const etape = async () => (await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })).etape
const reprise = () =>
  agir(t.direction, demanderReprise, { acteId, version: 2, motif: 'Le texte est à reprendre.' })

describe('Écrire une remarque', () => {
  it('garde son passage, sa version et son côté, l’écrit au journal partagé et prévient l’autre côté', async () => {
    const passage = { idBloc: 'b', citation: 'libre choix', debut: 3, fin: 14 }
    const { remarqueId } = await agir(cms, ecrireRemarque, {
      acteId,
      identite: ALINEA,
      lue: 1,
      passage,
      interne: false,
      texte: 'Préciser « libre choix ».',
    })
    const r = await lire(remarqueId)
    expect(r).toMatchObject({ cote: 'GESTIONNAIRE', etat: 'OUVERTE', passage, auteurNom: cms.nom })
    expect(r.messages.map((m) => m.texte)).toEqual(['Préciser « libre choix ».'])
    expect((await journal('remarque-ecrite')).map((j) => j.partage)).toEqual([true])
    const partis = await courriels('remarque-ecrite')
    expect(partis.length).toBeGreaterThan(0)
    expect(partis.map((c) => c.destinataire)).toContain(adresses.direction)
    expect(partis.map((c) => c.destinataire)).not.toContain(adresses.cms)
  })

  it('un seul courriel par demi-heure d’une même personne, puis de nouveau', async () => {
    await uneRemarque(cms, acteId)
    const n = (await courriels('remarque-ecrite')).length
    await uneRemarque(cms, acteId, { quand: minutes(5) })
    expect(await courriels('remarque-ecrite')).toHaveLength(n)
    await uneRemarque(cms, acteId, { quand: minutes(60) })
    expect(await courriels('remarque-ecrite')).toHaveLength(2 * n)
  })

  it('un extérieur et un acte inconnu répondent pareil ; siège et valideur lisent sans écrire', async () => {
    await expect(uneRemarque(t.exterieur, acteId)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(uneRemarque(cms, INCONNU)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(uneRemarque(t.siege, acteId)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    const valideur = { ...t.juridique, validations: [`${t.id('hups')}:juridique`] }
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { valideurs: valideur.validations } })
    await expect(uneRemarque(valideur, acteId)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  })

  it('refuse une unité ou une version inconnues, et hors de la négociation', async () => {
    await expect(uneRemarque(cms, acteId, { identite: 'inconnue' })).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    const base = { acteId, identite: ALINEA, passage: null, texte: 'x', interne: false }
    await expect(agir(cms, ecrireRemarque, { ...base, lue: 9 })).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(agir(t.direction, ecrireRemarque, { ...base, lue: null })).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'TEXTE_ACCEPTE' } })
    await expect(uneRemarque(cms, acteId)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })

  it('une personne invitée écrit du côté de son invitation, sur son acte seulement', async () => {
    const invite = await unInvite(t, acteId)
    const r = await lire(await uneRemarque(invite, acteId))
    expect(r).toMatchObject({ cote: 'GESTIONNAIRE', auteurId: null })
    expect(r.invitationId).toBe(invite.invitation?.invitationId)
    const deLHopital = await unInvite(t, acteId, 'HOPITAL')
    expect((await lire(await uneRemarque(deLHopital, acteId))).cote).toBe('HOPITAL')
    await expect(uneRemarque(deLHopital, acteId, { interne: true })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    const autre = await unProjetEnRelecture(t)
    await expect(uneRemarque(invite, autre.acteId)).rejects.toMatchObject(refus('INTROUVABLE'))
  })
})

describe('Proposer un autre texte', () => {
  it('garde la base et la proposition, et refuse le même texte', async () => {
    const r = await lire(await uneContreProposition(cms, acteId, alinea, { texte: 'Pour être clair.' }))
    expect(r).toMatchObject({ nature: 'CONTRE_PROPOSITION', etat: 'OUVERTE' })
    expect((r.base as { contenu: Contenu }).contenu).toEqual(alinea)
    expect(await journal('contre-proposition-ecrite')).toHaveLength(1)
    await expect(
      agir(cms, proposerTexte, {
        acteId,
        identite: ALINEA,
        lue: 1,
        interne: false,
        titre: null,
        contenu: alinea,
        texte: '',
      }),
    ).rejects.toMatchObject(refus('PROPOSITION_IDENTIQUE'))
  })

  it('l’extérieur, le siège et une étape close la refusent', async () => {
    await expect(uneContreProposition(t.exterieur, acteId, alinea)).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await expect(uneContreProposition(t.siege, acteId, alinea)).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'A_SIGNER' } })
    await expect(uneContreProposition(cms, acteId, alinea)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })
})

describe('Répondre et décider', () => {
  it('les deux côtés se répondent ; l’invité qui a ouvert le fil est prévenu', async () => {
    const invite = await unInvite(t, acteId)
    const remarqueId = await uneRemarque(invite, acteId)
    await agir(t.direction, repondre, { remarqueId, texte: 'Nous regardons.' })
    expect((await lire(remarqueId)).messages.map((m) => m.cote)).toEqual(['GESTIONNAIRE', 'HOPITAL'])
    expect((await courriels('remarque-ecrite')).map((c) => c.destinataireNom)).toContain(invite.nom)
    expect(await journal('remarque-repondue')).toHaveLength(1)
    await expect(agir(t.exterieur, repondre, { remarqueId, texte: 'x' })).rejects.toMatchObject(
      refus('INTROUVABLE'),
    )
    await expect(agir(t.siege, repondre, { remarqueId, texte: 'x' })).rejects.toMatchObject(
      refus('ROLE_INSUFFISANT'),
    )
  })

  it('la direction décline ce qui vient du centre, avec un motif, une seule fois', async () => {
    const id = await uneRemarque(cms, acteId)
    await expect(decider(t.direction, id, 'decliner')).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await expect(decider(cms, id, 'decliner', 'Non merci.')).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(decider(t.exterieur, id, 'clore')).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(decider(t.direction, id, 'decliner', 'Hors sujet', 7)).rejects.toMatchObject(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    await decider(t.direction, id, 'decliner', 'Hors du champ de cet article')
    expect(await lire(id)).toMatchObject({
      etat: 'DECLINEE',
      motif: 'Hors du champ de cet article',
      decideeParNom: t.direction.nom,
      version: 2,
    })
    const [ligne] = await journal('remarque-declinee')
    expect(ligne).toMatchObject({ partage: true, cible: ALINEA })
    expect((await courriels('remarque-decidee')).map((c) => c.destinataire)).toContain(adresses.cms)
    await expect(decider(t.direction, id, 'accepter', '', 2)).rejects.toMatchObject(refus('REMARQUE_DECIDEE'))
    await expect(agir(cms, repondre, { remarqueId: id, texte: 'Mais…' })).rejects.toMatchObject(
      refus('REMARQUE_DECIDEE'),
    )
    await decider(cms, id, 'rouvrir', '', 2)
    expect(await lire(id)).toMatchObject({ etat: 'OUVERTE', motif: null, decideePar: null })
  })

  it('le centre accepte une proposition de la direction, qui l’écrit ensuite une seule fois', async () => {
    const id = await uneContreProposition(t.direction, acteId, alinea)
    await expect(retenir(t.direction, id)).rejects.toMatchObject(refus('REMARQUE_DECIDEE'))
    await expect(decider(t.direction, id, 'accepter')).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await decider(cms, id, 'accepter')
    await retenir(t.direction, id, null, 2)
    expect(await lire(id)).toMatchObject({ etat: 'ACCEPTEE' })
    await expect(retenir(t.direction, id, null, 3)).rejects.toMatchObject(refus('REMARQUE_DECIDEE'))
  })

  it('un invité commente mais ne décide pas pour son côté', async () => {
    const id = await uneRemarque(t.direction, acteId)
    const invite = await unInvite(t, acteId)
    await expect(decider(invite, id, 'accepter')).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
  })
})

describe('Retenir une contre-proposition', () => {
  it('entière, elle rend le texte à la rédaction et l’écrit, en une transaction', async () => {
    const id = await uneContreProposition(cms, acteId, alinea)
    const r = await retenir(t.direction, id)
    expect(r).toMatchObject({ retenues: 2, total: 2 })
    expect(await etape()).toBe('A_REPRENDRE')
    const proposition = (await lire(id)).proposition as { contenu: Contenu }
    expect(await unite()).toMatchObject({ contenu: proposition.contenu, origine: 'adapte', version: 2 })
    const [passage] = await journal('reprise-demandee')
    expect(passage?.donnees).toMatchObject({
      motif: expect.stringMatching(/^Contre-proposition retenue, alinéa/),
    })
    expect(await journal('contre-proposition-retenue')).toHaveLength(1)
    expect((await journal('unite-modifiee')).map((j) => j.partage)).toEqual([false])
  })

  it('en partie, elle n’écrit que les modifications choisies et le dit', async () => {
    const id = await uneContreProposition(cms, acteId, alinea)
    await retenir(t.direction, id, [1])
    const ecrit = JSON.stringify((await unite()).contenu)
    expect(ecrit).toContain('informe ses patients')
    expect(ecrit).not.toContain('Sans délai')
    expect(await lire(id)).toMatchObject({
      etat: 'ACCEPTEE',
      motif: 'Retenue en partie : 1 modification sur 2',
    })
  })

  it('refuse proprement un article réécrit depuis, sans rien changer, puis se dit reportée à la main', async () => {
    const id = await uneContreProposition(cms, acteId, alinea)
    const autre = await uneContreProposition(cms, acteId, alinea, { ajout: 'Autre ajout.' })
    await retenir(t.direction, id)
    await expect(retenir(t.direction, autre)).rejects.toMatchObject({
      code: 'MODIFIE_ENTRE_TEMPS',
      details: { cible: ALINEA },
    })
    expect(await lire(autre)).toMatchObject({ etat: 'OUVERTE', version: 1 })
    await expect(decider(t.direction, autre, 'accepter')).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    await decider(t.direction, autre, 'accepter', 'Reportée dans l’alinéa')
    expect((await lire(autre)).ecriteLe).not.toBeNull()
  })

  it('rien ne s’écrit si la décision est périmée, ni pour qui ne rédige pas', async () => {
    const id = await uneContreProposition(cms, acteId, alinea)
    await expect(retenir(t.direction, id, null, 4)).rejects.toMatchObject(refus('MODIFIE_ENTRE_TEMPS'))
    await expect(retenir(cms, id)).rejects.toMatchObject(refus('ROLE_INSUFFISANT'))
    await expect(retenir(t.exterieur, id)).rejects.toMatchObject(refus('INTROUVABLE'))
    await expect(retenir(t.direction, id, [99])).rejects.toMatchObject(refus('SAISIE_INVALIDE'))
    expect(await etape()).toBe('EN_RELECTURE')
    await t.proprietaire.acte.update({ where: { id: acteId }, data: { etape: 'TEXTE_ACCEPTE' } })
    await expect(retenir(t.direction, id)).rejects.toMatchObject(refus('ETAPE_INTERDITE'))
  })

  it('deux directions au même instant : une seule écrit, l’autre l’apprend', async () => {
    const id = await uneContreProposition(cms, acteId, alinea)
    const issues = await Promise.allSettled([retenir(t.direction, id), retenir(t.direction, id, [0])])
    expect(issues.map((i) => i.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await unite()).version).toBe(2)
    expect(await journal('contre-proposition-retenue')).toHaveLength(1)
  })

  it('une remarque survit à la réécriture d’un autre article', async () => {
    const id = await uneRemarque(cms, acteId)
    await reprise()
    await agir(t.direction, modifierUnite, {
      acteId,
      identite: 'considerant-territoire',
      version: 1,
      contenu: lireTexteBalise('Tout autre texte.', 'x'),
    })
    expect(await lire(id)).toMatchObject({ etat: 'OUVERTE', identite: ALINEA })
  })
})
