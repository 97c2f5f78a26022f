import type { Tx } from '../../bd/client'
import { empreinte, nouveauSecret } from '../../bd/secrets'

/** Un lien d'accès vaut 48 heures. */
export const DUREE_JETON = 48 * 3_600_000

/** Écrit un jeton à usage unique et périme les précédents. Seule son empreinte reste en base. */
export async function creerJeton(tx: Tx, utilisateurId: string, maintenant: Date) {
  await tx.jetonCompte.deleteMany({ where: { utilisateurId, utiliseLe: null } })
  const jeton = nouveauSecret()
  const expireLe = new Date(maintenant.getTime() + DUREE_JETON)
  await tx.jetonCompte.create({
    data: { empreinte: empreinte(jeton), utilisateurId, expireLe, creeLe: maintenant },
  })
  return { jeton, expireLe }
}
