import 'server-only'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { nomProvisoire } from '../../domaine/organisation/fiche'

export type FonctionLue = {
  id: string
  version: number
  organisationId: string
  organisation: string
  code: string
  masculin: string
  feminin: string
  signataire: boolean
  titulaire: { civilite: 'M' | 'MME' | null; prenom: string; nom: string } | null
  depuis: string | null
  jusqua: string | null
  source: string | null
}

/** Postes de ces organisations, en cours d'abord, puis les titulaires passés du plus récent au plus ancien. */
export async function lireFonctions(tx: Tx, organisationIds: string[]): Promise<FonctionLue[]> {
  const lues = await tx.fonction.findMany({
    where: { organisationId: { in: organisationIds } },
    include: { personne: true, organisation: { select: { nom: true } } },
  })
  return lues
    .map((f) => ({
      id: f.id,
      version: f.version,
      organisationId: f.organisationId,
      organisation: nomProvisoire(f.organisation.nom),
      code: f.code,
      masculin: f.masculin,
      feminin: f.feminin,
      signataire: f.signataire,
      titulaire: f.personne && {
        civilite: f.personne.civilite,
        prenom: f.personne.prenom,
        nom: f.personne.nom,
      },
      depuis: versIsoOuNul(f.depuis),
      jusqua: versIsoOuNul(f.jusqua),
      source: f.source,
    }))
    .sort(
      (a, b) =>
        Number(a.jusqua !== null) - Number(b.jusqua !== null) ||
        Number(b.signataire) - Number(a.signataire) ||
        (b.jusqua ?? '').localeCompare(a.jusqua ?? '') ||
        a.masculin.localeCompare(b.masculin, 'fr'),
    )
}
