import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { Acteur } from '../../domaine/organisation/acteur'

export type ConventionAReprendre = {
  id: string
  reference: string
  titre: string
  commune: string | null
  groupeId: string
  centreIds: string[]
}

/** Conventions signées dont un avenant peut être repris, les plus récentes d'abord. */
export function lireConventionsAReprendre(acteur: Acteur): Promise<ConventionAReprendre[]> {
  if (acteur.groupes.length === 0) return Promise.resolve([])
  return avecActeur(acteur, async (tx) => {
    const actes = await tx.acte.findMany({
      where: { genre: 'CONVENTION', etape: 'SIGNEE', groupeId: { in: [...acteur.groupes] } },
      select: {
        titre: true,
        groupeId: true,
        convention: { select: { id: true, reference: true } },
        centres: { select: { organisationId: true } },
        parties: {
          where: { role: 'GESTIONNAIRE' },
          select: { organisation: { select: { nom: true, commune: { select: { nom: true } } } } },
          take: 1,
        },
      },
      orderBy: [{ modifieLe: 'desc' }, { id: 'desc' }],
      take: 1_000,
    })
    return actes.map((a) => ({
      id: a.convention.id,
      reference: a.convention.reference,
      titre: a.titre,
      commune: a.parties[0]?.organisation.commune?.nom ?? a.parties[0]?.organisation.nom ?? null,
      groupeId: a.groupeId,
      centreIds: a.centres.map((c) => c.organisationId),
    }))
  })
}
