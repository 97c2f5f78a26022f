import type {
  BlocContenu,
  Cellule,
  Contenu,
  ElementListe,
  LigneTableau,
  Marque,
  NoeudEnLigne,
} from './contenu'

/**
 * Texte balisé des modèles du socle → contenu restreint.
 *
 * - une ligne vide sépare les paragraphes ; un retour simple est une espace ;
 * - `- ` ouvre une liste à puces, `1. ` une liste numérotée, deux espaces de retrait imbriquent ;
 * - `| a | b |` : tableau, première ligne en en-tête (`|---|` ignorée) ;
 * - `**gras**`, `*italique*` ;
 * - `{{cle}}` ou `{{cle|forme}}` : paramètre ; `{{§identite}}` ou `{{§identite|forme}}` : renvoi ;
 * - `[[cle:au singulier ou masculin|au pluriel ou féminin]]` : accord.
 *
 * Les identifiants de blocs sont déterministes (`prefixe-1`, `prefixe-2`…).
 */
export function lireTexteBalise(texte: string, prefixe: string): Contenu {
  let compteur = 0
  const idSuivant = () => `${prefixe}-${++compteur}`
  const lignes = texte.replace(/\r\n?/g, '\n').split('\n')
  return { type: 'doc', content: lireBlocs(lignes, 0, idSuivant) }
}

const PUCE = /^(\s*)- (.*)$/
const NUMERO = /^(\s*)(\d+)\. (.*)$/
const TABLEAU = /^\s*\|(.*)\|\s*$/

function lireBlocs(lignes: string[], retrait: number, idSuivant: () => string): BlocContenu[] {
  const blocs: BlocContenu[] = []
  let i = 0
  while (i < lignes.length) {
    const ligne = lignes[i] ?? ''
    if (ligne.trim() === '') {
      i++
    } else if (TABLEAU.test(ligne)) {
      const debut = i
      while (i < lignes.length && TABLEAU.test(lignes[i] ?? '')) i++
      blocs.push(lireTableau(lignes.slice(debut, i), idSuivant))
    } else if (estElement(ligne, retrait)) {
      const debut = i
      const ordonnee = NUMERO.test(ligne)
      i++
      while (i < lignes.length && resteDansListe(lignes, i, retrait, ordonnee)) i++
      blocs.push(lireListe(lignes.slice(debut, i), retrait, ordonnee, idSuivant))
    } else {
      const debut = i
      while (i < lignes.length && estSuite(lignes[i] ?? '', retrait)) i++
      if (i === debut) i++
      const brut = lignes
        .slice(debut, i)
        .map((l) => l.trim())
        .join(' ')
      blocs.push({ type: 'paragraph', attrs: { id: idSuivant() }, content: lireEnLigne(brut) })
    }
  }
  return blocs
}

function retraitDe(ligne: string): number {
  return /^\s*/.exec(ligne)?.[0].length ?? 0
}
function estElement(ligne: string, retrait: number): boolean {
  return (PUCE.test(ligne) || NUMERO.test(ligne)) && retraitDe(ligne) >= retrait
}
function estSuite(ligne: string, retrait: number): boolean {
  return ligne.trim() !== '' && !TABLEAU.test(ligne) && !estElement(ligne, retrait)
}
function resteDansListe(lignes: string[], i: number, retrait: number, ordonnee: boolean): boolean {
  const ligne = lignes[i] ?? ''
  if (ligne.trim() === '') {
    const suivante = lignes.slice(i).find((l) => l.trim() !== '')
    return suivante !== undefined && resteDansListe([suivante], 0, retrait, ordonnee)
  }
  if (retraitDe(ligne) > retrait) return true
  return ordonnee ? NUMERO.test(ligne) : PUCE.test(ligne)
}

function lireListe(
  lignes: string[],
  retrait: number,
  ordonnee: boolean,
  idSuivant: () => string,
): BlocContenu {
  const id = idSuivant()
  const elements: string[][] = []
  let debut = 1
  for (const ligne of lignes) {
    const m = ordonnee ? NUMERO.exec(ligne) : PUCE.exec(ligne)
    if (m && retraitDe(ligne) <= retrait + 1) {
      if (ordonnee && elements.length === 0) debut = Number(m[2])
      elements.push([(ordonnee ? m[3] : m[2]) ?? ''])
    } else elements.at(-1)?.push(ligne)
  }
  const content = elements.map((l): ElementListe => {
    const interieur = l.map((x, n) => (n === 0 ? x : x.slice(Math.min(retraitDe(x), retrait + 2))))
    return { type: 'listItem', content: lireBlocs(interieur, 0, idSuivant) }
  })
  if (!ordonnee) return { type: 'bulletList', attrs: { id }, content }
  return { type: 'orderedList', attrs: debut === 1 ? { id } : { id, start: debut }, content }
}

