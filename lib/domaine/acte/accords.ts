import { parcourir } from '../texte/numerotation'
import type { Unite } from '../texte/unites'

/** Accord donné au nom d'une organisation, tel qu'il est gardé. `identite` vide : l'ensemble du texte. */
export type Accord = {
  organisationId: string
  identite: string
  /** Empreinte de l'unité (ou du texte entier) lue au moment de l'accord. */
  empreinte: string
  retire: boolean
}

/** Un accord vaut dans toute version où l'unité se lit mot pour mot comme il l'a lue. */
export type EtatAccord = 'accepte' | 'a-relire' | 'modifie'

/**
 * Organisations dont l'accord est attendu, et le gestionnaire dont l'accord vaut pour tous ses centres. `gestionnaireDe` :
 * celui de chaque centre, exigé dès qu'un acte en réunit plusieurs ; une commune n'accepte pas pour les centres d'une autre.
 */
export type Accordants = {
  centres: readonly string[]
  gestionnaires: readonly string[]
  gestionnaireDe?: Readonly<Record<string, string | null>>
}

/**
 * État d'une unité pour une organisation. `garants` : celles dont l'accord vaut pour elle (elle-même, son gestionnaire).
 * Un texte revenu à ce qui avait été accepté est de nouveau accepté.
 */
export function etatDeLUnite(
  accords: readonly Accord[],
  garants: readonly string[],
  identite: string,
  empreinte: string,
): EtatAccord {
  const siens = accords.filter(
    (a) => !a.retire && a.identite === identite && garants.includes(a.organisationId),
  )
  if (siens.some((a) => a.empreinte === empreinte)) return 'accepte'
  return siens.length ? 'modifie' : 'a-relire'
}

/** Organisations dont l'accord vaut pour celle-ci : elle-même, puis l'organisme qui gère ses centres. */
export const garantsDe = (organisationId: string, a: Accordants): string[] =>
  a.centres.includes(organisationId)
    ? [organisationId, ...gestionnairesDuCentre(organisationId, a)]
    : [organisationId]

const gestionnairesDuCentre = (centreId: string, a: Accordants): readonly string[] =>
  a.gestionnaires.length < 2
    ? a.gestionnaires
    : a.gestionnaires.filter((id) => id === a.gestionnaireDe?.[centreId])

/** Qui doit encore accepter l'ensemble de ce texte : chaque centre, ou le gestionnaire quand l'acte n'en nomme aucun. */
export function accordsAttendus(accords: readonly Accord[], a: Accordants, empreinte: string): string[] {
  const attendus = a.centres.length ? a.centres : a.gestionnaires
  return attendus.filter((id) => etatDeLUnite(accords, garantsDe(id, a), '', empreinte) !== 'accepte')
}

/** Ce qui s'accepte d'un geste : un article avec ses sous-articles, une annexe, ou les visas et le préambule ensemble. */
export type GroupeDAccord = {
  /** Identité de l'unité de tête ; pour le préambule, celle de la première unité qui précède les articles. */
  identite: string
  genre: 'preambule' | 'article' | 'annexe'
  membres: readonly string[]
}

/** Regroupe les unités retenues d'une version, dans l'ordre de lecture. */
export function groupesDAccord(
  unites: readonly Pick<Unite, 'identite' | 'parent' | 'rang' | 'genre'>[],
): GroupeDAccord[] {
  const groupes: (GroupeDAccord & { membres: string[] })[] = []
  const parUnite = new Map<string, GroupeDAccord & { membres: string[] }>()
  for (const u of parcourir(unites)) {
    const genre = u.genre === 'article' || u.genre === 'annexe' ? u.genre : 'preambule'
    const parent = u.parent === null ? undefined : parUnite.get(u.parent)
    const voisin = genre === 'preambule' ? groupes.find((g) => g.genre === 'preambule') : undefined
    const groupe = parent ?? voisin ?? { identite: u.identite, genre, membres: [] }
    if (!parent && !voisin) groupes.push(groupe)
    groupe.membres.push(u.identite)
    parUnite.set(u.identite, groupe)
  }
  return groupes
}
