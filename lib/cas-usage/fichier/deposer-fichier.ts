import { z } from 'zod'
import { stockage } from '../../bd/stockage'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDeDepot, TAILLE_MAX_DEPOT, typeDeDepot } from '../../domaine/fichier/depots'
import type { Contexte } from '../contexte'

export const schemaDepot = z
  .instanceof(FormData, { message: 'fichier' })
  .transform((formulaire) => formulaire.get('fichier'))
  .pipe(z.instanceof(File, { message: 'fichier' }))

export type FichierDepose = { id: string; nom: string; taille: number; empreinte: string }

/**
 * Garde un fichier octet pour octet avec son SHA-256, visible de son seul déposant jusqu'à son rattachement.
 * Refuse un type non reconnu (PDF, JPEG, PNG, TIFF) et plus de 20 Mio.
 */
export async function deposerScan(
  { tx, acteur, maintenant }: Contexte,
  fichier: File,
): Promise<FichierDepose> {
  if (acteur.groupes.length === 0) throw new ErreurMetier('ROLE_INSUFFISANT')
  if (fichier.size > TAILLE_MAX_DEPOT) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '20 Mo' })
  const contenu = new Uint8Array(await fichier.arrayBuffer())
  const type = typeDeDepot(contenu)
  if (!type) throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PDF, JPEG, PNG ou TIFF' })
  const { id, nom, taille, empreinte } = await stockage(tx).garder({
    nom: nomDeDepot(fichier.name),
    type,
    octets: contenu,
    usage: 'scan',
    acteId: null,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  })
  return { id, nom, taille, empreinte }
}
