import type { SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import { describe, expect, it } from 'vitest'
import { enSerie } from '../../../lib/bd/adaptateur'

const requete = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

/** Une connexion qui refuse, comme le fera pg 9, une requête posée pendant une autre. */
function connexion() {
  const faites: string[] = []
  let occupee = false
  const executer = async ({ sql }: SqlQuery) => {
    if (occupee) throw new Error(`« ${sql} » posée pendant une autre`)
    occupee = true
    await new Promise((suite) => setTimeout(suite, 1))
    occupee = false
    faites.push(sql)
    if (sql === 'fautive') throw new Error('fautive')
  }
  const transaction = {
    queryRaw: async (q: SqlQuery) => {
      await executer(q)
      return { columnNames: [], columnTypes: [], rows: [] }
    },
    executeRaw: async (q: SqlQuery) => {
      await executer(q)
      return 1
    },
  } as unknown as Transaction
  return { transaction, faites }
}

describe('une transaction en série', () => {
  it('ne pose jamais deux requêtes ensemble, dans l’ordre demandé', async () => {
    const { transaction, faites } = connexion()
    const tx = enSerie(transaction)
    await Promise.all([
      tx.queryRaw(requete('un')),
      tx.executeRaw(requete('deux')),
      tx.queryRaw(requete('trois')),
    ])
    expect(faites).toEqual(['un', 'deux', 'trois'])
  })

  it('rend l’échec à qui l’a demandé, et laisse partir la suite (l’annulation en a besoin)', async () => {
    const { transaction, faites } = connexion()
    const tx = enSerie(transaction)
    const issues = await Promise.allSettled([
      tx.queryRaw(requete('fautive')),
      tx.executeRaw(requete('ROLLBACK')),
    ])
    expect(issues.map((i) => i.status)).toEqual(['rejected', 'fulfilled'])
    expect(faites).toEqual(['fautive', 'ROLLBACK'])
  })
})
