/** Éléments rangés par clé, dans leur ordre d'arrivée (`Map.groupBy` manque à Node 20). */
export function grouper<T, C>(elements: readonly T[], cle: (e: T) => C): Map<C, T[]> {
  const groupes = new Map<C, T[]>()
  for (const e of elements) {
    const groupe = groupes.get(cle(e))
    if (groupe) groupe.push(e)
    else groupes.set(cle(e), [e])
  }
  return groupes
}
