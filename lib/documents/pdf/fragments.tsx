import { Link, Text } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { Fragment } from '../blocs/blocs'
import { COULEURS } from './styles'

type Allure = Pick<Fragment, 'gras' | 'italique' | 'souligne' | 'exposant' | 'versAncre' | 'difference'> & {
  lacune: boolean
}

const allure = (f: Fragment): Allure => ({
  gras: f.gras,
  italique: f.italique,
  souligne: f.souligne,
  exposant: f.exposant,
  versAncre: f.versAncre,
  difference: f.difference,
  lacune: f.lacune !== undefined,
})
const cle = (f: Fragment) => JSON.stringify(allure(f))

/**
 * Réunit les fragments de même allure et rattache la ponctuation collée au mot qui précède : le moteur de lignes
 * croit pouvoir couper (avec un trait d'union) entre deux allures que rien ne sépare.
 */
export function regrouper(fragments: Fragment[]): Fragment[] {
  const sortie: Fragment[] = []
  for (const fragment of fragments) {
    if (!fragment.texte) continue
    const dernier = sortie.at(-1)
    if (dernier && cle(dernier) === cle(fragment)) {
      dernier.texte += fragment.texte
      continue
    }
    const collee =
      dernier &&
      // Une ponctuation ajoutée ne devient pas d'un texte gardé.
      dernier.difference === fragment.difference &&
      !dernier.texte.endsWith(' ') &&
      !dernier.exposant &&
      !dernier.lacune
        ? /^[\p{P}\u00a0\u202f]*[\p{P}€%]+(?= |$)/u.exec(fragment.texte)
        : null
    const prefixe = collee?.[0] ?? ''
    if (dernier && prefixe) dernier.texte += prefixe
    if (fragment.texte.length > prefixe.length)
      sortie.push({ ...fragment, texte: fragment.texte.slice(prefixe.length) })
  }
  return sortie
}

/** Vrai si deux allures se touchent sans espace : la césure du paragraphe est alors fermée. */
export function aJointure(fragments: Fragment[]): boolean {
  return fragments.some((f, i) => {
    const suivant = fragments[i + 1]
    return suivant !== undefined && !/[ \n]$/.test(f.texte) && !/^[ \n]/.test(suivant.texte)
  })
}

/** Pénalité qui interdit toute coupure hors des espaces (l'infini de l'algorithme de lignes). */
export const COUPURE_INTERDITE = 10_000

function style(f: Fragment) {
  return {
    ...(f.gras ? { fontWeight: 700 as const } : {}),
    ...(f.italique ? { fontStyle: 'italic' as const } : {}),
    ...(f.souligne ? { textDecoration: 'underline' as const } : {}),
    ...(f.difference === 'ajout' ? { textDecoration: 'underline' as const, color: COULEURS.ajout } : {}),
    ...(f.difference === 'retrait'
      ? { textDecoration: 'line-through' as const, color: COULEURS.retrait }
      : {}),
    ...(f.exposant ? { fontSize: 7, verticalAlign: 'super' as const } : {}),
    ...(f.lacune ? { backgroundColor: COULEURS.surligne } : {}),
  }
}

/** Fragments en texte riche ; les fragments nus restent des chaînes (moins de nœuds). */
export function rendreFragments(fragments: Fragment[], ancres: ReadonlySet<string>): ReactNode {
  return fragments.map((f, i) => {
    const ornement = style(f)
    if (f.versAncre && ancres.has(f.versAncre)) {
      return (
        <Link
          key={i}
          src={`#${f.versAncre}`}
          style={{ color: COULEURS.accent, textDecoration: 'none', ...ornement }}
        >
          {f.texte}
        </Link>
      )
    }
    if (Object.keys(ornement).length === 0) return f.texte
    return (
      <Text key={i} style={ornement}>
        {f.texte}
      </Text>
    )
  })
}
