import type { Prisma } from '../../bd/genere/client'
import type { Contexte } from '../contexte'
import { journaliser, REGROUPEMENT_MS } from '../journal/journaliser'

type Evenement = 'demandes-inscrites' | 'demandes-completees' | 'demande-corrigee' | 'demande-retiree'

/**
 * Une ligne au journal du centre. Elle ne recopie rien de la demande, qui s'effacera : un nombre, ou les champs changés.
 * Les inscriptions d'une même personne, dans la demi-heure, font une seule ligne.
 */
export async function consigner(
  contexte: Contexte,
  centreId: string,
  evenement: Evenement,
  donnees: Prisma.InputJsonObject = {},
): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  const seule = evenement === 'demande-corrigee' || evenement === 'demande-retiree'
  const ouverte = seule
    ? null
    : await tx.journal.findFirst({
        where: {
          organisationId: centreId,
          auteurId: acteur.utilisateurId,
          evenement,
          le: { gt: new Date(maintenant.getTime() - REGROUPEMENT_MS) },
        },
        orderBy: { id: 'desc' },
      })
  if (!ouverte)
    return journaliser(contexte, {
      organisationId: centreId,
      evenement,
      donnees: seule ? donnees : { nombre: 1 },
    })
  const { nombre } = ouverte.donnees as { nombre?: number }
  await tx.journal.update({
    where: { id: ouverte.id },
    data: { finLe: maintenant, donnees: { nombre: (nombre ?? 0) + 1 } },
  })
}
