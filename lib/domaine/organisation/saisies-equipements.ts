import { z } from 'zod'
import { schemaDate } from '../calendrier/schema-date'
import { CODES_EQUIPEMENT, nomDEquipement } from './equipements'
import { facultatif, id, version, videOu } from './saisies'

/** Saisies des équipements d'un lieu, les mêmes à l'écran et au serveur. */
const corps = {
  code: z.enum(CODES_EQUIPEMENT, { message: 'choix' }),
  /** Vide : le nom de la liste suffit. */
  libelle: facultatif(200),
  /** Nombre entier, de 1 à 9999 ; vide si l'on ne sait pas. */
  quantite: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,3})?$/, { message: 'entier' })
    .transform((v) => (v === '' ? null : Number(v))),
  /** Premier et dernier jour, compris. */
  depuis: videOu(schemaDate),
  jusqua: videOu(schemaDate),
  source: facultatif(300),
}
type Corps = z.output<z.ZodObject<typeof corps>>

const controler = (e: Corps, contexte: z.RefinementCtx): void => {
  if (nomDEquipement(e.code, e.libelle) === null)
    contexte.addIssue({ code: 'custom', path: ['libelle'], message: 'requis' })
  if (e.depuis && e.jusqua && e.jusqua < e.depuis)
    contexte.addIssue({ code: 'custom', path: ['jusqua'], message: 'date-ordre' })
}

export const schemaAjoutEquipement = z.strictObject({ organisationId: id, ...corps }).superRefine(controler)
export type AjoutEquipement = z.output<typeof schemaAjoutEquipement>

export const schemaModificationEquipement = z
  .strictObject({ equipementId: id, version, ...corps })
  .superRefine(controler)
export type ModificationEquipement = z.output<typeof schemaModificationEquipement>

export const schemaFinEquipement = z.strictObject({ equipementId: id, version, jusqua: schemaDate })
export type FinEquipement = z.output<typeof schemaFinEquipement>
