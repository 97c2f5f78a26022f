import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientBase, fermerBase, type Tx } from '../../../lib/bd/client'
import { empreinte } from '../../../lib/bd/secrets'
import { avecActeur } from '../../../lib/bd/transaction'
import { lireSessionEnBase } from '../../../lib/lectures/compte/lire-session'
import { fermerSession, ouvrirSession } from '../../../lib/serveur/ouverture'
import { oublierEssai, reserverEssai } from '../../../lib/serveur/tentatives'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'
import { MOT_DE_PASSE, uneHabilitation, uneOrganisation, unUtilisateur } from '../../fabriques/comptes'

let base: BaseDeTest
let personne: Awaited<ReturnType<typeof unUtilisateur>>
let adresse: string
let rang = 0
const maintenant = new Date('2026-11-22T10:00:00Z')
const dans = (secondes: number) => new Date(maintenant.getTime() + secondes * 1_000)
const refus = (code: string) => expect.objectContaining({ code })

const ouvrir = (motDePasse = MOT_DE_PASSE, quand = maintenant, courriel = personne.courriel) =>
  ouvrirSession({ courriel, motDePasse, adresse, agent: 'Essai' }, quand)
const relire = (sid: string, quand = maintenant) =>
  avecActeur(null, (tx) => lireSessionEnBase(tx, empreinte(sid), quand))

beforeAll(async () => {
  base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  process.env.AUTH_SECRET = 'un secret de test, long de plus de trente-deux caractères'
})
beforeEach(async () => {
  process.env.DEMONSTRATION = '0'
  personne = await unUtilisateur(clientBase() as Tx)
  adresse = `203.0.113.${++rang}`
})
afterAll(async () => {
  await fermerBase()
  await base.supprimer()
})

describe('Ouvrir une session', () => {
  it('n’en garde que l’empreinte, et la relit', async () => {
    const sid = await ouvrir(MOT_DE_PASSE, maintenant, ` ${personne.courriel.toUpperCase()} `)
    const ligne = await clientBase().session.findFirstOrThrow({ where: { utilisateurId: personne.id } })
    expect(ligne.id).toBe(empreinte(sid))
    expect(JSON.stringify(ligne)).not.toContain(sid)
    expect(await relire(sid)).toMatchObject({
      courriel: personne.courriel,
      acteur: { utilisateurId: personne.id },
    })
    expect(await relire('autre')).toBeNull()
  })

  it('répond du même refus à un inconnu, un mot de passe faux, un compte fermé ou sans mot de passe', async () => {
    const tx = clientBase() as Tx
    const ferme = await unUtilisateur(tx, { actif: false })
    const vide = await unUtilisateur(tx, { sansMotDePasse: true })
    const demonstration = await unUtilisateur(tx, { demonstration: true })
    for (const courriel of ['inconnu@ville.test', ferme.courriel, vide.courriel, demonstration.courriel])
      await expect(ouvrir(MOT_DE_PASSE, maintenant, courriel)).rejects.toEqual(refus('IDENTIFIANTS_REFUSES'))
    await expect(ouvrir('faux')).rejects.toEqual(refus('IDENTIFIANTS_REFUSES'))
    process.env.DEMONSTRATION = '1'
    expect(await ouvrir(MOT_DE_PASSE, maintenant, demonstration.courriel)).toHaveLength(43)
  })
})

describe('La session tombe', () => {
  it('à l’expiration, à la déconnexion et à la fermeture du compte', async () => {
    const sid = await ouvrir()
    expect(await relire(sid, dans(12 * 3_600 - 1))).not.toBeNull()
    expect(await relire(sid, dans(12 * 3_600))).toBeNull()
    await fermerSession(sid, maintenant)
    expect(await relire(sid)).toBeNull()
    const autre = await ouvrir()
    await clientBase().utilisateur.update({ where: { id: personne.id }, data: { actif: false } })
    expect(await relire(autre)).toBeNull()
  })

  it('lit les habilitations du jour, à Paris, premier et dernier jour compris', async () => {
    const tx = clientBase() as Tx
    const groupe = await uneOrganisation(tx, 'GROUPE_HOSPITALIER')
    const centre = await uneOrganisation(tx, 'CENTRE')
    await uneHabilitation(tx, personne.id, groupe.id, 'DIRECTION_PARTENARIATS', { depuis: '2026-11-23' })
    await uneHabilitation(tx, personne.id, centre.id, 'DIRECTION_CMS', { jusqua: '2026-11-22' })
    const sid = await ouvrir()
    expect((await relire(sid))?.acteur).toMatchObject({ groupes: [], organisations: [centre.id] })
    // 23 h 30 à Paris le 22, puis 0 h 30 le 23 : toujours le 22 pour UTC dans les deux cas.
    const [avant, apres] = [new Date('2026-11-22T22:30:00Z'), new Date('2026-11-22T23:30:00Z')]
    await clientBase().session.updateMany({ where: { id: empreinte(sid) }, data: { expireLe: dans(99_999) } })
    expect((await relire(sid, avant))?.acteur).toMatchObject({ groupes: [], organisations: [centre.id] })
    expect((await relire(sid, apres))?.acteur).toMatchObject({ groupes: [groupe.id], organisations: [] })
  })
})

describe('Les essais sont comptés', () => {
  it('par compte, existant ou non, d’où qu’ils viennent', async () => {
    for (const courriel of [personne.courriel, 'fantome@ville.test']) {
      for (let i = 0; i < 5; i++) {
        adresse = `198.51.100.${i}`
        await expect(ouvrir('faux', maintenant, courriel)).rejects.toEqual(refus('IDENTIFIANTS_REFUSES'))
      }
      await expect(ouvrir(MOT_DE_PASSE, dans(29), courriel)).rejects.toEqual(refus('TROP_DE_TENTATIVES'))
    }
    expect(await ouvrir(MOT_DE_PASSE, dans(31))).toHaveLength(43)
    expect(await ouvrir('faux', dans(32)).catch((e: { code: string }) => e.code)).toBe('IDENTIFIANTS_REFUSES')
  })

  it('par adresse, quel que soit le compte', async () => {
    for (let i = 0; i < 40; i++) await reserverEssai(`p${i}@ville.test`, adresse, maintenant)
    await expect(ouvrir(MOT_DE_PASSE, dans(1))).rejects.toEqual(refus('TROP_DE_TENTATIVES'))
    adresse = '203.0.113.250'
    expect(await ouvrir(MOT_DE_PASSE, dans(1))).toHaveLength(43)
  })

  it('même envoyés tous à la fois', async () => {
    const essais = Array.from({ length: 20 }, () => reserverEssai(personne.courriel, adresse, maintenant))
    const admis = (await Promise.allSettled(essais)).filter((r) => r.status === 'fulfilled')
    expect(admis).toHaveLength(5)
  })

  it('sans garder ni courriel ni adresse, et s’oublient après une heure', async () => {
    for (let i = 0; i < 6; i++) await reserverEssai(personne.courriel, adresse, maintenant).catch(() => {})
    const lignes = JSON.stringify(await clientBase().tentativeConnexion.findMany())
    expect(lignes).not.toContain(adresse)
    expect(lignes).not.toContain(personne.courriel)
    await reserverEssai(personne.courriel, adresse, dans(3_700))
    await reserverEssai(personne.courriel, adresse, dans(3_701))
    await oublierEssai(personne.courriel, adresse)
  })
})
