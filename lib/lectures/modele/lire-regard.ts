import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { groupeRegarde, groupesDeBibliotheque } from '../../domaine/modele/droits'
import type { Acteur } from '../../domaine/organisation/acteur'

/** Pour quel groupe la bibliothèque se lit. `code` et `groupes` ne disent rien quand il n'y a pas de choix. */
export type Regard = {
  groupeId: string | null
  code: string | null
  groupes: { code: string; nom: string }[]
}

/** Groupe que nomme l'adresse, parmi ceux de l'acteur ; le premier pour un code absent, inconnu ou d'un autre. */
export async function lireRegard(acteur: Acteur, code: unknown): Promise<Regard> {
  const ids = groupesDeBibliotheque(acteur)
  const [premier = null] = ids
  if (ids.length < 2) return { groupeId: premier, code: null, groupes: [] }
  const groupes = await avecActeur(acteur, (tx) =>
    tx.organisation.findMany({
      where: { id: { in: ids } },
      select: { id: true, code: true, nom: true },
      orderBy: { nom: 'asc' },
    }),
  )
  const voulu = groupes.find((g) => g.code === code)?.id ?? null
  const groupeId = groupeRegarde(acteur, voulu)
  return {
    groupeId,
    code: groupes.find((g) => g.id === groupeId)?.code ?? null,
    groupes: groupes.map((g) => ({ code: g.code, nom: g.nom })),
  }
}
