import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import type { GenreTache } from '../../domaine/tache/genres'
import type { Contexte } from '../contexte'
import { demanderTache } from '../tache/demander-tache'
import { chargerCampagne } from './charger'
import type { schemaArchiveCampagne, schemaCampagne, schemaPartagerCampagne } from './saisies'

type Demandee = { tacheId: string }

/** Reprend la préparation des centres qui attendent ou ont échoué. Les autres ne sont pas touchés. */
export const reprendreCampagne = (
  contexte: Contexte,
  { campagneId }: z.output<typeof schemaCampagne>,
): Promise<Demandee> => demander(contexte, campagneId, 'campagne', { geste: 'preparer' })

/** Partage en tâche de fond tous les avenants préparés et pas encore partis. */
export const partagerCampagne = (
  contexte: Contexte,
  { campagneId, message }: z.output<typeof schemaPartagerCampagne>,
): Promise<Demandee> => demander(contexte, campagneId, 'campagne', { geste: 'partager', message })

/** Demande l'archive des avenants de la campagne, en PDF ou en Word. */
export const demanderArchive = (
  contexte: Contexte,
  { campagneId, format }: z.output<typeof schemaArchiveCampagne>,
): Promise<Demandee> => demander(contexte, campagneId, 'archive-campagne', { format })

/** La même demande, encore en attente, est rendue telle quelle. */
async function demander(
  contexte: Contexte,
  campagneId: string,
  genre: GenreTache,
  plus: Prisma.InputJsonObject,
): Promise<Demandee> {
  const { tx, acteur } = contexte
  const { acteId } = await chargerCampagne(tx, acteur, campagneId)
  const saisie = { campagneId, ...plus }
  const attend = await tx.tache.findFirst({
    where: {
      genre,
      acteId,
      demandeurId: acteur.utilisateurId || null,
      etat: 'EN_ATTENTE',
      saisie: { equals: saisie },
    },
    select: { id: true },
  })
  if (attend) return { tacheId: attend.id }
  return demanderTache(contexte, { genre, acteId, saisie })
}
