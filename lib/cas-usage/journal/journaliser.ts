import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import type { Contexte } from '../contexte'

/** Une même personne, une même unité : ses saisies d'une demi-heure font une seule ligne du journal. */
export const REGROUPEMENT_MS = 30 * 60 * 1000

type Fait = {
  acteId?: string
  organisationId?: string
  evenement: string
  cible?: string
  donnees?: Prisma.InputJsonObject
  /** Vrai pour un fait que l'autre côté peut lire ; le travail de rédaction et les remarques internes ne le sont pas. */
  partage?: boolean
}

/** Écrit une ligne au journal, dans la transaction du fait qu'elle raconte. */
export async function journaliser({ tx, acteur, maintenant }: Contexte, fait: Fait): Promise<void> {
  await tx.journal.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      acteId: fait.acteId ?? null,
      organisationId: fait.organisationId ?? null,
      auteurId: acteur.utilisateurId || null,
      auteurNom: acteur.nom,
      le: maintenant,
      finLe: maintenant,
      evenement: fait.evenement,
      cible: fait.cible ?? null,
      partage: fait.partage ?? false,
      donnees: fait.donnees ?? {},
    },
  })
}

/**
 * Saisie regroupée : prolonge la ligne ouverte depuis moins de 30 minutes par la même personne sur la même cible,
 * en gardant l'« avant » du début et l'« après » le plus récent.
 */
export async function journaliserSaisie(
  contexte: Contexte,
  fait: Fait & { acteId: string; cible: string; avant: Prisma.InputJsonValue; apres: Prisma.InputJsonValue },
): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  const ouverte = await tx.journal.findFirst({
    where: {
      acteId: fait.acteId,
      auteurId: acteur.utilisateurId,
      evenement: fait.evenement,
      cible: fait.cible,
      le: { gt: new Date(maintenant.getTime() - REGROUPEMENT_MS) },
    },
    orderBy: { id: 'desc' },
  })
  if (!ouverte) {
    await journaliser(contexte, {
      ...fait,
      donnees: { ...fait.donnees, avant: fait.avant, apres: fait.apres },
    })
    return
  }
  const avant = (ouverte.donnees as Prisma.JsonObject).avant ?? null
  await tx.journal.update({
    where: { id: ouverte.id },
    data: { finLe: maintenant, donnees: { ...fait.donnees, avant, apres: fait.apres } },
  })
}
