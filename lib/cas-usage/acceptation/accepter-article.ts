import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { donnerAccords } from './donner-accords'
import type { schemaAccepterArticle } from './saisies'
import { organisationsRepresentees, ouvrirAcceptation } from './texte-a-accepter'

/**
 * Accepte un article (avec ses sous-articles), une annexe ou le préambule de la version courante, au nom de chaque
 * organisation que l'acteur représente. L'accord garde l'empreinte lue ; le redire ne change rien.
 */
export async function accepterArticle(
  contexte: Contexte,
  saisie: z.output<typeof schemaAccepterArticle>,
): Promise<{ acceptes: number }> {
  const { acte, version } = await ouvrirAcceptation(contexte, saisie)
  const lues: Record<string, string> = {}
  for (const identite of saisie.identites) {
    const empreinte = Object.hasOwn(version.empreintes, identite) ? version.empreintes[identite] : undefined
    if (!empreinte) throw new ErreurMetier('INTROUVABLE')
    lues[identite] = empreinte
  }
  const organisations = organisationsRepresentees(contexte.acteur, acte)
  const acceptes = await donnerAccords(contexte, { acteId: acte.id, version, organisations, lues })
  if (acceptes)
    await journaliser(contexte, {
      acteId: acte.id,
      evenement: 'article-accepte',
      cible: saisie.identites[0],
      partage: true,
      donnees: { numero: version.numero, empreintes: lues },
    })
  return { acceptes }
}
