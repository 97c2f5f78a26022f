import type { DocumentNeutre } from '../blocs/blocs'
import { normaliserPourComparaison, texteDuBloc } from '../texte/texte-du-document'
import type { Noeud } from './structure'

/** Rendu refusé plutôt que faux : contenu perdu par la pagination ou caractère impossible à imprimer. */
export class ErreurRenduPdf extends Error {
  override name = 'ErreurRenduPdf'
}

/** Page (à partir de 1) où tombe chaque ancre. */
export function pagesDesTitres(pages: Noeud[], ancres: ReadonlySet<string>): Map<string, number> {
  const trouvees = new Map<string, number>()
  const parcourir = (noeud: Noeud, page: number) => {
    const id = noeud.props?.id
    if (id && ancres.has(id) && !trouvees.has(id)) trouvees.set(id, page)
    for (const enfant of noeud.children ?? []) parcourir(enfant, page)
  }
  pages.forEach((page, i) => parcourir(page, i + 1))
  return trouvees
}

function compter(textes: Iterable<string>): Map<string, number> {
  const comptes = new Map<string, number>()
  for (const texte of textes) {
    for (const c of normaliserPourComparaison(texte)) comptes.set(c, (comptes.get(c) ?? 0) + 1)
  }
  return comptes
}

/** Ce qui sera vraiment dessiné : les caractères des dessins, pas la chaîne dont ils viennent. */
function texteDessine(ligne: NonNullable<Noeud['lines']>[number]): string {
  const dessins = ligne.runs.flatMap((run) => run.glyphs ?? [])
  if (dessins.length === 0) return ligne.string
  return dessins.map((d) => String.fromCodePoint(...(d.codePoints ?? []))).join('')
}

function* lignesMisesEnPage(noeud: Noeud): Generator<string> {
  if (noeud.props?.balise?.role === 'Artifact') return
  for (const ligne of noeud.lines ?? []) yield texteDessine(ligne)
  for (const enfant of noeud.children ?? []) yield* lignesMisesEnPage(enfant)
}

/**
 * Compte chaque signe du modèle et chaque signe mis en page : la pagination rapide peut perdre un passage sans le
 * dire, un acte auquel il manque une ligne ne doit jamais sortir. (Les en-têtes répétées peuvent en ajouter.)
 */
export function verifierContenu(document: DocumentNeutre, pages: Noeud[]): void {
  const attendus = compter(document.sections.flatMap((s) => s.blocs.flatMap(texteDuBloc)))
  const obtenus = compter(pages.flatMap((p) => [...lignesMisesEnPage(p)]))
  let manquants = 0
  for (const [signe, nombre] of attendus) manquants += Math.max(0, nombre - (obtenus.get(signe) ?? 0))
  if (manquants > 0)
    throw new ErreurRenduPdf(`Mise en page incomplète : ${manquants} signes du texte manquent`)
}
