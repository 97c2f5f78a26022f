import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { Acteur, NatureOrganisation } from '../../domaine/organisation/acteur'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { plier } from '../../domaine/texte/plier'

export type OrganisationHabilitable = {
  id: string
  nom: string
  sigle: string | null
  nature: NatureOrganisation
  parent: string | null
}

/** Organisations ouvertes où l'on peut habiliter quelqu'un, par nom. */
export async function listerOrganisations(acteur: Acteur): Promise<OrganisationHabilitable[]> {
  exigerAdministrateur(acteur)
  const lues = await avecActeur(acteur, (tx) =>
    tx.organisation.findMany({
      where: { successeurId: null, jusqua: null },
      select: { id: true, nom: true, sigle: true, nature: true, parent: { select: { nom: true } } },
    }),
  )
  return lues
    .map((o) => ({ ...o, parent: o.parent?.nom ?? null }))
    .sort((a, b) => (plier(a.nom) < plier(b.nom) ? -1 : 1))
}
