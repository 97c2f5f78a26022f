import type { Tx } from '../../bd/client'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import type { NatureOrganisation } from '../../domaine/organisation/acteur'
import type { NatureGestionnaire } from '../../domaine/organisation/designations'
import { postesDe } from '../../domaine/organisation/postes'
import { rattachementPermis } from '../../domaine/organisation/rattachements'

/** Le parent demandé, ouvert et d'une nature admise ; `null` pour une organisation de sommet. */
export async function exigerParent(tx: Tx, nature: NatureOrganisation, parentId: string | null) {
  const parent = parentId
    ? await tx.organisation.findUnique({
        where: { id: parentId },
        select: { nature: true, jusqua: true, codeInsee: true },
      })
    : null
  if (parentId && !parent) throw new ErreurMetier('INTROUVABLE')
  if (!rattachementPermis(nature, parent?.nature ?? null) || parent?.jusqua)
    throw new ErreurMetier('RATTACHEMENT_INTERDIT')
  return parent
}

type Organisation = {
  id: string
  nature: NatureOrganisation
  natureGestionnaire: NatureGestionnaire | null
}

/** Ouvre, sans titulaire, les postes de cette nature que l'organisation n'a pas encore. */
export async function ouvrirPostes(tx: Tx, o: Organisation): Promise<void> {
  const connus = await tx.fonction.findMany({ where: { organisationId: o.id }, select: { code: true } })
  const manquants = postesDe(o.nature, o.natureGestionnaire).filter(
    (p) => !connus.some((c) => c.code === p.code),
  )
  if (manquants.length === 0) return
  await tx.fonction.createMany({
    data: manquants.map((p) => ({ ...p, id: nouvelId(), organisationId: o.id })),
  })
}
