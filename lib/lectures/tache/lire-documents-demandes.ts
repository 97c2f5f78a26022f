import 'server-only'
import { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'

export type DocumentsDemandes = Partial<Record<'pdf' | 'docx', string>>

const saisie = z.object({ format: z.enum(['pdf', 'docx']) })

/**
 * Par format, la dernière demande de l'acteur qui vaut encore : faite aujourd'hui (un acte signé dit sa situation du
 * jour) et après la dernière modification du texte qu'il lit. On la retrouve en revenant sur la page.
 */
export async function lireDocumentsDemandes(
  acteur: Acteur,
  acte: { acteId: string; modifieLe: Date },
  maintenant: Date,
): Promise<DocumentsDemandes> {
  if (!acteur.utilisateurId) return {}
  const taches = await avecActeur(acteur, (tx) =>
    tx.tache.findMany({
      where: {
        genre: 'document',
        acteId: acte.acteId,
        demandeurId: acteur.utilisateurId,
        etat: { not: 'ECHOUEE' },
        creeLe: { gte: acte.modifieLe },
      },
      select: { id: true, saisie: true, creeLe: true },
      orderBy: { creeLe: 'asc' },
    }),
  )
  const demandes: DocumentsDemandes = {}
  for (const t of taches) {
    const lue = saisie.safeParse(t.saisie)
    if (lue.success && aujourdHuiAParis(t.creeLe) === aujourdHuiAParis(maintenant))
      demandes[lue.data.format] = t.id
  }
  return demandes
}
