const NAVIGATEURS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMES: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

const trouver = (liste: typeof NAVIGATEURS, agent: string) => liste.find(([motif]) => motif.test(agent))?.[1]

/** « Firefox sur Windows », à partir de ce que le navigateur dit de lui ; jamais la chaîne brute. */
export function nomAppareil(agent: string | null): string {
  const [navigateur, systeme] = [trouver(NAVIGATEURS, agent ?? ''), trouver(SYSTEMES, agent ?? '')]
  if (!navigateur && !systeme) return 'Appareil non reconnu'
  return [navigateur ?? 'Navigateur', systeme].filter(Boolean).join(' sur ')
}
