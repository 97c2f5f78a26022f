import { PrismaPg } from '@prisma/adapter-pg'
import type { Transaction } from '@prisma/driver-adapter-utils'

/**
 * Adaptateur PostgreSQL dont une transaction ne reçoit qu'une requête à la fois. Prisma lit ensemble les relations d'un
 * `include` ; or une transaction n'a qu'une connexion, et `pg` n'acceptera plus, dès sa version 9, une requête posée
 * pendant une autre. Rien n'y est perdu : il les mettait déjà en file.
 */
export class AdaptateurEnSerie extends PrismaPg {
  override async connect() {
    const adaptateur = await super.connect()
    const ouvrir = adaptateur.startTransaction.bind(adaptateur)
    adaptateur.startTransaction = async (isolation) => enSerie(await ouvrir(isolation))
    return adaptateur
  }
}

/** Chaque requête part quand la précédente est finie, qu'elle ait réussi ou non : l'échec revient à qui l'a demandée. */
export function enSerie(transaction: Transaction): Transaction {
  let derniere: Promise<unknown> = Promise.resolve()
  const aLaSuite = <T>(requete: () => Promise<T>): Promise<T> => {
    const reponse = derniere.then(requete)
    derniere = reponse.catch(() => {})
    return reponse
  }
  const lire = transaction.queryRaw.bind(transaction)
  const executer = transaction.executeRaw.bind(transaction)
  transaction.queryRaw = (requete) => aLaSuite(() => lire(requete))
  transaction.executeRaw = (requete) => aLaSuite(() => executer(requete))
  return transaction
}
