import type { AccordsLus } from '../../lectures/acceptation/lire-accords'
import { compter, typographier } from '../typographie'
import { majuscule } from './liste'

export type AccordEnsemble = {
  versionId: string
  titre: string
  consequence: readonly string[]
  /** Ce qui empêche d'accepter ; vide : le geste est proposé. */
  obstacles: readonly string[]
}

const et = (noms: readonly string[]): string =>
  noms.length < 2 ? (noms[0] ?? '') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`

/** Ce que l'acteur accepterait d'un geste, et ce qui l'en empêche ; `null` s'il n'a rien à accepter, ou l'a déjà fait. */
export function accordEnsemble(a: AccordsLus | null): AccordEnsemble | null {
  if (!a?.peutAccepter) return null
  const miennes = a.organisations.filter((o) => o.mienne)
  if (!miennes.length || miennes.every((o) => o.ensemble)) return null
  // L'accord du gestionnaire vaut pour chacun de ses centres.
  const pourTous = miennes.some((o) => o.role === 'GESTIONNAIRE')
  const autres = pourTous
    ? []
    : a.organisations.filter((o) => o.role === 'CENTRE' && !o.mienne && !o.ensemble)
  return {
    versionId: a.version.id,
    titre: `Accepter la version ${a.version.numero} du texte`,
    consequence: [
      `Vous acceptez l’ensemble du texte, au nom de : ${et(miennes.map((o) => o.nom))}${pourTous && a.organisations.length > miennes.length ? ', et pour ses centres' : ''}.`,
      autres.length
        ? `Le texte sera accepté quand ${et(autres.map((o) => o.nom))} l’aura fait aussi.`
        : 'Le texte ne changera plus sans être rouvert, avec un motif. Les avis et le vote peuvent alors commencer.',
      'Votre nom, l’heure et l’empreinte exacte de ce texte sont gardés. Ce n’est pas encore la signature.',
    ],
    obstacles: [
      ...a.manques.map((m) => typographier(majuscule(m))),
      ...(a.contrePropositions
        ? [
            `${majuscule(compter(a.contrePropositions, 'contre-proposition', 'contre-propositions'))} sans réponse`,
          ]
        : []),
    ],
  }
}
