import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  decider,
  ecrire,
  lireTexte,
  proposer,
  repondreAuFil,
} from '@/app/(public)/invitation/[jeton]/actions'
import { fermerBase } from '@/lib/bd/client'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderReprise } from '@/lib/cas-usage/acte/reprendre-texte'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import { inviter } from '@/lib/cas-usage/invitation/inviter'
import type { Acteur } from '@/lib/domaine/organisation/acteur'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { ouvrirInvitation } from '@/lib/lectures/invitation/ouvrir-invitation'
import { lireRelecture } from '@/lib/lectures/remarque/lire-relecture'
import { lireRemarques } from '@/lib/lectures/remarque/lire-remarques'
import { relectureAffichee } from '@/lib/presentation/relecture/relecture'
import { unHabilite } from '../../fabriques/negociation'
import { ALINEA, uneRemarque, unProjetEnRelecture } from '../../fabriques/remarques'
import { agir, ouvrirTerritoire, type Territoire } from '../../fabriques/territoire'

// Une personne invitée n'a pas de session ; le module qui les lit veut le serveur de Next.
vi.mock('@/lib/serveur/session', () => ({ lireSession: () => null }))

const SECRET = 'zebrulconfidentielle'
let t: Territoire
let cms: Acteur
beforeAll(async () => {
  t = await ouvrirTerritoire()
  cms = await unHabilite(t, 'DIRECTION_CMS', 'arcueil')
}, 60_000)
afterAll(async () => {
  await fermerBase()
  await t.fermer()
})

/** Un projet partagé et une personne invitée par le centre, son lien en main. */
async function unLien() {
  const projet = await unProjetEnRelecture(t)
  const { acteId } = projet
  // Le lien se juge à l'heure réelle : l'invitation s'écrit à cette heure-là.
  await agir(
    cms,
    inviter,
    { acteId, nom: 'Ada Exemple', qualite: 'élue', courriel: 'ada@ville.test', message: '' },
    new Date(),
  )
  const { donnees } = await t.proprietaire.courriel.findFirstOrThrow({
    where: { acteId, gabarit: 'invitation' },
  })
  return { ...projet, jeton: String((donnees as { jeton: string }).jeton) }
}
const remarque = (acteId: string, plus: object = {}) => ({
  acteId,
  identite: ALINEA as string | null,
  lue: 1,
  passage: null,
  interne: false,
  texte: 'Et le samedi ?',
  ...plus,
})
const acteurDu = async (jeton: string) => {
  const lien = await ouvrirInvitation(jeton, new Date())
  if ('ferme' in lien) throw new Error(lien.ferme)
  return lien.ouverte
}
const refuse = (code: string) => ({ ok: false, erreur: { code } })

