import { z } from 'zod'
import { estDateIso } from '../../domaine/calendrier/dates'
import { FORME_PERIODE } from '../../domaine/engagement/fenetre'
import { JUGEMENTS } from '../../domaine/engagement/juger'
import { CODES_THEME, DEBITEURS } from '../../domaine/engagement/themes'

const code = z.string().max(80).nullable().catch(null)

/** Filtres d'un tableau, lus de l'adresse : toute valeur inconnue est ignorée, jamais une erreur. */
export const schemaFiltresTableau = z.object({
  groupe: code,
  centre: code,
  theme: z.enum(CODES_THEME).nullable().catch(null),
  debiteur: z.enum(DEBITEURS).nullable().catch(null),
  periode: z.string().regex(FORME_PERIODE).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type FiltresTableau = z.output<typeof schemaFiltresTableau>

const date = z.string().refine(estDateIso).nullable().catch(null)

/** Les mêmes, avec ce qu'un chiffre du tableau désigne : l'engagement, le jugement, les contestées, des dates choisies. */
export const schemaFiltresMesures = schemaFiltresTableau.extend({
  engagement: code,
  jugement: z.enum(JUGEMENTS).nullable().catch(null),
  contestees: z.literal('oui').nullable().catch(null),
  du: date,
  au: date,
})
export type FiltresMesures = z.output<typeof schemaFiltresMesures>

/** Comité : un centre ou tous, et la date qui sépare l'avant de l'après ; vide, il y a six mois. */
export const schemaFiltresComite = schemaFiltresTableau.extend({ depuis: date, du: date })
export type FiltresComite = z.output<typeof schemaFiltresComite>
