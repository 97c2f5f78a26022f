import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { PrismaClient } from '../../../lib/bd/genere/client'
import { avecActeur, avecSysteme } from '../../../lib/bd/transaction'
import { notifier } from '../../../lib/cas-usage/courriel/notifier'
import { DELAIS_ENTRE_ESSAIS, DUREE_AVANT_INCERTAIN } from '../../../lib/domaine/courriel/envoi'
import { envoyeur } from '../../../lib/serveur/courriel/transport'
import { traiterCourriel } from '../../../lib/serveur/ouvrier/courriels'
import { rattraper } from '../../../lib/serveur/ouvrier/rattraper'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'
import { PERSONNE, unCourriel } from '../../fabriques/courriels'
import { unServeurSmtp } from '../../fabriques/serveur-smtp'

const EXPEDITEUR = 'Trait d’union <conventions@essai.invalid>'
const maintenant = () => new Date()

let base: BaseDeTest
let proprietaire: PrismaClient
let smtp: Awaited<ReturnType<typeof unServeurSmtp>>

const outils = (url = smtp.url, duree?: number) => ({ envoyer: envoyeur(url, EXPEDITEUR, duree), maintenant })
const lire = (id: string) => proprietaire.courriel.findUniqueOrThrow({ where: { id } })
const enFile = async (id: string) =>
  proprietaire.$queryRaw<{ state: string; retard: number }[]>`
    SELECT state::text, extract(epoch FROM start_after - created_on)::int AS retard FROM pgboss.job
    WHERE name = 'courriel' AND data->>'id' = ${id} ORDER BY created_on`

beforeAll(async () => {
  base = await basePourTests()
  process.env.DATABASE_URL_EXECUTION = base.urlExecution
  proprietaire = new PrismaClient({ adapter: new PrismaPg({ connectionString: base.urlProprietaire }) })
})
afterAll(async () => {
  await fermerBase()
  await proprietaire.$disconnect()
  await base.supprimer()
})
beforeEach(async () => {
  smtp = await unServeurSmtp()
})
afterEach(() => smtp.fermer())

