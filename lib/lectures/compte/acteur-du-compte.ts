import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { construireActeur } from '../../domaine/organisation/perimetre'

/** Habilitations en cours au jour de Paris, avec ce qu'il faut pour en tirer un acteur. */
export function habilitationsEnCours(maintenant: Date) {
  const jour = versDate(aujourdHuiAParis(maintenant))
  const enCours = { depuis: { lte: jour }, OR: [{ jusqua: null }, { jusqua: { gte: jour } }] }
  const enfants = { select: { id: true, nature: true } }
  // Un service pend à un pôle ou à un site, eux-mêmes à un groupe : trois degrés suffisent.
  const degre = { id: true, nature: true }
  const parent = {
    select: {
      ...degre,
      parent: { select: { ...degre, parent: { select: { ...degre, parent: { select: degre } } } } },
    },
  }
  const organisation = { select: { id: true, nature: true, enfants, parent } }
  return { where: enCours, orderBy: { id: 'asc' as const }, include: { organisation } }
}

/**
 * L'acteur d'un compte tel que ses habilitations le font aujourd'hui, pour ce qui se fait en son nom hors de sa session.
 * `null` : compte inconnu ou fermé, ou compte de démonstration hors d'une démonstration.
 */
export async function acteurDuCompte(
  tx: Tx,
  utilisateurId: string,
  { maintenant, demonstration }: { maintenant: Date; demonstration: boolean },
): Promise<Acteur | null> {
  const u = await tx.utilisateur.findUnique({
    where: { id: utilisateurId },
    include: { habilitations: habilitationsEnCours(maintenant) },
  })
  if (!u?.actif || (u.demonstration && !demonstration)) return null
  return construireActeur({ id: u.id, nom: u.nom }, u.habilitations)
}
