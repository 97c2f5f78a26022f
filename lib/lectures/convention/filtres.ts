import { z } from 'zod'
import { ETAPES, type Etape } from '../../domaine/acte/etapes'
import { SITUATIONS } from '../../domaine/acte/situation'

export const TRIS = ['recent', 'commune', 'reference'] as const
export type Tri = (typeof TRIS)[number]
/** Ce qu'on peut demander à la liste : étapes avant signature, situations après. */
const AVANT_SIGNATURE = ETAPES.filter((e): e is Exclude<Etape, 'SIGNEE'> => e !== 'SIGNEE')
export const ETATS_FILTRABLES = [...AVANT_SIGNATURE, ...SITUATIONS] as const
export type EtatFiltrable = (typeof ETATS_FILTRABLES)[number]

/** Filtres lus de l'adresse : toute valeur inconnue est ignorée, jamais une erreur. */
export const schemaFiltresConventions = z.object({
  q: z.string().trim().max(200).catch(''),
  etat: z.enum(ETATS_FILTRABLES).nullable().catch(null),
  groupe: z.string().max(60).nullable().catch(null),
  centre: z.string().max(60).nullable().catch(null),
  modele: z.string().max(80).nullable().catch(null),
  tri: z.enum(TRIS).catch('recent'),
  /** Clé de la dernière ligne de la page précédente. */
  apres: z.string().max(300).nullable().catch(null),
})
export type FiltresConventions = z.output<typeof schemaFiltresConventions>
