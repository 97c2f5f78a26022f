import { type AvenantSigne, consolider, joursDeChangement } from '../avenant/consolider'
import type { EtatDeLaChaine } from '../avenant/etat'
import { ajouterJours, type DateIso } from '../calendrier/dates'
import { noeudsEnLigne } from '../texte/contenu'
import { estRetenue } from '../texte/numerotation'
import { type Cible, cibleDe, memeCible } from './cible'
import { type Declaration, REDACTION_DU_MODELE } from './declaration'

/** Cible en vigueur entre deux jours inclus ; `jusqua` vide : toujours en vigueur. `rang` : l'acte qui l'a écrite. */
export type CibleDatee = { depuis: DateIso; jusqua: DateIso | null; cible: Cible | null; rang: number }

/** Engagement né du texte, avec toutes les cibles qu'il a eues. */
export type EngagementDeduit = {
  declaration: Declaration
  cibles: readonly CibleDatee[]
  /** Dernier jour, inclus, quand il n'oblige plus : article supprimé, ou fin de la chaîne. */
  fermeLe: DateIso | null
  /** Le texte n'écrit plus la valeur visée : une personne doit vérifier que la promesse tient encore. */
  valeurAbsente: boolean
}

export type ChaineSignee = {
  etat: EtatDeLaChaine
  effetLe: DateIso
  resilieeLe: DateIso | null
  avenants: readonly AvenantSigne[]
  /** Rédaction retenue de chaque article à la signature : { identité: code de variante }. */
  variantes: Readonly<Record<string, string | null>>
}

/**
 * Engagements d'une chaîne signée, depuis sa prise d'effet : le texte en vigueur se relit à chaque jour où il change, et
 * chaque cible vaut du jour où elle est écrite à la veille du changement suivant. Pure et totale : rejouée, elle rend le
 * même résultat, et l'ordre de lecture des avenants n'y change rien.
 */
export function histoireDesEngagements(
  chaine: ChaineSignee,
  declarations: readonly Declaration[],
): EngagementDeduit[] {
  const jours = joursDeChangement(chaine.effetLe, chaine.avenants).filter((j) => j >= chaine.effetLe)
  const etapes = jours.map((jour) => ({ jour, ...consolider(chaine.etat, chaine.avenants, jour) }))
  const fin = dernierJourDeLaChaine(chaine)
  return declarations.flatMap((declaration) => {
    const segments: CibleDatee[] = []
    for (const { jour, etat, appliques } of etapes) {
      if (fin !== null && jour > fin) break
      const cible = cibleDans(etat, declaration, chaine)
      const dernier = segments.at(-1)
      if (cible === undefined) {
        if (dernier && dernier.jusqua === null) dernier.jusqua = ajouterJours(jour, -1)
        continue
      }
      if (dernier && dernier.jusqua === null) {
        if (memeCible(dernier.cible, cible)) continue
        dernier.jusqua = ajouterJours(jour, -1)
      }
      segments.push({ depuis: jour, jusqua: null, cible, rang: appliques.at(-1)?.rang ?? 0 })
    }
    const dernier = segments.at(-1)
    if (!dernier) return []
    if (dernier.jusqua === null) dernier.jusqua = fin
    const vivant = etapes.at(-1)?.etat
    return [
      {
        declaration,
        cibles: segments,
        fermeLe: dernier.jusqua,
        valeurAbsente: vivant ? !valeurCitee(vivant, declaration) : false,
      },
    ]
  })
}

/**
 * Dernier jour d'une chaîne, avenants signés compris : le plus tôt du terme et de la résiliation ; `null` quand elle n'en a
 * pas de connu.
 */
export function dernierJourDeLaChaine(chaine: Omit<ChaineSignee, 'variantes'>): DateIso | null {
  const dernier = joursDeChangement(chaine.effetLe, chaine.avenants).at(-1) ?? chaine.effetLe
  const { fin } = consolider(chaine.etat, chaine.avenants, dernier).etat
  return [fin, chaine.resilieeLe].filter((d) => d !== null).sort()[0] ?? null
}

/** Cible à cet état, `undefined` si l'article qui porte l'engagement n'y est pas (ou suit une autre rédaction). */
function cibleDans(etat: EtatDeLaChaine, d: Declaration, chaine: ChaineSignee): Cible | null | undefined {
  const unites = etat.unites.map((u) => ({ ...u, omise: u.omise || u.supprimee }))
  if (!unites.some((u) => u.identite === d.unite) || !estRetenue(unites, d.unite)) return undefined
  const redaction = chaine.variantes[d.unite] ?? REDACTION_DU_MODELE
  if (d.variante !== null && redaction !== d.variante) return undefined
  return cibleDe(d.promesse, etat.valeurs, chaine.effetLe)
}

/** Vrai si un article en vigueur écrit encore le paramètre visé, ou si la promesse n'en vise aucun. */
function valeurCitee(etat: EtatDeLaChaine, d: Declaration): boolean {
  const cle = 'parametre' in d.promesse ? d.promesse.parametre : null
  if (cle === null) return true
  return etat.unites.some(
    (u) =>
      !u.omise &&
      !u.supprimee &&
      [...noeudsEnLigne(u.contenu.content)].some((n) => n.type === 'parametre' && n.attrs.cle === cle),
  )
}

/** Cible en vigueur ce jour-là ; `null` si aucune n'oblige alors, ou si elle reste à dire. */
export const cibleAu = (cibles: readonly CibleDatee[], date: DateIso): Cible | null =>
  cibles.find((c) => c.depuis <= date && (c.jusqua === null || date <= c.jusqua))?.cible ?? null
