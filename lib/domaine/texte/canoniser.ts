/** JSON canonique : clés triées, valeurs indéfinies omises. Deux objets égaux donnent les mêmes octets. */
export function canoniser(valeur: unknown): string {
  if (valeur === null || typeof valeur !== 'object') return JSON.stringify(valeur ?? null)
  if (Array.isArray(valeur)) return `[${valeur.map(canoniser).join(',')}]`
  const paires = Object.entries(valeur as Record<string, unknown>)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${paires.map(([k, v]) => `${JSON.stringify(k)}:${canoniser(v)}`).join(',')}}`
}
