// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { collerHtml } from '@/components/redaction/editeur/collage'
import { extensions } from '@/components/redaction/editeur/extensions'
import { Jetons } from '@/components/redaction/editeur/noeuds'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { type Contenu, schemaContenu } from '@/lib/domaine/texte/contenu'
import type { UniteSource } from '@/lib/domaine/texte/modele-source'
import { type NoeudBrut, nettoyerContenu } from '@/lib/domaine/texte/nettoyer'
import { conventionAffiliation } from '../../../prisma/socle/modeles/convention-affiliation'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'

const ouverts: Editor[] = []
function ouvrir(contenu: Contenu): Editor {
  const jetons = new Jetons((_, attrs) => ({
    texte: String(attrs.cle ?? attrs.cible),
    nom: '',
    manque: false,
  }))
  const editeur = new Editor({ extensions: extensions(jetons, () => {}), content: contenu, injectCSS: false })
  ouverts.push(editeur)
  return editeur
}
const lire = (e: Editor) => nettoyerContenu(e.getJSON() as NoeudBrut)
const ids = (e: Editor) => lire(e).content.map((b) => b.attrs.id)
const paragraphes = (...textes: string[]): Contenu => lireTexteBalise(textes.join('\n\n'), 'p')
afterEach(() => ouverts.splice(0).forEach((e) => e.destroy()))

const aplatir = (unites: readonly UniteSource[]): UniteSource[] =>
  unites.flatMap((u) => [u, ...aplatir(u.enfants ?? [])])

describe('aller-retour entre le contenu et l’éditeur', () => {
  it('rend chaque unité et variante des modèles telle qu’elle est entrée', () => {
    const textes = [conventionCadre, conventionAffiliation].flatMap((m) =>
      aplatir(m.unites).flatMap((u) => [u.texte, ...(u.variantes ?? []).map((v) => v.texte)]),
    )
    expect(textes.length).toBeGreaterThan(50)
    for (const texte of textes) {
      const contenu = lireTexteBalise(texte, 'u')
      if (contenu.content.length) expect(lire(ouvrir(contenu))).toEqual(contenu)
    }
  })

  it('garde les espaces insécables', () => {
    const contenu = paragraphes('un délai de 48\u00a0h\u202f; art.\u00a02')
    expect(lire(ouvrir(contenu))).toEqual(contenu)
  })
})

describe('identifiants de blocs', () => {
  it('couper un paragraphe garde l’identifiant du premier et en donne un au second', () => {
    const e = ouvrir(paragraphes('premier second'))
    e.commands.setTextSelection(8)
    e.commands.splitBlock()
    const [a, b] = ids(e)
    expect(a).toBe('p-1')
    expect(b).toBeTruthy()
    expect(b).not.toBe('p-1')
  })

  it('annuler la coupe rend exactement le texte et les identifiants d’avant', () => {
    const contenu = paragraphes('premier second', 'suite')
    const e = ouvrir(contenu)
    e.commands.setTextSelection(8)
    e.commands.splitBlock()
    e.commands.undo()
    expect(lire(e)).toEqual(contenu)
  })

  it('coller une copie devant l’original laisse son identifiant à l’original', () => {
    const e = ouvrir(paragraphes('un', 'deux'))
    e.commands.insertContentAt(0, {
      type: 'paragraph',
      attrs: { id: 'p-2' },
      content: [{ type: 'text', text: 'deux' }],
    })
    const apres = ids(e)
    expect(new Set(apres).size).toBe(3)
    expect(apres.slice(1)).toEqual(['p-1', 'p-2'])
  })
})

describe('collage dans l’éditeur', () => {
  it('un texte venu d’ailleurs arrive dans le schéma, et ce qui tombe est dit', () => {
    const e = ouvrir(paragraphes('avant '))
    e.commands.focus('end')
    const dits = collerHtml(e.view, '<p>collé <del>non</del></p><ul><li>puce</li></ul>')
    expect(dits).toHaveLength(1)
    const contenu = lire(e)
    expect(schemaContenu.safeParse(contenu).success).toBe(true)
    expect(contenu.content.map((b) => b.type)).toEqual(['paragraph', 'bulletList'])
    expect(JSON.stringify(contenu)).toContain('collé')
  })

  it('un texte copié de l’éditeur lui-même est laissé à l’éditeur, jetons compris', () => {
    const e = ouvrir(paragraphes('x'))
    expect(collerHtml(e.view, '<p data-pm-slice="1 1 []">y</p>')).toBeNull()
  })
})
