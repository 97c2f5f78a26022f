import { z } from 'zod'
import { stockage } from '../../bd/stockage'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDeDepot, TAILLE_MAX_DEPOT, typeDeDepot } from '../../domaine/fichier/depots'
import { exigerPassage } from '../acte/charger'
import type { Contexte } from '../contexte'
import { chargerEnvoi } from './envoi-ouvert'

export const schemaDeposerRetour = z
  .instanceof(FormData, { message: 'fichier' })
  .transform((f) => ({ envoiId: f.get('envoiId'), fichier: f.get('fichier') }))
  .pipe(
    z.object({
      envoiId: z.uuid({ message: 'identifiant' }),
      fichier: z.instanceof(File, { message: 'fichier' }),
    }),
  )

/**
 * Garde octet pour octet un fichier revenu signé, visible de son seul déposant jusqu'à son enregistrement. Refuse qui ne
 * peut enregistrer de signature sur cet acte, un type inconnu et plus de 20 Mio.
 */
export async function deposerRetour(
  contexte: Contexte,
  { envoiId, fichier }: z.output<typeof schemaDeposerRetour>,
): Promise<{ id: string; nom: string; taille: number; empreinte: string }> {
  const { tx, acteur, maintenant } = contexte
  const { acte, envoi } = await chargerEnvoi(contexte, envoiId)
  exigerPassage(acteur, acte, 'signer')
  if (envoi.etat !== 'PRET') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (fichier.size > TAILLE_MAX_DEPOT) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '20 Mo' })
  const octets = new Uint8Array(await fichier.arrayBuffer())
  const type = typeDeDepot(octets)
  if (!type) throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PDF, JPEG, PNG ou TIFF' })
  const { type: _, ...depose } = await stockage(tx).garder({
    nom: nomDeDepot(fichier.name),
    type,
    octets,
    usage: 'retour',
    acteId: null,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  })
  return depose
}
