import { stockage } from '../../bd/stockage'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDeDepot, TAILLE_MAX_DEPOT, typeDeDepot } from '../../domaine/fichier/depots'
import { aLeRole } from '../../domaine/organisation/acteur'
import type { Contexte } from '../contexte'
import type { FichierDepose } from './deposer-fichier'

/** Pièces qui accompagnent un acte : copie d'une délibération, d'un arrêté de délégation. */
export type UsagePiece = 'deliberation' | 'delegation'

/**
 * Garde une pièce octet pour octet, par la direction ou par la mairie, visible de son seul déposant jusqu'à son
 * rattachement. Refuse un type non reconnu (PDF, JPEG, PNG, TIFF) et plus de 20 Mio.
 */
export async function deposerPiece(
  { tx, acteur, maintenant }: Contexte,
  fichier: File,
): Promise<FichierDepose> {
  if (acteur.groupes.length === 0 && !aLeRole(acteur, 'MAIRIE')) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (fichier.size > TAILLE_MAX_DEPOT) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '20 Mo' })
  const contenu = new Uint8Array(await fichier.arrayBuffer())
  const type = typeDeDepot(contenu)
  if (!type) throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PDF, JPEG, PNG ou TIFF' })
  const { id, nom, taille, empreinte } = await stockage(tx).garder({
    nom: nomDeDepot(fichier.name),
    type,
    octets: contenu,
    usage: 'piece',
    acteId: null,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  })
  return { id, nom, taille, empreinte }
}

/** Rattache à l'acte une pièce que l'acteur a lui-même déposée et qui n'est encore à aucun ; `null` : aucune pièce. */
export async function rattacherPiece(
  { tx, acteur }: Contexte,
  fichierId: string | null,
  acteId: string,
  usage: UsagePiece,
): Promise<void> {
  if (!fichierId) return
  const fait = await stockage(tx).rattacher(fichierId, acteId, acteur.utilisateurId, usage, 'piece')
  if (!fait) throw new ErreurMetier('INTROUVABLE')
}
