import 'server-only'
import { estIdentifiant } from '../../bd/identifiants'
import { avecActeur } from '../../bd/transaction'
import { estRedacteur, peutLire } from '../../domaine/acte/droits'
import type { Acteur } from '../../domaine/organisation/acteur'

export type LigneJournal = {
  id: string
  le: Date
  finLe: Date
  auteur: string
  evenement: string
  cible: string | null
  donnees: Record<string, unknown>
}

export const TAILLE_JOURNAL = 100

/** Journal d'un acte visible, du plus récent au plus ancien ; `avant` reprend la page suivante, illisible il est ignoré. */
export function lireJournal(
  acteur: Acteur,
  acteId: string,
  avant: string | null,
): Promise<LigneJournal[] | null> {
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: acteId } })
    if (!acte || !peutLire(acteur, acte)) return null
    const lignes = await tx.journal.findMany({
      where: {
        acteId,
        ...(avant && estIdentifiant(avant) ? { id: { lt: avant } } : {}),
        ...(estRedacteur(acteur, acte) ? {} : { OR: visibles(acteur) }),
      },
      orderBy: { id: 'desc' },
      take: TAILLE_JOURNAL,
    })
    return lignes.map((l) => ({
      id: l.id,
      le: l.le,
      finLe: l.finLe,
      auteur: l.auteurNom,
      evenement: l.evenement,
      cible: l.cible,
      donnees: l.donnees as Record<string, unknown>,
    }))
  })
}

/** Hors du groupe : ce qui est partagé, et ses propres faits. La base refuse le reste aussi. */
const visibles = (acteur: Acteur) => [
  { partage: true },
  ...(acteur.utilisateurId ? [{ auteurId: acteur.utilisateurId }] : []),
]
