import type { ChildProcess } from 'node:child_process'
import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fermerBase } from '../../../lib/bd/client'
import { PrismaClient } from '../../../lib/bd/genere/client'
import { DUREE_AVANT_INCERTAIN } from '../../../lib/domaine/courriel/envoi'
import { type BaseDeTest, basePourTests } from '../../fabriques/base-de-test'
import { unCourriel } from '../../fabriques/courriels'
import { lancerOuvrier, tuerOuvrier } from '../../fabriques/ouvrier'
import { unServeurSmtp } from '../../fabriques/serveur-smtp'

const { empaqueter } = (await import('../../../scripts/construire.mjs')) as {
  empaqueter: () => Promise<boolean>
}

let base: BaseDeTest
let proprietaire: PrismaClient
let smtp: Awaited<ReturnType<typeof unServeurSmtp>>
let enfants: ChildProcess[] = []

async function unOuvrier(env: Record<string, string> = {}) {
  const lance = await lancerOuvrier(base.urlExecution, {
    SMTP_URL: smtp.url,
    COURRIEL_EXPEDITEUR: 'Trait d’union <conventions@essai.invalid>',
    ...env,
  })
  enfants.push(lance.enfant)
  return lance
}

const lire = (id: string) => proprietaire.courriel.findUniqueOrThrow({ where: { id } })
const devient = (id: string, etat: string) =>
  expect.poll(async () => (await lire(id)).etat, { timeout: 15_000, interval: 100 }).toBe(etat)

beforeAll(async () => {
  await empaqueter()
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
  enfants = []
})
afterEach(async () => {
  for (const enfant of enfants) enfant.kill('SIGKILL')
  await smtp.fermer()
})

describe('l’ouvrier', () => {
  it('envoie ce qui a été écrit avant son départ, puis s’arrête proprement', async () => {
    const id = await unCourriel(proprietaire)
    const ouvrier = await unOuvrier()
    await devient(id, 'ENVOYE')
    ouvrier.enfant.kill('SIGTERM')
    expect(await ouvrier.fin).toBe(0)
    expect(smtp.recus).toHaveLength(1)
  })

  it('tué après le commit et avant l’envoi, le courriel part au redémarrage, une seule fois', async () => {
    const premier = await unOuvrier()
    // Le message est retenu en base : l'ouvrier l'a demandé, mais n'a pu ni le prendre ni l'envoyer quand il meurt.
    let id = ''
    await proprietaire.$transaction(
      async (tx) => {
        id = await unCourriel(proprietaire)
        await tx.$executeRaw`SELECT 1 FROM courriel WHERE id = ${id}::uuid FOR UPDATE`
        await new Promise((r) => setTimeout(r, 2_500)) // l'ouvrier a pris le message et attend la ligne
        await tuerOuvrier(premier)
        const [job] = await tx.$queryRaw<{ state: string }[]>`
        SELECT state::text FROM pgboss.job WHERE data->>'id' = ${id}`
        expect(job?.state).toBe('active')
      },
      { timeout: 20_000 },
    )
    expect(await lire(id)).toMatchObject({ etat: 'EN_ATTENTE', essais: 0 })
    expect(smtp.recus).toHaveLength(0)
    // Le message pris par l'ouvrier mort est vite tenu pour perdu ; le temps est avancé pour ne pas l'attendre.
    await proprietaire.$executeRaw`UPDATE pgboss.job SET started_on = started_on - interval '1 min' WHERE state = 'active'`
    await unOuvrier()
    await expect.poll(async () => (await lire(id)).etat, { timeout: 60_000, interval: 250 }).toBe('ENVOYE')
    await new Promise((r) => setTimeout(r, 1_500))
    expect(smtp.recus.map((r) => r.messageId)).toEqual([`${id}@trait-d-union`])
  }, 90_000)

  it('tué entre l’acceptation du serveur et son écriture : incertain, jamais renvoyé', async () => {
    const premier = await unOuvrier()
    // Le message est arrivé en entier ; l'ouvrier meurt avant d'apprendre qu'il est accepté.
    smtp.retenir(() => tuerOuvrier(premier))
    const id = await unCourriel(proprietaire)
    await premier.fin
    expect(smtp.recus.map((r) => r.messageId)).toEqual([`${id}@trait-d-union`])
    expect(await lire(id)).toMatchObject({ etat: 'EN_COURS', essais: 1 })
    smtp.retenir(null)
    await proprietaire.courriel.update({
      where: { id },
      data: { debuteLe: new Date(Date.now() - DUREE_AVANT_INCERTAIN - 1_000) },
    })
    await unOuvrier()
    await devient(id, 'INCERTAIN')
    await proprietaire.$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE data->>'id' = ${id}`
    await new Promise((r) => setTimeout(r, 3_000))
    expect(await lire(id)).toMatchObject({ etat: 'INCERTAIN', essais: 1 })
    expect(smtp.recus).toHaveLength(1)
  })

  it('à deux, envoie chaque courriel une fois', async () => {
    await Promise.all([unOuvrier(), unOuvrier()])
    const ids = await Promise.all(Array.from({ length: 10 }, () => unCourriel(proprietaire)))
    for (const id of ids) await devient(id, 'ENVOYE')
    expect(smtp.recus.map((r) => r.messageId).sort()).toEqual(ids.map((i) => `${i}@trait-d-union`).sort())
  })

  it('garde les courriels quand aucun serveur n’est réglé', async () => {
    await unOuvrier({ SMTP_URL: '' })
    const id = await unCourriel(proprietaire)
    await devient(id, 'GARDE')
    expect(smtp.recus).toHaveLength(0)
  })

  it('dit pourquoi il ne peut pas démarrer', async () => {
    const { fin, erreurs } = await unOuvrier({ DATABASE_URL_EXECUTION: 'postgresql://x:y@127.0.0.1:1/rien' })
    expect(await fin).toBe(1)
    expect(erreurs()).toMatch(/La base ne répond pas/)
  })
})
