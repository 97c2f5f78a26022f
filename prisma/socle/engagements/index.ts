import { type Declaration, schemaDeclarations } from '../../../lib/domaine/engagement/declaration'
import { ENGAGEMENTS_ACTIVITE_PARTAGEE } from './activite-partagee-2'
import { ENGAGEMENTS_AFFILIATION } from './affiliation'
import { ENGAGEMENTS_CONVENTION_CADRE } from './convention-cadre'

/** Déclarations de chaque version de modèle du socle : { code du modèle: { numéro de version: déclarations } }. */
export const DECLARATIONS_DU_SOCLE: Readonly<
  Record<string, Readonly<Record<number, readonly Declaration[]>>>
> = {
  'convention-cadre-partenariat': { 1: ENGAGEMENTS_CONVENTION_CADRE },
  'convention-affiliation': { 1: ENGAGEMENTS_AFFILIATION },
  'convention-activite-partagee': {
    1: ENGAGEMENTS_ACTIVITE_PARTAGEE,
    2: ENGAGEMENTS_ACTIVITE_PARTAGEE,
  },
}

/** Déclarations d'une version du socle, relues ; aucune pour une version que le socle ne connaît pas. */
export const declarationsDuSocle = (codeModele: string, numeroSocle: number): Declaration[] =>
  schemaDeclarations.parse(DECLARATIONS_DU_SOCLE[codeModele]?.[numeroSocle] ?? [])
