import type { DocumentNeutre } from '../blocs/blocs'
import { caracteresSansDessin } from './polices'

/** Carré dessiné à la place d'un caractère qu'aucune police incorporée ne connaît. */
const CARRE = '\u2610'
/** Équivalents de même sens, sûrs en tout document. */
const EQUIVALENTS: Record<string, string> = {
  '\u2010': '-',
  '\t': ' ',
  '\r': '',
  '\u2012': '–',
  '\u2015': '—',
  '\u25cf': '•',
}

/** Remplace dans tout le document les caractères sans dessin ; dit lesquels n'avaient pas d'équivalent. */
export function remplacerSansDessin(document: DocumentNeutre): {
  document: DocumentNeutre
  perdus: string[]
} {
  const perdus = new Set<string>()
  const corriger = (texte: string): string => {
    const absents = caracteresSansDessin(texte)
    if (absents.length === 0) return texte
    return [...texte]
      .map((c) => {
        if (!absents.includes(c)) return c
        const equivalent = EQUIVALENTS[c] ?? compatible(c)
        if (equivalent !== null) return equivalent
        perdus.add(c)
        return CARRE
      })
      .join('')
  }
  return { document: parcourir(document, corriger) as DocumentNeutre, perdus: [...perdus] }
}

function compatible(caractere: string): string | null {
  const decompose = caractere.normalize('NFKC')
  return decompose !== caractere && caracteresSansDessin(decompose).length === 0 ? decompose : null
}

const INTACTES = new Set([
  'ancre',
  'versAncre',
  'base64',
  'genre',
  'type',
  'cle',
  'code',
  'unite',
  'idBloc',
  'fabriqueLe',
  'langue',
])

function parcourir(valeur: unknown, corriger: (texte: string) => string): unknown {
  if (typeof valeur === 'string') return corriger(valeur)
  if (Array.isArray(valeur)) return valeur.map((v) => parcourir(v, corriger))
  if (typeof valeur !== 'object' || valeur === null) return valeur
  return Object.fromEntries(
    Object.entries(valeur).map(([cle, v]) => [cle, INTACTES.has(cle) ? v : parcourir(v, corriger)]),
  )
}

/** Tout ce qui s'imprime dans le document, bout à bout. */
export function toutLeTexte(document: DocumentNeutre): string {
  const textes: string[] = []
  parcourir(document, (texte) => {
    textes.push(texte)
    return texte
  })
  return textes.join('\n')
}
