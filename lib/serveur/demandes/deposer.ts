import 'server-only'
import type { z } from 'zod'
import type { Contexte } from '../../cas-usage/contexte'
import { deposerLot, type schemaDeposerLot } from '../../cas-usage/demande/lots'
import { ErreurMetier } from '../../domaine/erreurs'
import { lireTableur, TAILLE_MAX_TABLEUR } from './tableur'

/** Lit le tableur déposé, refuse ce qui nomme un patient, et ne garde que le reste. */
export async function deposerTableur(
  contexte: Contexte,
  { fichier, siteId, centreId }: z.output<typeof schemaDeposerLot>,
): Promise<{ lotId: string }> {
  if (fichier.size > TAILLE_MAX_TABLEUR) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '20 Mo' })
  const tableur = await lireTableur(new Uint8Array(await fichier.arrayBuffer()))
  return deposerLot(contexte, { siteId, centreId, nom: fichier.name, tableur })
}
