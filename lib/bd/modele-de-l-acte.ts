import 'server-only'
import { identiteDuModele, repeterParGestionnaire, repeterUnites } from '../domaine/acte/acte-groupe'
import type { PartieSource } from '../domaine/texte/modele-source'
import type { DefinitionParametre } from '../domaine/texte/parametres'
import type { Tx } from './client'
import type { Prisma } from './genere/client'

type PartieNommee = { role: 'HOPITAL' | 'GESTIONNAIRE'; designation: unknown }

/** Noms des gestionnaires d'un acte, dans l'ordre de ses parties. */
export const nomsDesGestionnaires = (parties: readonly PartieNommee[]): string[] =>
  parties
    .filter((p) => p.role === 'GESTIONNAIRE')
    .map((p) => (p.designation as { nom?: string } | null)?.nom ?? '')

/** Parties et définitions d'un modèle telles qu'un acte de ces parties les lit. */
export const habitDuModele = (
  modele: { parties: unknown; parametres: unknown } | null,
  parties: readonly PartieNommee[],
): { parties: readonly PartieSource[]; definitions: readonly DefinitionParametre[] } =>
  repeterParGestionnaire(
    {
      parties: (modele?.parties ?? []) as PartieSource[],
      definitions: (modele?.parametres ?? []) as DefinitionParametre[],
    },
    nomsDesGestionnaires(parties),
  )

type ActeDeModele = { id: string; modeleVersionId: string | null }

const partiesDe = (tx: Tx, acteId: string) =>
  tx.partie.findMany({
    where: { acteId },
    orderBy: { rang: 'asc' },
    select: { role: true, designation: true },
  })

/** Définitions des paramètres d'un acte, d'après son modèle et ses parties ; aucune sans modèle. */
export async function definitionsDeLActe(
  tx: Tx,
  acte: ActeDeModele,
): Promise<readonly DefinitionParametre[]> {
  if (!acte.modeleVersionId) return []
  const modele = await tx.modeleVersion.findUnique({
    where: { id: acte.modeleVersionId },
    select: { parties: true, parametres: true },
  })
  return habitDuModele(modele, await partiesDe(tx, acte.id)).definitions
}

/** Unité du modèle d'où vient celle de l'acte, répétée pour son gestionnaire s'il le faut ; `null` si elle est ajoutée. */
export async function uniteDuModele(
  tx: Tx,
  acte: ActeDeModele,
  identite: string,
): Promise<Prisma.UniteModeleGetPayload<object> | null> {
  if (!acte.modeleVersionId) return null
  const lire = (cherchee: string) =>
    tx.uniteModele.findUnique({
      where: { versionId_identite: { versionId: acte.modeleVersionId ?? '', identite: cherchee } },
      include: { modeleVersion: { select: { parametres: true } } },
    })
  const ecrite = await lire(identite)
  if (ecrite) return ecrite
  const base = identiteDuModele(identite)
  const repetee = base === identite ? null : await lire(base)
  if (!repetee) return null
  const nombre = nomsDesGestionnaires(await partiesDe(tx, acte.id)).length
  const definitions = repetee.modeleVersion.parametres as unknown as DefinitionParametre[]
  return repeterUnites([repetee], definitions, nombre).find((u) => u.identite === identite) ?? null
}
