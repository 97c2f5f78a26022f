import 'server-only'
import { avecActeur } from '../bd/transaction'
import { noterOuverture } from '../cas-usage/invitation/noter-ouverture'
import type { LienFerme } from '../domaine/acte/invite'
import { type InvitationOuverte, ouvrirInvitation } from '../lectures/invitation/ouvrir-invitation'

/** Ouvre un lien personnel pour une page ; la première venue se note. */
export async function entrerParLien(
  jeton: string,
  maintenant: Date,
): Promise<{ ouverte: InvitationOuverte } | { ferme: LienFerme }> {
  const lien = await ouvrirInvitation(jeton, maintenant)
  if ('ouverte' in lien && lien.ouverte.premiere) {
    const { acteur, nommee } = lien.ouverte
    await avecActeur(acteur, (tx) => noterOuverture({ tx, acteur, maintenant }, nommee.numero))
  }
  return lien
}