describe('la mise en file', () => {
  it('se fait avec le fait', async () => {
    const id = await unCourriel(proprietaire)
    expect(await lire(id)).toMatchObject({ etat: 'EN_ATTENTE', essais: 0, messageId: `${id}@trait-d-union` })
    expect(await enFile(id)).toEqual([{ state: 'created', retard: 0 }])
  })

  it('disparaît avec lui si la transaction est annulée', async () => {
    const avant = await proprietaire.$queryRaw`SELECT count(*) FROM pgboss.job`
    const essai = avecActeur(PERSONNE, async (tx) => {
      const a = [{ courriel: 'annule@essai.invalid', nom: '' }]
      await notifier(
        { tx, acteur: PERSONNE, maintenant: new Date() },
        { acteId: null, gabarit: 'acte-signe', donnees: {}, a },
      )
      const [vu] = await tx.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job`
      expect(Number(vu?.n)).toBeGreaterThan(0)
      throw new Error('annulé')
    })
    await expect(essai).rejects.toThrow('annulé')
    expect(await proprietaire.courriel.count({ where: { destinataire: 'annule@essai.invalid' } })).toBe(0)
    expect(await proprietaire.$queryRaw`SELECT count(*) FROM pgboss.job`).toEqual(avant)
  })

  it('se fait sous le rôle d’exécution, qui ne crée ni ne retire de file', async () => {
    const refus = /permission denied/
    await expect(
      avecSysteme((tx) => tx.$executeRaw`SELECT pgboss.create_queue('autre', '{}')`),
    ).rejects.toThrow(refus)
    await expect(avecSysteme((tx) => tx.$executeRaw`DELETE FROM pgboss.queue`)).rejects.toThrow(refus)
    await expect(avecSysteme((tx) => tx.$executeRaw`CREATE TABLE pgboss.intrus (a int)`)).rejects.toThrow(
      refus,
    )
  })
})

describe('l’envoi', () => {
  it('part une fois, avec son identifiant, en texte et en HTML', async () => {
    const id = await unCourriel(proprietaire)
    await traiterCourriel(id, outils())
    await traiterCourriel(id, outils())
    expect(await lire(id)).toMatchObject({ etat: 'ENVOYE', essais: 1, erreur: null })
    expect(smtp.recus.map((r) => r.messageId)).toEqual([`${id}@trait-d-union`])
    expect(smtp.recus[0]?.brut).toMatch(/text\/plain[\s\S]+text\/html/)
    expect(smtp.recus[0]?.brut).toContain('Auto-Submitted: auto-generated')
  })

  it('oublie un code une fois parti', async () => {
    const id = await unCourriel(proprietaire, {
      gabarit: 'code-accord',
      donnees: { code: '482915', minutes: 10 },
    })
    await traiterCourriel(id, outils())
    expect(smtp.recus[0]?.brut).toContain('482915')
    expect((await lire(id)).donnees).toEqual({ code: null, minutes: 10 })
  })

  it('oublie le jeton d’une invitation une fois partie, pas avant', async () => {
    const jeton = 'jeton-d-essai-assez-long'
    const donnees = { auteur: 'Madame Essai', jeton, message: '', expireLe: '2026-12-01' }
    const id = await unCourriel(proprietaire, { gabarit: 'invitation', donnees })
    smtp.refuser({ code: 451, ou: 'destinataire' })
    await traiterCourriel(id, outils())
    expect((await lire(id)).donnees).toMatchObject({ jeton })
    smtp.refuser(null)
    await traiterCourriel(id, outils())
    expect(smtp.recus[0]?.brut).toContain(jeton)
    expect((await lire(id)).donnees).toEqual({ ...donnees, jeton: null })
  })

  it('est gardé sans serveur de courriel', async () => {
    const id = await unCourriel(proprietaire)
    await traiterCourriel(id, { envoyer: null, maintenant })
    expect(await lire(id)).toMatchObject({ etat: 'GARDE', essais: 0 })
  })

  it('attend et recommence quand le serveur remet à plus tard, puis part à sa reprise', async () => {
    const id = await unCourriel(proprietaire)
    smtp.refuser({ code: 451, ou: 'destinataire' })
    await traiterCourriel(id, outils())
    expect(await lire(id)).toMatchObject({
      etat: 'EN_ATTENTE',
      essais: 1,
      erreur: expect.stringContaining('451'),
    })
    expect((await enFile(id)).at(-1)).toEqual({ state: 'created', retard: DELAIS_ENTRE_ESSAIS[0] })
    smtp.refuser(null)
    await traiterCourriel(id, outils())
    expect(await lire(id)).toMatchObject({ etat: 'ENVOYE', essais: 2, erreur: null })
    expect(smtp.recus).toHaveLength(1)
  })

  it.each(['destinataire', 'message'] as const)('s’arrête sur un refus définitif (%s)', async (ou) => {
    const id = await unCourriel(proprietaire)
    smtp.refuser({ code: 550, ou })
    await traiterCourriel(id, outils())
    expect(await lire(id)).toMatchObject({ etat: 'ECHEC', essais: 1, erreur: expect.stringContaining('550') })
    expect(await enFile(id)).toHaveLength(1)
  })

  it('attend un serveur en panne, de plus en plus longtemps, puis renonce', async () => {
    const id = await unCourriel(proprietaire)
    await smtp.fermer()
    for (const delai of DELAIS_ENTRE_ESSAIS) {
      await traiterCourriel(id, outils())
      expect(await lire(id)).toMatchObject({
        etat: 'EN_ATTENTE',
        erreur: 'Le serveur de courriel ne répond pas.',
      })
      expect((await enFile(id)).at(-1)?.retard).toBe(delai)
    }
    await traiterCourriel(id, outils())
    expect(await lire(id)).toMatchObject({ etat: 'ECHEC', essais: DELAIS_ENTRE_ESSAIS.length + 1 })
    smtp = await unServeurSmtp()
  })

  it('est incertain quand la connexion se coupe après le message, et n’est pas renvoyé', async () => {
    const id = await unCourriel(proprietaire)
    smtp.retenir(() => new Promise(() => {}))
    await traiterCourriel(id, outils(smtp.url, 1_000))
    expect(await lire(id)).toMatchObject({ etat: 'INCERTAIN', essais: 1 })
    await traiterCourriel(id, outils())
    await rattraper(new Date(Date.now() + 86_400_000))
    expect(await lire(id)).toMatchObject({ etat: 'INCERTAIN', essais: 1 })
    expect(smtp.recus).toHaveLength(1)
  })

  it('à deux ouvriers, ne part qu’une fois', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => unCourriel(proprietaire)))
    await Promise.all(ids.flatMap((id) => [1, 2].map(() => traiterCourriel(id, outils()))))
    expect(smtp.recus.map((r) => r.messageId).sort()).toEqual(ids.map((id) => `${id}@trait-d-union`).sort())
  })
})

describe('le rattrapage', () => {
  it('tient pour incertain un envoi dont l’ouvrier est mort, et pas celui qui est en cours', async () => {
    const [mort, vivant] = [await unCourriel(proprietaire), await unCourriel(proprietaire)]
    const instant = Date.now()
    const commence = (id: string, il: number) =>
      proprietaire.courriel.update({
        where: { id },
        data: { etat: 'EN_COURS', essais: 1, debuteLe: new Date(instant - il) },
      })
    await commence(mort, DUREE_AVANT_INCERTAIN + 1)
    await commence(vivant, DUREE_AVANT_INCERTAIN - 5_000)
    await rattraper(new Date(instant))
    expect(await lire(mort)).toMatchObject({
      etat: 'INCERTAIN',
      erreur: expect.stringContaining('interrompu'),
    })
    expect(await lire(vivant)).toMatchObject({ etat: 'EN_COURS' })
  })

  it('remet en file, une fois, ce qui attend sans message', async () => {
    const id = await unCourriel(proprietaire)
    await proprietaire.$executeRaw`DELETE FROM pgboss.job`
    await rattraper(new Date(Date.now() + 60_000))
    await rattraper(new Date(Date.now() + 60_000))
    expect(await enFile(id)).toHaveLength(1)
  })
})
