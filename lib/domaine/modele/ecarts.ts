import { z } from 'zod'
import { identiteDuModele } from '../acte/acte-groupe'
import { schemaValeur, type ValeurParametre } from '../texte/parametres'

/** Ce qu'un article d'une convention est par rapport au modèle dont elle est née. */
export const ETATS_ECART = [
  'conforme',
  'non-repris',
  'variante',
  'adapte',
  'supprime',
  'ajoute',
  'avenant',
] as const
export type EtatEcart = (typeof ETATS_ECART)[number]

/** États qui sont des écarts : un article conforme, ou facultatif et non repris, n'en est pas un. */
export const estEcart = (etat: EtatEcart): boolean => etat !== 'conforme' && etat !== 'non-repris'

export type UniteDEcart = {
  identite: string
  parent: string | null
  origine: string
  omise: boolean
  motif: string | null
}

/**
 * État de chaque unité d'une convention, par identité. L'avenant signé l'emporte : c'est le dernier mot. Une unité
 * contenue dans une unité supprimée l'est aussi ; une unité du modèle absente de l'acte n'en a pas.
 */
export function etatsDEcart(
  unites: readonly UniteDEcart[],
  facultatives: ReadonlySet<string>,
  avenants: ReadonlyMap<string, readonly number[]>,
): Map<string, EtatEcart> {
  const parIdentite = new Map(unites.map((u) => [u.identite, u]))
  const etats = new Map<string, EtatEcart>()
  for (const u of unites) {
    if (avenants.has(u.identite)) etats.set(u.identite, 'avenant')
    else etats.set(u.identite, etatPropre(u, parIdentite, facultatives))
  }
  // Un article que seul un avenant a inséré n'a pas d'unité dans l'acte initial.
  for (const identite of avenants.keys()) if (!etats.has(identite)) etats.set(identite, 'avenant')
  return etats
}

function etatPropre(
  u: UniteDEcart,
  parIdentite: ReadonlyMap<string, UniteDEcart>,
  facultatives: ReadonlySet<string>,
): EtatEcart {
  const omise = omiseQuiLaPorte(u, parIdentite)
  if (omise)
    return !omise.motif && facultatives.has(origineAuModele(omise.identite, facultatives))
      ? 'non-repris'
      : 'supprime'
  if (u.origine === 'variante') return 'variante'
  if (u.origine === 'adapte') return 'adapte'
  return u.origine === 'ajout' ? 'ajoute' : 'conforme'
}

function omiseQuiLaPorte(
  u: UniteDEcart,
  parIdentite: ReadonlyMap<string, UniteDEcart>,
): UniteDEcart | undefined {
  let lue: UniteDEcart | undefined = u
  for (let i = 0; lue && !lue.omise && i < 10; i++) lue = parIdentite.get(lue.parent ?? '')
  return lue?.omise ? lue : undefined
}

/**
 * Unité du modèle dont vient celle d'un acte : elle-même, ou celle qu'un acte groupé répète pour un autre gestionnaire
 * (« visa-deliberation-g2 » vient de « visa-deliberation »).
 */
export const origineAuModele = (
  identite: string,
  duModele: { has: (identite: string) => boolean },
): string => {
  const base = identiteDuModele(identite)
  return !duModele.has(identite) && duModele.has(base) ? base : identite
}

/** Du plus ordinaire au plus écarté : d'un article répété, on dit le plus écarté de ses exemplaires. */
const GRAVITE: readonly EtatEcart[] = [
  'conforme',
  'non-repris',
  'variante',
  'ajoute',
  'adapte',
  'supprime',
  'avenant',
]

/**
 * Une ligne par article du modèle : les exemplaires d'un acte groupé se rejoignent sous l'article qu'ils répètent, jamais
 * « ajoutés » ni « supprimés » parce que le modèle n'en écrit qu'un. Rend, par article, l'exemplaire qui s'écarte le plus.
 */
export function parArticleDuModele(
  etats: ReadonlyMap<string, EtatEcart>,
  duModele: { has: (identite: string) => boolean },
): Map<string, { exemplaire: string; etat: EtatEcart }> {
  const articles = new Map<string, { exemplaire: string; etat: EtatEcart }>()
  for (const [identite, etat] of etats) {
    const article = origineAuModele(identite, duModele)
    const deja = articles.get(article)
    if (!deja || GRAVITE.indexOf(etat) > GRAVITE.indexOf(deja.etat))
      articles.set(article, { exemplaire: identite, etat })
  }
  return articles
}

/** Motif d'une suppression : le sien, ou celui de l'article qui la contient. */
export const motifDeSuppression = (
  u: UniteDEcart | undefined,
  parIdentite: ReadonlyMap<string, UniteDEcart>,
): string | null => (u && omiseQuiLaPorte(u, parIdentite)?.motif) ?? null

/**
 * Unités que touchent les avenants signés d'une chaîne, avec leurs rangs. Les modifications sont lues telles que la version
 * les a figées, sans s'y fier : une forme inconnue est ignorée.
 */
export function unitesModifiees(
  avenants: readonly { rang: number; modifications: unknown }[],
): Map<string, number[]> {
  const touchees = new Map<string, number[]>()
  for (const { rang, modifications } of avenants) {
    if (!Array.isArray(modifications)) continue
    for (const m of modifications as unknown[]) {
      const identite = identiteVisee(m)
      if (identite === null) continue
      const rangs = touchees.get(identite) ?? []
      if (!rangs.includes(rang)) touchees.set(identite, [...rangs, rang])
    }
  }
  return touchees
}

const GENRES_SUR_UNITE = ['texte', 'insertion', 'suppression', 'retablissement']

function identiteVisee(m: unknown): string | null {
  if (typeof m !== 'object' || m === null || !('genre' in m) || !('identite' in m)) return null
  const { genre, identite } = m
  return typeof genre === 'string' && GENRES_SUR_UNITE.includes(genre) && typeof identite === 'string'
    ? identite
    : null
}

/** Valeur qu'un avenant change : les articles qui la citent se lisent autrement, sans qu'un mot en ait bougé. */
export type ValeurChangee = {
  rang: number
  cle: string
  depart: ValeurParametre | null
  voulu: ValeurParametre | null
}

/** Valeurs que changent des avenants signés, lues sans s'y fier : une forme inconnue est ignorée. */
export function valeursChangees(
  avenants: readonly { rang: number; modifications: unknown }[],
): ValeurChangee[] {
  return avenants.flatMap(({ rang, modifications }) =>
    (Array.isArray(modifications) ? (modifications as unknown[]) : []).flatMap((m): ValeurChangee[] => {
      if (typeof m !== 'object' || m === null || !('genre' in m) || m.genre !== 'valeur') return []
      const lue = schemaChangement.safeParse(m)
      return lue.success ? [{ rang, ...lue.data }] : []
    }),
  )
}

const schemaChangement = z.object({
  cle: z.string(),
  depart: schemaValeur.nullable(),
  voulu: schemaValeur.nullable(),
})
