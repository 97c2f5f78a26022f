import { z } from 'zod'
import { DECISIONS, STATUTS_DE_PRATICIEN } from '../../domaine/acte/activite-partagee'
import { schemaDate } from '../../domaine/calendrier/schema-date'
import { motifExige } from '../acte/saisies'

const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)

/** `acteId` : l'activité partagée ; `cadreId` : la chaîne à laquelle elle se rattache. */
export const schemaRattacher = z.strictObject({ acteId: uuid, cadreId: uuid })
export const schemaDetacher = z.strictObject({ rattachementId: uuid, version, motif: motifExige })

export const schemaDecider = z.strictObject({
  rattachementId: uuid,
  version,
  decision: z.enum(DECISIONS, { message: 'choix' }),
  motif: z.string().trim().max(2_000, { message: 'trop-long' }),
})

const piece = schemaDate.nullable()
const dossier = {
  /** Fonction, jamais un nom ni une donnée de santé. */
  fonction: z.string().trim().min(3, { message: 'requis' }).max(200, { message: 'trop-long' }),
  statut: z.enum(STATUTS_DE_PRATICIEN, { message: 'choix' }),
  accordLe: piece,
  propositionLe: piece,
  avisPoleLe: piece,
  avisCmeLe: piece,
  autorisationLe: piece,
}
export const schemaAjouterPraticien = z.strictObject({ acteId: uuid, ...dossier })
export const schemaModifierPraticien = z.strictObject({ praticienId: uuid, version, ...dossier })
export const schemaRetirerPraticien = z.strictObject({ praticienId: uuid, version })
