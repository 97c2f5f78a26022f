import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientBase, fermerBase, type Tx } from '../../../lib/bd/client'
import { nouvelId } from '../../../lib/bd/identifiants'
import { empreinte } from '../../../lib/bd/secrets'
import { avecActeur } from '../../../lib/bd/transaction'
import { activerCompte } from '../../../lib/cas-usage/compte/activer-compte'
import { changerMotDePasse } from '../../../lib/cas-usage/compte/changer-mot-de-passe'
import { creerUtilisateur } from '../../../lib/cas-usage/compte/creer-utilisateur'
import { desactiverUtilisateur } from '../../../lib/cas-usage/compte/desactiver-utilisateur'
import { emettreJetonAcces } from '../../../lib/cas-usage/compte/emettre-jeton-acces'
import { modifierUtilisateur } from '../../../lib/cas-usage/compte/modifier-utilisateur'
import { rattacherIdentite } from '../../../lib/cas-usage/compte/rattacher-identite'
import { reactiverUtilisateur } from '../../../lib/cas-usage/compte/reactiver-utilisateur'
import { revoquerSessions } from '../../../lib/cas-usage/compte/revoquer-sessions'
import type { Contexte } from '../../../lib/cas-usage/contexte'
import type { Acteur } from '../../../lib/domaine/organisation/acteur'
import { lireUtilisateur, listerUtilisateurs } from '../../../lib/lectures/administration/utilisateurs'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'
import {
  acteurDe,
  MOT_DE_PASSE,
  uneHabilitation,
  uneOrganisation,
  unUtilisateur,
} from '../../fabriques/comptes'

let base: BaseDeTest
let admin: Acteur
let autre: Acteur
let cible: Awaited<ReturnType<typeof unUtilisateur>>
const maintenant = new Date('2026-11-22T10:00:00Z')

const agir = <S, T>(acteur: Acteur, cas: (c: Contexte, s: S) => Promise<T>, saisie: S, quand = maintenant) =>
  avecActeur(acteur, (tx) => cas({ tx, acteur, maintenant: quand }, saisie))
const refus = (code: string) => expect.objectContaining({ code })
const journal = (evenement: string, cibleId: string) =>
  clientBase().journal.findFirst({ where: { evenement, cible: cibleId }, orderBy: { id: 'desc' } })
const session = (utilisateurId: string, id = nouvelId()) =>
  clientBase().session.create({ data: { id, utilisateurId, expireLe: new Date('2026-11-22T20:00:00Z') } })

beforeAll(async () => {
  base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  const tx = clientBase() as Tx
  const institution = await uneOrganisation(tx, 'INSTITUTION')
  const groupe = await uneOrganisation(tx, 'GROUPE_HOSPITALIER', institution.id)
  const [a, b] = [await unUtilisateur(tx), await unUtilisateur(tx)]
  await uneHabilitation(tx, a.id, institution.id, 'ADMINISTRATEUR')
  await uneHabilitation(tx, b.id, groupe.id, 'DIRECTION_PARTENARIATS')
  admin = acteurDe(a, { role: 'ADMINISTRATEUR', organisationId: institution.id, nature: 'INSTITUTION' })
  autre = acteurDe(b, {
    role: 'DIRECTION_PARTENARIATS',
    organisationId: groupe.id,
    nature: 'GROUPE_HOSPITALIER',
  })
})
beforeEach(async () => {
  cible = await unUtilisateur(clientBase() as Tx)
})
afterAll(async () => {
  await fermerBase()
  await base.supprimer()
})

describe('Un acteur sans administration ne sait rien des comptes', () => {
  const designation = () => ({ utilisateurId: cible.id, version: 1 })
  const essais: Record<string, (acteur: Acteur) => Promise<unknown>> = {
    créer: (a) => agir(a, creerUtilisateur, { courriel: 'x@ville.test', nom: 'X' }),
    modifier: (a) => agir(a, modifierUtilisateur, { ...designation(), courriel: 'x@ville.test', nom: 'X' }),
    fermer: (a) => agir(a, desactiverUtilisateur, designation()),
    rouvrir: (a) => agir(a, reactiverUtilisateur, designation()),
    'émettre un lien': (a) => agir(a, emettreJetonAcces, { utilisateurId: cible.id }),
    'fermer les sessions d’un autre': (a) => agir(a, revoquerSessions, { utilisateurId: cible.id }),
    'rattacher une identité à un autre': (a) =>
      agir(a, rattacherIdentite, { utilisateurId: cible.id, fournisseur: 'p', sujet: 's' }),
    lister: (a) => listerUtilisateurs(a, {}, maintenant),
    lire: (a) => lireUtilisateur(a, cible.id, maintenant),
  }
  it.each(Object.keys(essais))('%s : introuvable, et rien ne change', async (nom) => {
    for (const acteur of [autre, acteurDe({ id: nouvelId(), nom: 'Personne' })])
      await expect(essais[nom]?.(acteur)).rejects.toEqual(refus('INTROUVABLE'))
    expect(await clientBase().utilisateur.findUnique({ where: { id: cible.id } })).toEqual(cible)
  })
})

