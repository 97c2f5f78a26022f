/** Ce qu'il faut d'une version publiée pour savoir laquelle regarde un groupe. */
export type VersionPubliee = {
  id: string
  modeleCode: string
  numero: number
  /** Groupe qui l'a publiée ; `null` : version du socle. */
  groupeId: string | null
  publieeLe: Date
  retireeLe: Date | null
}

const recentes = <V extends VersionPubliee>(versions: readonly V[]): V[] =>
  versions.filter((v) => v.retireeLe === null).sort((a, b) => b.numero - a.numero)

/**
 * Version d'après laquelle un groupe rédige : la sienne la plus récente, à défaut celle du socle. `null` : personne, donc
 * le socle. Une version retirée n'est plus proposée.
 */
export function versionRegardee<V extends VersionPubliee>(
  versions: readonly V[],
  groupeId: string | null,
): V | null {
  const vives = recentes(versions)
  const sienne = groupeId === null ? undefined : vives.find((v) => v.groupeId === groupeId)
  return sienne ?? vives.find((v) => v.groupeId === null) ?? null
}

/** Version du socle parue après celle du groupe : l'écran le dit, et propose de comparer. */
export function socleParuDepuis<V extends VersionPubliee>(
  versions: readonly V[],
  groupeId: string | null,
): V | null {
  const regardee = versionRegardee(versions, groupeId)
  const socle = versionRegardee(versions, null)
  if (!regardee || !socle || regardee.groupeId === null) return null
  return socle.publieeLe > regardee.publieeLe ? socle : null
}

/** Numéro de la prochaine version du groupe : au-delà de tout ce qu'il a déjà lu, le sien comme celui du socle. */
export const numeroSuivant = (versions: readonly VersionPubliee[], groupeId: string): number =>
  Math.max(
    0,
    ...versions.filter((v) => v.groupeId === null || v.groupeId === groupeId).map((v) => v.numero),
  ) + 1
