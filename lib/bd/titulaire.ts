import type { Tx } from './client'

/**
 * Titulaire d'un lien d'accès encore bon, désigné par l'empreinte du jeton. Le lire ne l'use pas : un robot qui ouvre
 * les liens des courriels ne doit pas le périmer.
 */
export async function titulaireDuJeton(tx: Tx, empreinte: string, maintenant: Date) {
  const ligne = await tx.jetonCompte.findUnique({
    where: { empreinte },
    include: { utilisateur: { select: { id: true, nom: true, courriel: true, actif: true, version: true } } },
  })
  if (!ligne || ligne.utiliseLe || ligne.expireLe <= maintenant || !ligne.utilisateur.actif) return null
  return ligne.utilisateur
}