describe('Créer et modifier un compte', () => {
  it('crée sans mot de passe et l’écrit au journal', async () => {
    const { utilisateurId } = await agir(admin, creerUtilisateur, {
      courriel: 'neuve@ville.test',
      nom: 'Neuve',
    })
    const lu = await clientBase().utilisateur.findUniqueOrThrow({ where: { id: utilisateurId } })
    expect(lu).toMatchObject({ courriel: 'neuve@ville.test', motDePasse: null, actif: true, version: 1 })
    expect(await journal('utilisateur-cree', utilisateurId)).toMatchObject({ auteurId: admin.utilisateurId })
  })

  it('refuse une adresse déjà prise, à la création comme à la modification', async () => {
    const { courriel } = cible
    await expect(agir(admin, creerUtilisateur, { courriel, nom: 'Y' })).rejects.toEqual(
      refus('DEJA_EXISTANT'),
    )
    const x = await unUtilisateur(clientBase() as Tx)
    const saisie = { utilisateurId: x.id, version: 1, courriel, nom: 'Y' }
    await expect(agir(admin, modifierUtilisateur, saisie)).rejects.toEqual(refus('DEJA_EXISTANT'))
  })

  it('modifie, garde l’avant et l’après, refuse la version périmée', async () => {
    const saisie = { utilisateurId: cible.id, version: 1, courriel: `a.${cible.courriel}`, nom: 'Après' }
    await agir(admin, modifierUtilisateur, saisie)
    expect((await journal('utilisateur-modifie', cible.id))?.donnees).toMatchObject({ nomAvant: cible.nom })
    await expect(agir(admin, modifierUtilisateur, saisie)).rejects.toEqual(refus('MODIFIE_ENTRE_TEMPS'))
    const absente = { ...saisie, utilisateurId: nouvelId() }
    await expect(agir(admin, modifierUtilisateur, absente)).rejects.toEqual(refus('INTROUVABLE'))
  })
})

describe('Fermer et rouvrir un compte', () => {
  it('coupe les sessions et les liens ; la rouverture n’en ranime aucun', async () => {
    const s = await session(cible.id)
    await agir(admin, emettreJetonAcces, { utilisateurId: cible.id })
    await agir(admin, desactiverUtilisateur, { utilisateurId: cible.id, version: 1 })
    expect((await clientBase().session.findUniqueOrThrow({ where: { id: s.id } })).revoqueeLe).toEqual(
      maintenant,
    )
    expect(await clientBase().jetonCompte.count({ where: { utilisateurId: cible.id } })).toBe(0)
    expect((await journal('utilisateur-desactive', cible.id))?.donnees).toEqual({ sessions: 1 })
    const jeton = agir(admin, emettreJetonAcces, { utilisateurId: cible.id })
    await expect(jeton).rejects.toEqual(refus('COMPTE_FERME'))
    await agir(admin, reactiverUtilisateur, { utilisateurId: cible.id, version: 2 })
    expect(await journal('utilisateur-reactive', cible.id)).not.toBeNull()
    expect(await clientBase().session.count({ where: { utilisateurId: cible.id, revoqueeLe: null } })).toBe(0)
  })

  it('refuse le mauvais état, la version périmée et soi-même', async () => {
    const designation = { utilisateurId: cible.id, version: 1 }
    await expect(agir(admin, reactiverUtilisateur, designation)).rejects.toEqual(refus('MODIFIE_ENTRE_TEMPS'))
    await expect(agir(admin, desactiverUtilisateur, { ...designation, version: 9 })).rejects.toEqual(
      refus('MODIFIE_ENTRE_TEMPS'),
    )
    const moi = { utilisateurId: admin.utilisateurId, version: 1 }
    await expect(agir(admin, desactiverUtilisateur, moi)).rejects.toEqual(refus('SOI_MEME'))
  })
})

