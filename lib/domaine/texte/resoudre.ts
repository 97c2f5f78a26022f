import { choisirAccord } from './accords'
import { lireEnLigne } from './balisage'
import type { BlocContenu, Contenu, NoeudEnLigne, Paragraphe } from './contenu'
import { ecrireValeur } from './ecriture/formes'
import { ecrireRenvoi } from './ecriture/renvoi'
import { typographierSuite } from './ecriture/suite'
import type { Numero } from './numerotation'
import type { DefinitionParametre, ValeursParametres } from './parametres'
import type { GenreUnite } from './unites'

/** De quoi écrire en mots un texte à paramètres : ses valeurs, leurs définitions, et les numéros que l'on y lit. */
export type ContexteEcriture = {
  valeurs: ValeursParametres
  definitions: ReadonlyMap<string, DefinitionParametre>
  /** Numéros des unités en vigueur : un renvoi vers une autre reste un renvoi, que le contrôle verra cassé. */
  numeros: ReadonlyMap<string, Numero>
  genres: ReadonlyMap<string, GenreUnite>
}

/**
 * Le même contenu, dont les paramètres, accords et renvois connus sont devenus du texte typographié, marques gardées.
 * Ce qui manque (valeur absente, renvoi cassé) reste un nœud : le contrôle de finalisation le verra.
 */
export const resoudre = (c: ContexteEcriture, contenu: Contenu): Contenu => ({
  type: 'doc',
  content: contenu.content.map((b) => resoudreBloc(c, b)),
})

/** Un bloc résolu ; ses identifiants et sa structure sont gardés, un nœud en ligne en donne toujours un seul. */
export function resoudreBloc(c: ContexteEcriture, bloc: BlocContenu): BlocContenu {
  switch (bloc.type) {
    case 'paragraph':
      return resoudreParagraphe(c, bloc)
    case 'table':
      return {
        ...bloc,
        content: bloc.content.map((l) => ({
          ...l,
          content: l.content.map((x) => ({ ...x, content: x.content.map((b) => resoudreBloc(c, b)) })),
        })),
      }
    default:
      return {
        ...bloc,
        content: bloc.content.map((e) => ({ ...e, content: e.content.map((b) => resoudreBloc(c, b)) })),
      }
  }
}

const resoudreParagraphe = (c: ContexteEcriture, p: Paragraphe): Paragraphe =>
  p.content ? { ...p, content: resoudreNoeuds(c, p.content) } : p

/** Nœuds en ligne résolus, un pour un, dans l'ordre. */
export function resoudreNoeuds(c: ContexteEcriture, noeuds: readonly NoeudEnLigne[]): NoeudEnLigne[] {
  const textes = noeuds.map((n) => ecrireNoeud(c, n))
  const ecrits = typographierSuite(textes.map((t) => t ?? ''))
  return noeuds.map((n, i): NoeudEnLigne => {
    const text = ecrits[i]
    if (textes[i] === null || !text) return n
    return n.type !== 'hardBreak' && n.marks ? { type: 'text', text, marks: n.marks } : { type: 'text', text }
  })
}

/** Titre balisé → texte en clair ; ce qui manque est laissé entre crochets. */
export function resoudreTitre(c: ContexteEcriture, balise: string): string {
  return resoudreNoeuds(c, lireEnLigne(balise.replace(/\s*\n\s*/g, ' ')))
    .map((n) => enClair(c, n))
    .join('')
}

/** Ce qu'un nœud résolu donne à lire, sans mise en forme. */
export function enClair(c: Pick<ContexteEcriture, 'definitions'>, n: NoeudEnLigne): string {
  switch (n.type) {
    case 'text':
      return n.text
    case 'hardBreak':
      return '\n'
    case 'parametre':
      return `[${c.definitions.get(n.attrs.cle)?.libelle ?? n.attrs.cle}]`
    case 'accord':
      return n.attrs.formes[0]
    case 'renvoi':
      return '[renvoi à rétablir]'
  }
}

function ecrireNoeud(c: ContexteEcriture, n: NoeudEnLigne): string | null {
  switch (n.type) {
    case 'text':
      return n.text
    case 'hardBreak':
      return null
    case 'parametre': {
      const valeur = c.valeurs[n.attrs.cle]
      return valeur ? ecrireValeur(valeur, n.attrs.forme, c.definitions.get(n.attrs.cle)) : null
    }
    case 'accord':
      return choisirAccord(c.valeurs[n.attrs.cle], n.attrs.formes)
    case 'renvoi': {
      const numero = c.numeros.get(n.attrs.cible)
      return numero ? ecrireRenvoi(numero.nu, c.genres.get(n.attrs.cible), n.attrs.forme) : null
    }
  }
}
