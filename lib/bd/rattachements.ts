import 'server-only'
import type { RattachementCentre } from '../domaine/organisation/droits'
import type { Tx } from './client'
import type { Prisma } from './genere/client'

const SELECTION = {
  id: true,
  parentId: true,
  partenariatsCentre: { select: { groupeId: true } },
} satisfies Prisma.OrganisationSelect

const versRattachement = (o: {
  id: string
  parentId: string | null
  partenariatsCentre: { groupeId: string }[]
}): RattachementCentre => ({
  centreId: o.id,
  gestionnaireId: o.parentId,
  groupes: o.partenariatsCentre.map((p) => p.groupeId),
})

/** Ce qui rattache un centre à ses partenaires, ou `null` si ce n'est pas un centre. */
export async function rattachementDuCentre(
  tx: Tx,
  cle: { id: string } | { code: string },
): Promise<RattachementCentre | null> {
  const centre = await tx.organisation.findFirst({ where: { ...cle, nature: 'CENTRE' }, select: SELECTION })
  return centre && versRattachement(centre)
}

export async function rattachementsDesCentres(
  tx: Tx,
  where: Prisma.OrganisationWhereInput,
): Promise<RattachementCentre[]> {
  const centres = await tx.organisation.findMany({ where: { ...where, nature: 'CENTRE' }, select: SELECTION })
  return centres.map(versRattachement)
}

/** Groupe hospitalier auquel une organisation de l'hôpital est rattachée (elle-même comprise), ou `null`. */
export async function groupeDe(tx: Tx, organisationId: string): Promise<string | null> {
  for (let id: string | null = organisationId, niveau = 0; id && niveau < 6; niveau++) {
    const lue: { nature: string; parentId: string | null } | null = await tx.organisation.findUnique({
      where: { id },
      select: { nature: true, parentId: true },
    })
    if (lue?.nature === 'GROUPE_HOSPITALIER') return id
    id = lue?.parentId ?? null
  }
  return null
}
