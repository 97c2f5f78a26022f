import { z } from 'zod'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { ETATS_ECART } from '../../domaine/modele/ecarts'

/** Filtres du registre, lus de l'adresse : toute valeur inconnue est ignorée, jamais une erreur. */
export const schemaFiltresEcarts = z.object({
  groupe: z.string().max(60).nullable().catch(null),
  modele: z.string().max(80).nullable().catch(null),
  article: z.string().max(80).nullable().catch(null),
  etat: z.enum(ETATS_ECART).nullable().catch(null),
  centre: z.string().max(60).nullable().catch(null),
  /** Jour dont on lit les écarts ; `null` : aujourd'hui. */
  jour: schemaDate.nullable().catch(null),
  /** Montrer aussi les articles dont personne ne s'écarte. */
  tous: z.literal('oui').nullable().catch(null),
  vue: z.literal('liste').nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
})
export type FiltresEcarts = z.output<typeof schemaFiltresEcarts>
