import { stockage } from '../../bd/stockage'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDeDepot, TAILLE_MAX_DEPOT, typeDeDepot } from '../../domaine/fichier/depots'
import type { Contexte } from '../contexte'
import type { FichierDepose } from '../fichier/deposer-fichier'
import type { MesureEnMain } from './charger'

const USAGE = 'preuve-mesure'

/**
 * Garde la preuve d'une mesure octet pour octet, par la direction, un centre ou une mairie, visible de son seul déposant
 * jusqu'à ce que la mesure s'enregistre. Refuse un type non reconnu (PDF, JPEG, PNG, TIFF) et plus de 20 Mio.
 */
export async function deposerPreuve(
  { tx, acteur, maintenant }: Contexte,
  fichier: File,
): Promise<FichierDepose> {
  if (acteur.groupes.length === 0 && acteur.organisations.length === 0)
    throw new ErreurMetier('ROLE_INSUFFISANT')
  if (fichier.size > TAILLE_MAX_DEPOT) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '20 Mo' })
  const octets = new Uint8Array(await fichier.arrayBuffer())
  const type = typeDeDepot(octets)
  if (!type) throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PDF, JPEG, PNG ou TIFF' })
  const { id, nom, taille, empreinte } = await stockage(tx).garder({
    nom: nomDeDepot(fichier.name),
    type,
    octets,
    usage: USAGE,
    acteId: null,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  })
  return { id, nom, taille, empreinte }
}

/** Rattache une preuve neuve à l'acte de la mesure ; celle qu'elle porte déjà reste. INTROUVABLE pour tout autre fichier. */
export async function attacherPreuve(
  { tx, acteur }: Contexte,
  m: MesureEnMain,
  fichierId: string | null,
): Promise<void> {
  if (!fichierId || fichierId === m.ligne.preuveFichierId) return
  const fait = await stockage(tx).rattacher(fichierId, m.acteId, acteur.utilisateurId, USAGE, USAGE)
  if (!fait) throw new ErreurMetier('INTROUVABLE')
}
