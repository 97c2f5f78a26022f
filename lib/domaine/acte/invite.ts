import type { Acteur } from '../organisation/acteur'
import { type ActePourDroits, coteDe, peutLire, qualitesSur } from './droits'
import type { Etape } from './etapes'

export type Cote = 'HOPITAL' | 'GESTIONNAIRE'

/** Un lien vaut trente jours, puis autant à chaque prolongation. */
export const DUREE_INVITATION = 30 * 86_400_000
/** Liens ouverts à la fois par un côté : au-delà, ce n'est plus une relecture. */
export const INVITATIONS_OUVERTES = 30

/** Étapes où l'on invite à lire : il y a une version, et l'acte n'est pas fini. */
const ETAPES_OUVERTES: readonly Etape[] = [
  'EN_RELECTURE',
  'A_REPRENDRE',
  'TEXTE_ACCEPTE',
  'EN_DELIBERATION',
  'A_SIGNER',
]

/** Acteur d'une personne sans compte : son acte, son côté, aucune habilitation. */
export const acteurInvite = (i: { id: string; acteId: string; cote: Cote; nom: string }): Acteur => ({
  utilisateurId: '',
  nom: i.nom,
  habilitations: [],
  groupes: [],
  organisations: [],
  sieges: [],
  invitation: { invitationId: i.id, acteId: i.acteId, cote: i.cote },
})

/** Côté pour lequel l'acteur invite et tient ses invitations : la direction, un centre ou la mairie ; `null` sinon. */
export function coteQuiInvite(acteur: Acteur, acte: ActePourDroits): Cote | null {
  if (!peutLire(acteur, acte) || !acte.partage) return null
  const titre = qualitesSur(acteur, acte).some((q) => q === 'redacteur' || q === 'centre' || q === 'mairie')
  return titre ? coteDe(acteur, acte) : null
}

/** Inviter quelqu'un à lire et commenter : un texte partagé, avant la signature. */
export const peutInviter = (acteur: Acteur, acte: ActePourDroits): boolean =>
  coteQuiInvite(acteur, acte) !== null && ETAPES_OUVERTES.includes(acte.etape)

/** Pourquoi un lien ne s'ouvre pas. Révoqué et inconnu ne se distinguent pas. */
export type LienFerme = 'inconnu' | 'expire' | 'abandonne'

/** État d'un lien présenté, ou `null` s'il ouvre. */
export function lienFerme(
  i: { expireLe: Date; revoqueeLe: Date | null; etape: Etape } | null,
  maintenant: Date,
): LienFerme | null {
  if (!i || i.revoqueeLe) return 'inconnu'
  if (i.etape === 'ABANDONNEE') return 'abandonne'
  return i.expireLe <= maintenant ? 'expire' : null
}