function lireTableau(lignes: string[], idSuivant: () => string): BlocContenu {
  const id = idSuivant()
  const rangees = lignes
    .map((l) => decouperCellules(TABLEAU.exec(l)?.[1] ?? ''))
    .filter((cellules) => !cellules.every((c) => /^:?-{3,}:?$/.test(c)))
  const content = rangees.map(
    (cellules, n): LigneTableau => ({
      type: 'tableRow',
      content: cellules.map(
        (c): Cellule => ({
          type: n === 0 ? 'tableHeader' : 'tableCell',
          content: c.split(/\s*<br>\s*/).map((partie) => {
            const contenu = lireEnLigne(partie)
            const attrs = { id: idSuivant() }
            return contenu.length
              ? { type: 'paragraph', attrs, content: contenu }
              : { type: 'paragraph', attrs }
          }),
        }),
      ),
    }),
  )
  return { type: 'table', attrs: { id }, content }
}

/** Coupe aux barres verticales, sauf à l'intérieur des balises `{{…|…}}` et `[[…|…]]`. */
function decouperCellules(ligne: string): string[] {
  const cellules: string[] = []
  let courante = ''
  let ouvertes = 0
  for (let i = 0; i < ligne.length; i++) {
    const deux = ligne.slice(i, i + 2)
    if (deux === '{{' || deux === '[[') ouvertes++
    if (deux === '}}' || deux === ']]') ouvertes--
    if (ligne[i] === '|' && ouvertes === 0) {
      cellules.push(courante.trim())
      courante = ''
    } else courante += ligne[i]
  }
  cellules.push(courante.trim())
  return cellules
}

const JETON =
  /\{\{§([a-z0-9-]+)(?:\|([a-zA-Z_-]+))?\}\}|\{\{([a-z][a-z0-9_]*)(?:\|([a-zA-Z_-]+))?\}\}|\[\[([a-z][a-z0-9_]*):([^|\]]*)\|([^\]]*)\]\]|\*\*|\*/g

/** Lit une ligne de texte balisé en nœuds en ligne (sert aussi aux titres à paramètres). */
export function lireEnLigne(brut: string): NoeudEnLigne[] {
  const noeuds: NoeudEnLigne[] = []
  let gras = false
  let italique = false
  let position = 0
  const avecMarques = <T extends NoeudEnLigne>(noeud: T): T => {
    const marks: Marque[] = []
    if (gras) marks.push({ type: 'bold' })
    if (italique) marks.push({ type: 'italic' })
    return marks.length ? { ...noeud, marks } : noeud
  }
  const pousserTexte = (text: string) => {
    if (text) noeuds.push(avecMarques({ type: 'text', text }))
  }
  for (const m of brut.matchAll(JETON)) {
    pousserTexte(brut.slice(position, m.index))
    position = m.index + m[0].length
    if (m[0] === '**') gras = !gras
    else if (m[0] === '*') italique = !italique
    else if (m[1]) noeuds.push(avecMarques({ type: 'renvoi', attrs: { cible: m[1], forme: m[2] ?? null } }))
    else if (m[3]) noeuds.push(avecMarques({ type: 'parametre', attrs: { cle: m[3], forme: m[4] ?? null } }))
    else if (m[5]) {
      noeuds.push(avecMarques({ type: 'accord', attrs: { cle: m[5], formes: [m[6] ?? '', m[7] ?? ''] } }))
    }
  }
  pousserTexte(brut.slice(position))
  return noeuds
}

/**
 * Nœuds en ligne → texte balisé, l'inverse de `lireEnLigne`. Un saut de ligne devient une espace. Un texte qui contient
 * lui-même un signe de balisage ne se relit pas à l'identique : à qui appelle de le vérifier.
 */
export function ecrireEnLigne(noeuds: readonly NoeudEnLigne[]): string {
  let balise = ''
  let ouvertes: readonly string[] = []
  const passer = (voulues: readonly string[]) => {
    for (const s of [...ouvertes].reverse()) if (!voulues.includes(s)) balise += s
    for (const s of voulues) if (!ouvertes.includes(s)) balise += s
    ouvertes = voulues
  }
  for (const n of noeuds) {
    const marques: readonly Marque[] = n.type === 'hardBreak' ? [] : (n.marks ?? [])
    passer(['**', '*'].filter((s) => marques.some((m) => m.type === (s === '**' ? 'bold' : 'italic'))))
    balise += enJeton(n)
  }
  passer([])
  return balise
}

function enJeton(n: NoeudEnLigne): string {
  const forme = (f: string | null) => (f ? `|${f}` : '')
  switch (n.type) {
    case 'text':
      return n.text
    case 'hardBreak':
      return ' '
    case 'parametre':
      return `{{${n.attrs.cle}${forme(n.attrs.forme)}}}`
    case 'renvoi':
      return `{{§${n.attrs.cible}${forme(n.attrs.forme)}}}`
    case 'accord':
      return `[[${n.attrs.cle}:${n.attrs.formes.join('|')}]]`
  }
}
