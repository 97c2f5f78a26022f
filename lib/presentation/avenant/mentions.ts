import type { EtatDeLaChaine, Source, Trace, UniteEnVigueur } from '../../domaine/avenant/etat'
import type { GenreUnite } from '../../domaine/texte/unites'
import { dateEnLettres } from '../typographie'

/** « l’avenant n° 2 du 3 mars 2027 ». */
export const nomDeLAvenant = (s: Pick<Source, 'rang' | 'signeLe'>): string =>
  `l’avenant n°\u00a0${String(s.rang)} du ${dateEnLettres(s.signeLe)}`

const EFFETS: Record<Trace['effet'], string> = {
  modifie: 'modifié',
  insere: 'inséré',
  supprime: 'supprimé',
  retabli: 'rétabli',
  valeur: 'modifié',
  partie: 'modifié',
  terme: 'modifié',
}
const FEMININS: readonly GenreUnite[] = ['annexe']

/**
 * Ce que chaque avenant a fait d'une unité, du plus ancien au plus récent : « Modifié par l’avenant n° 1 du …, en vigueur
 * le … ». Une valeur changée par avenant compte pour chaque unité qui la cite.
 */
export function mentionDeLUnite(u: UniteEnVigueur, traces: readonly Trace[]): string | null {
  const suites = regrouper(traces)
  if (suites.length === 0) return null
  const e = FEMININS.includes(u.genre) ? 'e' : ''
  const phrase = suites
    .map(
      ({ effet, source }) =>
        `${EFFETS[effet]}${e} par ${nomDeLAvenant(source)}, en vigueur le ${dateEnLettres(source.effetLe)}`,
    )
    .join('\u202f; ')
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`
}

/** Une ligne par avenant : s'il a changé le texte et une valeur de la même unité, il ne se dit qu'une fois. */
function regrouper(traces: readonly Trace[]): { effet: Trace['effet']; source: Source }[] {
  const sortie: { effet: Trace['effet']; source: Source }[] = []
  for (const t of traces) {
    const deja = sortie.find((s) => s.source.acteId === t.acteId)
    if (!deja) sortie.push({ effet: t.effet, source: t })
    else if (t.effet === 'supprime') deja.effet = 'supprime'
  }
  return sortie.sort(
    (a, b) => a.source.effetLe.localeCompare(b.source.effetLe) || a.source.rang - b.source.rang,
  )
}

/** Traces d'une unité, celles des valeurs qu'elle cite comprises. */
export function tracesDeLUnite(
  etat: EtatDeLaChaine,
  u: UniteEnVigueur,
  cles: ReadonlySet<string>,
): readonly Trace[] {
  const desValeurs = [...cles].flatMap((cle) => etat.tracesValeurs[cle] ?? [])
  // Une valeur changée avant que l'unité n'existe n'en a rien changé.
  const naissance = u.traces.find((t) => t.effet === 'insere')?.effetLe ?? ''
  return [...u.traces, ...(u.supprimee ? [] : desValeurs.filter((t) => t.effetLe > naissance))]
}
