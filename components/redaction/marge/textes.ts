import type { BlocTexte } from '@/lib/documents/blocs/blocs'
import { blocsContenu, enClair, fragmentsDeBalise, type Resolution } from '@/lib/documents/blocs/construire'
import type { Contenu } from '@/lib/domaine/texte/contenu'

/** Texte d'une unité, une ligne par bloc : ce que l'on compare et ce que l'on copie. */
export function lignesDuTexte(r: Resolution, titre: string | null, contenu: Contenu): string[] {
  const debut = titre ? [enClair(fragmentsDeBalise(r, titre))] : []
  return [...debut, ...lignes(blocsContenu(r, contenu.content, {}), '')]
}

function lignes(blocs: readonly BlocTexte[], retrait: string): string[] {
  return blocs.flatMap((b): string[] => {
    if (b.genre === 'paragraphe') return [retrait + enClair(b.fragments)]
    if (b.genre === 'liste') {
      return b.elements.flatMap((e, i) => {
        const puce = b.ordonnee ? `${(b.debut ?? 1) + i}. ` : '– '
        const [premiere = '', ...suite] = lignes(e, '')
        return [retrait + puce + premiere, ...suite.map((s) => `${retrait}\u2003${s}`)]
      })
    }
    return b.lignes.map((l) => retrait + l.map((c) => lignes(c.blocs, '').join(' ')).join(' | '))
  })
}
