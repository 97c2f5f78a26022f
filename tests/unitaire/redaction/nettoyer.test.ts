import { describe, expect, it } from 'vitest'
import { lireTexteBalise } from '@/lib/domaine/texte/balisage'
import { schemaContenu } from '@/lib/domaine/texte/contenu'
import { cleDeTexte, nettoyerContenu } from '@/lib/domaine/texte/nettoyer'
import { conventionCadre } from '../../../prisma/socle/modeles/convention-cadre'

const exemple = lireTexteBalise(
  'Un **texte** {{commune|de}}.\n\n1. un\n  - deux\n\n| a | b |\n|---|---|\n| c | [[centres:du|des]] |',
  'b',
)

describe('contenu de l’éditeur', () => {
  it('rend un contenu déjà propre à l’identique', () => {
    expect(nettoyerContenu(exemple)).toEqual(exemple)
  })

  it('aller-retour : chaque unité du modèle cadre reste la même', () => {
    for (const u of conventionCadre.unites) {
      const contenu = lireTexteBalise(u.texte, u.identite)
      expect(nettoyerContenu(contenu)).toEqual(contenu)
    }
  })

  it('remplace un identifiant en double en gardant le premier', () => {
    const double = { type: 'doc', content: [1, 2].map(() => ({ type: 'paragraph', attrs: { id: 'a' } })) }
    const ids = nettoyerContenu(double, () => 'neuf').content.map((b) => b.attrs.id)
    expect(ids).toEqual(['a', 'neuf'])
  })

  it('ôte les attributs nuls et les marques inconnues de l’éditeur', () => {
    const propre = nettoyerContenu({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'a', textAlign: null },
          content: [{ type: 'text', text: 'x', marks: [{ type: 'strike' }, { type: 'bold' }] }],
        },
      ],
    })
    expect(schemaContenu.parse(propre).content[0]).toEqual({
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }],
    })
  })

  it('compare deux textes sans leurs identifiants ni l’ordre de leurs clés', () => {
    const autre = JSON.parse(JSON.stringify(exemple).replaceAll('"b-', '"autre-')) as typeof exemple
    expect(cleDeTexte(autre)).toBe(cleDeTexte(exemple))
  })
})
