import { syllables } from '@react-pdf/hyphenate/fr'

const LETTRES = /(\p{L}{7,})/u
/** Au-delà, un mot sans syllabe connue (adresse, code) est coupé pour ne pas sortir de la colonne. */
const LONGUEUR_INSECABLE = 32

/**
 * Césure française : seuls les mots d'au moins sept lettres se coupent, jamais un nombre, un sigle ou ce qui
 * touche une espace insécable ; trois lettres au moins restent de chaque côté.
 */
export function cesure(mot: string | null): string[] {
  if (!mot) return []
  const connues = memoire.get(mot)
  if (connues) return connues
  const parts = decouper(mot)
  if (memoire.size >= MEMOIRE_MAX) memoire.clear()
  memoire.set(mot, parts)
  return parts
}

/** Les mêmes mots reviennent à chaque ligne et à chaque document. */
const MEMOIRE_MAX = 20_000
const memoire = new Map<string, string[]>()

function decouper(mot: string): string[] {
  const parts: string[] = []
  const coller = (texte: string) => {
    if (parts.length === 0) parts.push(texte)
    else parts[parts.length - 1] += texte
  }
  for (const morceau of mot.split(LETTRES)) {
    if (!morceau) continue
    if (!LETTRES.test(morceau) || morceau === morceau.toLocaleUpperCase('fr')) {
      coller(morceau)
      continue
    }
    syllabes(morceau).forEach((s, i) => (i === 0 ? coller(s) : parts.push(s)))
  }
  return parts.flatMap((p) => (p.length > LONGUEUR_INSECABLE ? trancher(p) : [p]))
}

function syllabes(mot: string): string[] {
  const parts = [...syllables(mot)]
  while (parts.length > 1 && (parts[0]?.length ?? 0) < 3) parts.splice(0, 2, `${parts[0]}${parts[1]}`)
  while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < 3) {
    const fin = parts.pop()
    parts[parts.length - 1] += fin ?? ''
  }
  return parts
}

function trancher(texte: string): string[] {
  const caracteres = [...texte]
  const tranches: string[] = []
  for (let i = 0; i < caracteres.length; i += 16) tranches.push(caracteres.slice(i, i + 16).join(''))
  return tranches
}

/** Titres, cellules d'en-tête et signataires : aucun mot coupé, sauf s'il est plus long que toute ligne. */
export function sansCesure(mot: string | null): string[] {
  if (!mot) return []
  return mot.length > LONGUEUR_INSECABLE ? trancher(mot) : [mot]
}