describe('Une personne invitée commente par son lien', () => {
  it('écrit, répond, propose et clôt, sous son nom et du côté qui l’a invitée', async () => {
    const { acteId, jeton, alinea } = await unLien()
    const ecrite = await ecrire({ jeton, ...remarque(acteId) })
    if (!ecrite.ok) throw new Error(ecrite.erreur.code)
    const { remarqueId } = ecrite.valeur
    expect(await repondreAuFil({ jeton, remarqueId, texte: 'Je précise.' })).toMatchObject({ ok: true })
    const contenu = {
      ...alinea,
      content: [...alinea.content, ...lireTexteBalise('Aussi le samedi.', 'n').content],
    }
    const proposee = { acteId, identite: ALINEA, lue: 1, interne: false, titre: null, contenu, texte: '' }
    expect(await proposer({ jeton, ...proposee })).toMatchObject({ ok: true })
    const close = { jeton, remarqueId, version: 1, decision: 'clore' as const, motif: '' }
    expect(await decider(close)).toMatchObject({ ok: true })
    const fils = (await lireRemarques(t.direction, acteId)) ?? []
    expect(fils.map((f) => [f.nature, f.cote, f.auteur, f.etat])).toEqual([
      ['COMMENTAIRE', 'GESTIONNAIRE', 'Ada Exemple, élue', 'CLOSE'],
      ['CONTRE_PROPOSITION', 'GESTIONNAIRE', 'Ada Exemple, élue', 'OUVERTE'],
    ])
    const journal = await t.proprietaire.journal.findMany({
      where: { acteId, auteurNom: 'Ada Exemple, élue' },
    })
    expect(journal.map((l) => l.evenement)).toEqual(
      expect.arrayContaining(['remarque-ecrite', 'remarque-repondue', 'contre-proposition-ecrite']),
    )
    expect(JSON.stringify(journal.map((l) => l.donnees))).not.toContain(jeton)
  })

  it('ne vise ni un autre acte, ni l’interne, ni une décision, ni une version qui n’existe pas', async () => {
    const { acteId, jeton } = await unLien()
    const autre = await unProjetEnRelecture(t)
    const interne = await uneRemarque(t.direction, acteId, { texte: SECRET, interne: true })
    const partagee = await uneRemarque(t.direction, acteId, { texte: 'Qu’en dites-vous ?' })
    expect(await ecrire({ jeton, ...remarque(autre.acteId) })).toMatchObject(refuse('INTROUVABLE'))
    expect(await ecrire({ jeton, ...remarque(acteId, { lue: 9 }) })).toMatchObject(refuse('INTROUVABLE'))
    expect(await ecrire({ jeton, ...remarque(acteId, { interne: true }) })).toMatchObject(
      refuse('ROLE_INSUFFISANT'),
    )
    expect(await repondreAuFil({ jeton, remarqueId: interne, texte: 'Essai' })).toMatchObject(
      refuse('INTROUVABLE'),
    )
    const accepter = { jeton, remarqueId: partagee, version: 1, decision: 'accepter' as const, motif: '' }
    expect(await decider(accepter)).toMatchObject(refuse('ROLE_INSUFFISANT'))
    expect(await decider({ ...accepter, version: 7, decision: 'clore' })).toMatchObject(
      refuse('ROLE_INSUFFISANT'),
    )
  })

  it('lit les remarques partagées, jamais l’interne', async () => {
    const { acteId, jeton, reference } = await unLien()
    const cachee = await uneRemarque(t.direction, acteId, { texte: SECRET, interne: true })
    const partagee = await uneRemarque(cms, acteId)
    const { acteur, nommee } = await acteurDu(jeton)
    const lue = await lireRelecture(acteur, reference, new Date(), nommee.id)
    if (!lue) throw new Error('introuvable')
    expect(lue.droits).toEqual({ ecrire: true, interne: false })
    expect(lue.fils.map((f) => f.id)).toEqual([partagee])
    const rendus = [lue, relectureAffichee(lue, new Date()), await lireTexte(jeton, 1)]
    for (const rendu of rendus) {
      expect(JSON.stringify(rendu)).not.toContain(SECRET)
      expect(JSON.stringify(rendu)).not.toContain(cachee)
    }
  })

  it('reste sur la version que son lien nomme, et dit d’une remarque qu’elle porte sur une autre', async () => {
    const { acteId, jeton, reference } = await unLien()
    const { version } = await t.proprietaire.acte.findUniqueOrThrow({ where: { id: acteId } })
    const repris = await agir(t.direction, demanderReprise, { acteId, version, motif: 'À revoir' })
    const contenu = lireTexteBalise('Texte neuf, inconnu du lien.', 'essai')
    await agir(t.direction, modifierUnite, { acteId, identite: ALINEA, version: 1, contenu })
    await agir(t.direction, partagerVersion, { acteId, version: repris.version, message: '' })
    await ecrire({ jeton, ...remarque(acteId, { lue: 2 }) })
    const { acteur, nommee, derniere } = await acteurDu(jeton)
    const une = await lireRelecture(acteur, reference, new Date(), nommee.id)
    const deux = await lireRelecture(acteur, reference, new Date(), derniere.id)
    if (!une || !deux) throw new Error('introuvable')
    expect([une.numero, deux.numero]).toEqual([1, 2])
    expect(JSON.stringify(une.convention.unites)).not.toContain('inconnu du lien')
    expect(JSON.stringify(deux.convention.unites)).toContain('inconnu du lien')
    expect(relectureAffichee(une, new Date()).fils[0]?.autreVersion).toBe(2)
    expect(relectureAffichee(deux, new Date()).fils[0]?.autreVersion).toBeNull()
    expect(JSON.stringify(await lireTexte(jeton, 1))).not.toContain('inconnu du lien')
    expect(await lireTexte(jeton, 3)).toMatchObject(refuse('INTROUVABLE'))
  })

  it('un lien dépassé, révoqué ou faux n’écrit et ne lit plus rien', async () => {
    const { acteId, jeton } = await unLien()
    const faux = 'a'.repeat(43)
    expect(await ecrire({ jeton: faux, ...remarque(acteId) })).toMatchObject(refuse('LIEN_INVITATION_FERME'))
    expect(await lireTexte(faux, 1)).toMatchObject(refuse('LIEN_INVITATION_FERME'))
    for (const data of [{ expireLe: new Date(Date.now() - 1_000) }, { revoqueeLe: new Date() }]) {
      await t.proprietaire.invitation.updateMany({ where: { acteId }, data })
      expect(await ecrire({ jeton, ...remarque(acteId) })).toMatchObject(refuse('LIEN_INVITATION_FERME'))
      expect(await lireTexte(jeton, 1)).toMatchObject(refuse('LIEN_INVITATION_FERME'))
    }
    expect(await t.proprietaire.remarque.count({ where: { acteId } })).toBe(0)
  })
})
