import { mergeAttributes, Node } from '@tiptap/core'

/** Ce qu'un jeton montre : la valeur, le mot accordé, le renvoi écrit ; et s'il manque quelque chose. */
export type Jeton = { texte: string; nom: string; manque: boolean }
export type Resoudre = (type: string, attrs: Record<string, unknown>) => Jeton

/** Relie les jetons de l'éditeur aux valeurs de l'acte ; `relire` les redessine quand une valeur change. */
export class Jetons {
  private vues = new Set<() => void>()
  constructor(private resoudre: Resoudre) {}
  lire: Resoudre = (type, attrs) => this.resoudre(type, attrs)
  remplacer(resoudre: Resoudre): void {
    this.resoudre = resoudre
    for (const redessiner of this.vues) redessiner()
  }
  suivre(redessiner: () => void): () => void {
    this.vues.add(redessiner)
    return () => this.vues.delete(redessiner)
  }
}

const attribut = (nom: string) => ({
  default: null,
  parseHTML: (e: HTMLElement) => e.getAttribute(`data-${nom}`),
  renderHTML: (a: Record<string, unknown>) => (a[nom] ? { [`data-${nom}`]: String(a[nom]) } : {}),
})
const formes = {
  default: ['', ''],
  parseHTML: (e: HTMLElement): unknown => JSON.parse(e.getAttribute('data-formes') ?? '["",""]'),
  renderHTML: (a: Record<string, unknown>) => ({ 'data-formes': JSON.stringify(a.formes) }),
}

function creerNoeud(nom: 'parametre' | 'accord' | 'renvoi', attributs: string[], jetons: Jetons) {
  return Node.create({
    name: nom,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => Object.fromEntries(attributs.map((a) => [a, a === 'formes' ? formes : attribut(a)])),
    parseHTML: () => [{ tag: `span[data-jeton="${nom}"]` }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { 'data-jeton': nom }),
      jetons.lire(nom, node.attrs).texte,
    ],
    renderText: ({ node }) => jetons.lire(nom, node.attrs).texte,
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('span')
        const dessiner = () => {
          const jeton = jetons.lire(nom, node.attrs)
          dom.textContent = jeton.texte
          dom.title = jeton.nom
          dom.className = 'redaction-jeton'
          dom.dataset.jeton = nom
          dom.dataset.manque = jeton.manque ? 'oui' : 'non'
        }
        dom.contentEditable = 'false'
        dessiner()
        const arreter = jetons.suivre(dessiner)
        return { dom, destroy: arreter, ignoreMutation: () => true }
      },
  })
}

export const noeudsEnLigne = (jetons: Jetons) => [
  creerNoeud('parametre', ['cle', 'forme'], jetons),
  creerNoeud('accord', ['cle', 'formes'], jetons),
  creerNoeud('renvoi', ['cible', 'forme'], jetons),
]
