import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type BaseDeTest = {
  urlProprietaire: string
  urlExecution: string
  supprimer: () => Promise<void>
}

/**
 * Une base migrée, vide et à soi, recopiée du modèle. À prendre dans `beforeAll`, à rendre dans `afterAll`.
 */
export async function basePourTests(): Promise<BaseDeTest> {
  const { urlProprietaire, urlExecution, modele } = inject('serveurDeTest')
  const nom = `t${process.env.VITEST_POOL_ID ?? '0'}_${randomUUID().slice(0, 8)}`
  const administrer = async (sql: string) => {
    const client = new pg.Client(urlProprietaire)
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await administrer(`CREATE DATABASE ${nom} TEMPLATE ${modele}`)
  const vers = (url: string) => url.replace(/\/[^/]*$/, `/${nom}`)
  return {
    urlProprietaire: vers(urlProprietaire),
    urlExecution: vers(urlExecution),
    supprimer: () => administrer(`DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`),
  }
}
