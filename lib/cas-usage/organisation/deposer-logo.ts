import { z } from 'zod'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDeDepot, TAILLE_MAX_LOGO, typeDeDepot } from '../../domaine/fichier/depots'
import { sha256 } from '../../domaine/texte/empreinte'
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
  const id = nouvelId()
  const nom = nomDeDepot(fichier.name)
  const empreinte = sha256(contenu)
  await tx.fichier.create({
    data: {
      id,
      usage: 'logo',
      nom,
      type,
      taille: contenu.length,
      empreinte,
      contenu,
      creeLe: maintenant,
      creePar: acteur.utilisateurId,
    },
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