describe('Mot de passe', () => {
  const choisir = (jeton: string, nouveau: string, quand = maintenant) =>
    avecActeur(null, (tx) =>
      activerCompte({ tx, maintenant: quand }, { jeton, nouveau, confirmation: nouveau }),
    )
  const NOUVEAU = 'moulin à vent, quatre ailes'

  it('se choisit une seule fois par un lien, dont seule l’empreinte est gardée', async () => {
    const { jeton } = await agir(admin, emettreJetonAcces, { utilisateurId: cible.id })
    const lignes = await clientBase().jetonCompte.findMany({ where: { utilisateurId: cible.id } })
    expect(lignes.map((l) => l.empreinte)).toEqual([empreinte(jeton)])
    await session(cible.id)
    await expect(choisir(jeton, 'motdepasse2026')).rejects.toEqual(refus('MOT_DE_PASSE_FAIBLE'))
    const resultats = await Promise.allSettled([choisir(jeton, NOUVEAU), choisir(jeton, NOUVEAU)])
    expect(resultats.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(choisir(jeton, NOUVEAU)).rejects.toEqual(refus('JETON_PERIME'))
    expect(await clientBase().session.count({ where: { utilisateurId: cible.id, revoqueeLe: null } })).toBe(0)
    expect(await journal('mot-de-passe-choisi', cible.id)).toMatchObject({ auteurId: cible.id })
  })

  it('refuse un lien trop vieux, remplacé ou inventé', async () => {
    const premier = await agir(admin, emettreJetonAcces, { utilisateurId: cible.id })
    const second = await agir(admin, emettreJetonAcces, { utilisateurId: cible.id })
    const tard = new Date(maintenant.getTime() + 48 * 3_600_000)
    await expect(choisir(premier.jeton, NOUVEAU)).rejects.toEqual(refus('JETON_PERIME'))
    await expect(choisir(second.jeton, NOUVEAU, tard)).rejects.toEqual(refus('JETON_PERIME'))
    await expect(choisir('x'.repeat(43), NOUVEAU)).rejects.toEqual(refus('JETON_PERIME'))
  })

  it('se change en donnant l’ancien, et ferme les autres sessions', async () => {
    const [gardee, fermee] = [await session(cible.id), await session(cible.id)]
    const moi = acteurDe(cible)
    const saisie = { actuel: MOT_DE_PASSE, nouveau: NOUVEAU, sessionGardee: gardee.id }
    const faux = agir(moi, changerMotDePasse, { ...saisie, actuel: 'autre chose' })
    await expect(faux).rejects.toEqual(refus('MOT_DE_PASSE_INCORRECT'))
    const meme = agir(moi, changerMotDePasse, { ...saisie, nouveau: MOT_DE_PASSE })
    await expect(meme).rejects.toEqual(refus('MOT_DE_PASSE_FAIBLE'))
    await agir(moi, changerMotDePasse, saisie)
    const ouvertes = await clientBase().session.findMany({
      where: { utilisateurId: cible.id, revoqueeLe: null },
    })
    expect(ouvertes.map((s) => s.id)).toEqual([gardee.id])
    expect(fermee.id).not.toBe(gardee.id)
    expect((await journal('mot-de-passe-change', cible.id))?.donnees).toEqual({ sessions: 1 })
  })
})

describe('Sessions et identités', () => {
  it('ferme une de ses sessions, jamais celle d’un autre', async () => {
    const [mienne, sienne] = [await session(cible.id), await session(admin.utilisateurId)]
    const moi = acteurDe(cible)
    await expect(agir(moi, revoquerSessions, { sessionId: sienne.id })).rejects.toEqual(refus('INTROUVABLE'))
    expect(await agir(moi, revoquerSessions, { sessionId: mienne.id })).toEqual({ sessionsFermees: 1 })
    await session(cible.id)
    expect(await agir(admin, revoquerSessions, { utilisateurId: cible.id })).toEqual({ sessionsFermees: 1 })
    const faits = await clientBase().journal.findMany({
      where: { evenement: 'sessions-revoquees', cible: cible.id },
    })
    expect(faits.map((f) => f.auteurId).sort()).toEqual([cible.id, admin.utilisateurId].sort())
  })

  it('rattache une identité une fois, et jamais à deux comptes', async () => {
    const identite = { fournisseur: 'proconnect', sujet: nouvelId() }
    const moi = acteurDe(cible)
    const saisie = { ...identite, utilisateurId: cible.id }
    expect(await agir(moi, rattacherIdentite, saisie)).toEqual({ rattachee: true })
    expect(await agir(moi, rattacherIdentite, saisie)).toEqual({ rattachee: false })
    const vol = agir(admin, rattacherIdentite, { ...identite, utilisateurId: admin.utilisateurId })
    await expect(vol).rejects.toEqual(refus('DEJA_EXISTANT'))
    const ferme = await unUtilisateur(clientBase() as Tx, { actif: false })
    const surFerme = agir(admin, rattacherIdentite, { ...identite, sujet: 'autre', utilisateurId: ferme.id })
    await expect(surFerme).rejects.toEqual(refus('COMPTE_FERME'))
    expect(await journal('identite-rattachee', cible.id)).not.toBeNull()
  })
})
