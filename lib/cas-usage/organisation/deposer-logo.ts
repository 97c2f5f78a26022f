import { z } from 'zod'
import { stockage } from '../../bd/stockage'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDeDepot, TAILLE_MAX_LOGO, typeDeDepot } from '../../domaine/fichier/depots'
import type { Contexte } from '../contexte'
import { exigerFiche } from './acces-fiche'
import { journaliser } from './journaliser'

const champs = z.strictObject({
  organisationId: z.uuid({ message: 'identifiant' }),
  fichier: z.instanceof(File, { message: 'fichier' }),
})
export const schemaLogo = z
  .instanceof(FormData, { message: 'fichier' })
  .transform((f) => ({ organisationId: f.get('organisationId'), fichier: f.get('fichier') }))
  .pipe(champs)

/** Logo d'une organisation, imprimé en tête des documents où elle est partie. PNG ou JPEG, 500 Kio au plus. */
export async function deposerLogo(
  contexte: Contexte,
  { organisationId, fichier }: z.output<typeof schemaLogo>,
): Promise<{ fichierId: string }> {
  const { tx, acteur, maintenant } = contexte
  await exigerFiche(tx, acteur, organisationId)
  if (fichier.size > TAILLE_MAX_LOGO) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '500 Ko' })
  const contenu = new Uint8Array(await fichier.arrayBuffer())
  const type = typeDeDepot(contenu)
  if (type !== 'image/png' && type !== 'image/jpeg')
    throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PNG ou JPEG' })
  const { id, nom, empreinte } = await stockage(tx).garder({
    nom: nomDeDepot(fichier.name),
    type,
    octets: contenu,
    usage: 'logo',
    acteId: null,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  })
  await tx.organisation.update({ where: { id: organisationId }, data: { logoFichierId: id } })
  await journaliser(contexte, {
    evenement: 'logo-depose',
    organisationId,
    cible: organisationId,
    apres: { nom, empreinte },
  })
  return { fichierId: id }
}
