import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { Acteur } from '../../domaine/organisation/acteur'

export type OptionsFiltres = {
  groupes: { code: string; nom: string; sigle: string | null }[]
  modeles: { code: string; intitule: string }[]
}

/** Groupes et modèles des conventions visibles : ce qu'il y a vraiment à filtrer. */
export function lireOptionsFiltres(acteur: Acteur): Promise<OptionsFiltres> {
  return avecActeur(acteur, async (tx) => {
    const groupes = await tx.organisation.findMany({
      where: { nature: 'GROUPE_HOSPITALIER', conventions: { some: {} } },
      select: { code: true, nom: true, sigle: true },
      orderBy: { nom: 'asc' },
    })
    const employes = await tx.convention.findMany({
      where: { modeleCode: { not: null } },
      distinct: ['modeleCode'],
      select: { modeleCode: true },
    })
    const modeles = await tx.modele.findMany({
      where: { code: { in: employes.flatMap((c) => c.modeleCode ?? []) } },
      orderBy: { rang: 'asc' },
      select: { code: true, intitule: true },
    })
    return { groupes, modeles }
  })
}
