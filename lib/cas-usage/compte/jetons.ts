import type { Tx } from '../../bd/client'
import { empreinte, nouveauSecret } from './secrets'

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

/** Titulaire d'un jeton encore bon, sans le consommer (un robot qui ouvre le lien ne doit pas l'user). */
export async function titulaireDuJeton(tx: Tx, jeton: string, maintenant: Date) {
  const ligne = await tx.jetonCompte.findUnique({
    where: { empreinte: empreinte(jeton) },
    include: { utilisateur: { select: { id: true, nom: true, courriel: true, actif: true, version: true } } },
  })
  if (!ligne || ligne.utiliseLe || ligne.expireLe <= maintenant || !ligne.utilisateur.actif) return null
  return ligne.utilisateur
}
