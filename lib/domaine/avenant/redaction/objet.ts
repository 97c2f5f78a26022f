import type { BlocContenu } from '../../texte/contenu'
import type { ArticleDAvenant } from './articles'
import type { Chantier } from './chantier'
import { paragraphe } from './citer'

/** Article « Objet » : une phrase pour une modification, une liste pour plusieurs. */
export function objetDe(
  _c: Chantier,
  articles: readonly Pick<ArticleDAvenant, 'resume'>[],
  designation: string,
): BlocContenu[] {
  const [seul] = articles
  const debut = 'Le présent avenant a pour objet'
  if (!seul) return [paragraphe(`${debut} de modifier ${designation}.`)]
  const resumes = [...new Set(articles.map((a) => a.resume))]
  const tete = `${debut}, pour ${designation}`
  if (resumes.length === 1) return [paragraphe(`${tete}, ${seul.resume}.`)]
  return [
    paragraphe(`${tete} :`),
    {
      type: 'bulletList',
      attrs: { id: '-' },
      content: resumes.map((r, i) => ({
        type: 'listItem',
        content: [paragraphe(`${r}${i < resumes.length - 1 ? ' ;' : '.'}`)],
      })),
    },
  ]
}
