import type { BlocContenu, Contenu, Paragraphe } from '../contenu'
import type { Element } from './canon'
import { noeudsDe } from './jetons'
import { type Op, planEntre, type TexteUnite } from './plan'

/**
 * Applique à la base les modifications choisies de la proposition. Tout choisir rend la proposition, ne rien choisir la
 * base ; les blocs gardés gardent leur identifiant et aucun n'est porté deux fois. Un numéro inconnu est ignoré.
 */
export function retenir(base: TexteUnite, proposee: TexteUnite, indices: Iterable<number>): TexteUnite {
  const plan = planEntre(base, proposee)
  const choisis = new Set([...indices].filter((i) => i >= 0 && i < plan.nombre))
  if (choisis.size === plan.nombre) return plan.nombre ? proposee : base
  if (choisis.size === 0) return base
  const content = appliquer(plan.ops, choisis) as BlocContenu[]
  return {
    titre: plan.titre !== null && choisis.has(plan.titre) ? proposee.titre : base.titre,
    contenu: sansDoublon({ type: 'doc', content }),
  }
}

function appliquer(ops: readonly Op[], choisis: ReadonlySet<number>): Element[] {
  return ops.flatMap((op): Element[] => {
    switch (op.op) {
      case 'garde':
        return [op.avant]
      case 'change':
        return choisis.has(op.n) ? op.apres : op.avant
      case 'dans':
        return [{ ...op.avant, content: appliquer(op.suite, choisis) } as Element]
      case 'mots':
        return [paragraphe(op, choisis)]
    }
  })
}

function paragraphe(op: Extract<Op, { op: 'mots' }>, choisis: ReadonlySet<number>): Paragraphe {
  const numeros = op.zones.flatMap((z) => (z.n === null ? [] : [z.n]))
  const { attrs } = op.avant
  if (numeros.every((n) => choisis.has(n))) return { ...op.apres, attrs }
  if (!numeros.some((n) => choisis.has(n))) return op.avant
  const content = noeudsDe(op.zones.flatMap((z) => (z.n !== null && choisis.has(z.n) ? z.apres : z.avant)))
  return content.length ? { type: 'paragraph', attrs, content } : { type: 'paragraph', attrs }
}

/** Filet : un identifiant déjà porté reçoit un suffixe, pour qu'aucune remarque ne vise deux blocs. */
function sansDoublon(contenu: Contenu): Contenu {
  const vus = new Set<string>()
  const libre = (id: string): string => {
    let n = 1
    let essai = id
    while (vus.has(essai)) essai = `${id.slice(0, 58)}-${++n}`
    vus.add(essai)
    return essai
  }
  const passer = (e: Element): Element => {
    const attrs =
      'attrs' in e && e.attrs && 'id' in e.attrs ? { ...e.attrs, id: libre(e.attrs.id) } : undefined
    const enfants =
      e.type === 'paragraph' ? {} : { content: (e.content as readonly Element[]).map((x) => passer(x)) }
    return { ...e, ...(attrs ? { attrs } : {}), ...enfants } as Element
  }
  return { type: 'doc', content: contenu.content.map((b) => passer(b) as BlocContenu) }
}
