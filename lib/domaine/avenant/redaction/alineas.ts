import { alineas, de, le, type Nom, nAlineas, ordinal } from './nommer'
import type { Phrase } from './phrases'
import { type Passe, type Piece, reunir } from './pieces'

const somme = (pieces: readonly Piece[]): number => pieces.reduce((n, p) => n + p.alineas, 0)

/**
 * Phrase d'un passage changé, en alinéas comptés dans le texte d'avant ; `null` quand un tableau et des alinéas changent
 * ensemble, ce qu'aucune phrase ne désigne sans équivoque.
 */
export function phraseAlinea(
  nom: Nom,
  avant: readonly Piece[],
  p: Passe,
  aDesEnfants: boolean,
): Phrase | null {
  const tous = [...p.retirees, ...p.ajoutees]
  if (tous.some((x) => x.tableau))
    return tous.every((x) => x.tableau) ? phraseTableau(nom, avant, p, aDesEnfants) : null
  const citation = reunir(p.ajoutees)
  if (p.retirees.length === 0)
    return inserer(nom, avant, p, nAlineas(somme(p.ajoutees)), somme(p.ajoutees) > 1, aDesEnfants)
  const premier = somme(avant.slice(0, p.debut)) + 1
  const dernier = premier + somme(p.retirees) - 1
  const { mot, pluriel } = alineas(premier, dernier)
  const sujet = `${pluriel ? 'les' : 'le'} ${mot}`
  const dire = (suite: string, avecTexte = true): Phrase => ({
    seule: `${sujet} ${de(nom)} ${suite}`,
    parmi: `${sujet} ${suite}`,
    ...(avecTexte ? { citation } : {}),
  })
  if (p.ajoutees.length === 0) return dire(pluriel ? 'sont supprimés' : 'est supprimé', false)
  if (!pluriel && somme(p.ajoutees) === 1) return dire('est ainsi rédigé')
  if (pluriel && somme(p.ajoutees) === dernier - premier + 1) return dire('sont ainsi rédigés')
  return dire(`${pluriel ? 'sont remplacés' : 'est remplacé'} par ${nAlineas(somme(p.ajoutees))}`)
}

/** Ajout seul : en tête, après un alinéa, ou à la fin (« est complété par »). */
function inserer(
  nom: Nom,
  avant: readonly Piece[],
  p: Passe,
  quoi: string,
  pluriel: boolean,
  aDesEnfants: boolean,
): Phrase | null {
  const citation = reunir(p.ajoutees)
  const total = somme(avant)
  const rang = somme(avant.slice(0, p.debut))
  if (p.debut === avant.length && !aDesEnfants) {
    const suite = `complété${nom.feminin ? 'e' : ''} par ${quoi}`
    return {
      seule: `${le(nom)} est ${suite}`,
      parmi: `${nom.feminin ? 'elle' : 'il'} est ${suite}`,
      citation,
    }
  }
  if (total === 0 || (rang === 0 && p.debut > 0)) return null
  const voisin = rang === 0 ? `avant le ${ordinal(1)} alinéa` : `après le ${ordinal(rang)} alinéa`
  const suite = pluriel ? `sont insérés ${quoi}` : `il est inséré ${quoi}`
  return { seule: `${voisin} ${de(nom)}, ${suite}`, parmi: `${voisin}, ${suite}`, citation }
}

function phraseTableau(nom: Nom, avant: readonly Piece[], p: Passe, aDesEnfants: boolean): Phrase | null {
  if (p.retirees.length > 1 || p.ajoutees.length > 1) return null
  if (p.retirees.length === 0) return inserer(nom, avant, p, 'un tableau ainsi rédigé', false, aDesEnfants)
  const tableaux = avant.filter((x) => x.tableau)
  const rang = avant.slice(0, p.debut + 1).filter((x) => x.tableau).length
  const sujet = tableaux.length === 1 ? 'le tableau' : `le ${ordinal(rang)} tableau`
  const suite = p.ajoutees.length ? 'est remplacé par le tableau suivant' : 'est supprimé'
  const citation = p.ajoutees.length ? { citation: reunir(p.ajoutees) } : {}
  return { seule: `${sujet} ${de(nom)} ${suite}`, parmi: `${sujet} ${suite}`, ...citation }
}
