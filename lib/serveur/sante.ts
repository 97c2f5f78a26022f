import 'server-only'
import { avecActeur } from '../bd/transaction'

/** Vrai si la base répond dans le délai (ms). La question en retard finit seule, sans erreur perdue. */
export async function baseRepond(delai: number): Promise<boolean> {
  const question = avecActeur(null, (tx) => tx.$queryRaw`SELECT 1`).then(
    () => true,
    () => false,
  )
  let minuterie: NodeJS.Timeout | undefined
  const retard = new Promise<boolean>((r) => {
    minuterie = setTimeout(() => r(false), delai)
  })
  try {
    return await Promise.race([question, retard])
  } finally {
    clearTimeout(minuterie)
  }
}
