import { parse } from 'parse5'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BlocHtml, DocumentHtml } from '../../../lib/documents/html'
import { normaliserPourComparaison, texteDuDocument } from '../../../lib/documents/texte'
import { documentExtreme, documentTypique, documentVide } from '../../fabriques/document-neutre'

type Noeud = {
  nodeName: string
  value?: string
  attrs?: { name: string; value: string }[]
  childNodes?: Noeud[]
}
const attribut = (n: Noeud, nom: string) => n.attrs?.find((a) => a.name === nom)?.value
function tous(noeud: Noeud, test: (n: Noeud) => boolean): Noeud[] {
  return [...(test(noeud) ? [noeud] : []), ...(noeud.childNodes ?? []).flatMap((e) => tous(e, test))]
}
const texte = (n: Noeud): string =>
  n.nodeName === '#text' ? (n.value ?? '') : (n.childNodes ?? []).map(texte).join(' ')
const rendre = (document: ReturnType<typeof documentTypique>) =>
  parse(renderToStaticMarkup(createElement(DocumentHtml, { document }))) as Noeud

describe('HTML', () => {
  it('garde tout le texte du modèle', () => {
    for (const document of [documentVide(), documentTypique(), documentExtreme()]) {
      const obtenu = normaliserPourComparaison(texte(rendre(document)))
      const absentes = texteDuDocument(document)
        .split(/[\n\t]/)
        .map((l) => normaliserPourComparaison(l.replace(/^(•|\d+\.?) /, '')))
        .filter((l) => !obtenu.includes(l) && !obtenu.includes(normaliserPourComparaison(l)))
      expect(absentes.filter((l) => !l.includes('[date'))).toEqual([])
    }
  })

  it('hiérarchise les titres sans saut et sans doublon d’ancre', () => {
    const arbre = rendre(documentTypique())
    const niveaux = tous(arbre, (n) => /^h[1-6]$/.test(n.nodeName)).map((n) => Number(n.nodeName[1]))
    expect(niveaux.filter((n) => n === 1)).toHaveLength(1)
    niveaux.forEach((n, i) => expect(n - (niveaux[i - 1] ?? n)).toBeLessThanOrEqual(1))
    const ids = tous(arbre, (n) => attribut(n, 'id') !== undefined).map((n) => attribut(n, 'id'))
    expect(new Set(ids).size).toBe(ids.length)
    for (const lien of tous(arbre, (n) => n.nodeName === 'a'))
      expect(ids).toContain(decodeURIComponent(attribut(lien, 'href')?.slice(1) ?? ''))
  })

  it('donne une portée à chaque en-tête et un conteneur au clavier à chaque tableau', () => {
    const arbre = rendre(documentTypique())
    const entetes = tous(arbre, (n) => n.nodeName === 'th')
    expect(entetes.length).toBeGreaterThan(6)
    for (const th of entetes) expect(attribut(th, 'scope')).toMatch(/^(col|row|colgroup|rowgroup)$/)
    const cadres = tous(arbre, (n) => attribut(n, 'class') === 'doc-tableau-cadre')
    expect(cadres).toHaveLength(2)
    for (const cadre of cadres) {
      expect(attribut(cadre, 'tabindex')).toBe('0')
      expect(attribut(cadre, 'aria-label')).toBeTruthy()
    }
  })

  it('lit le circuit comme une liste et cache ses dessins', () => {
    const arbre = rendre(documentTypique())
    const [figure] = tous(arbre, (n) => n.nodeName === 'figure')
    expect(figure).toBeDefined()
    if (!figure) return
    expect(tous(figure, (n) => n.nodeName === 'figcaption')).toHaveLength(1)
    expect(tous(figure, (n) => n.nodeName === 'li')).toHaveLength(5)
    for (const svg of tous(figure, (n) => n.nodeName === 'svg'))
      expect(attribut(svg, 'aria-hidden')).toBe('true')
  })

  it('relie chaque bloc d’article à son unité et dit les lacunes sans la couleur', () => {
    const arbre = rendre(documentTypique())
    expect(tous(arbre, (n) => attribut(n, 'data-unite') === 'article-2').length).toBeGreaterThan(4)
    const lacunes = tous(arbre, (n) => n.nodeName === 'mark')
    expect(lacunes).toHaveLength(2)
    for (const lacune of lacunes) expect(texte(lacune)).toContain('À compléter')
  })

  it('n’interprète jamais le texte comme du balisage', () => {
    const html = renderToStaticMarkup(
      createElement(BlocHtml, {
        bloc: {
          genre: 'paragraphe',
          fragments: [{ texte: '<img src=x onerror=alert(1)>', difference: 'ajout' }],
        },
      }),
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('<ins')
  })
})
