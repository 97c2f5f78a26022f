import { z } from 'zod'
import { estDateIso } from '../../domaine/calendrier/dates'
import { instantAParis } from '../../domaine/calendrier/delais'
import { DEGRES, NATURES_DEMANDE } from '../../domaine/engagement/declaration'
import { CANAUX, ISSUES } from '../../domaine/engagement/demandes'

const id = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)

/** « 2026-11-22T09:30 », heure de Paris. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
const instant = z
  .string()
  .regex(MOMENT, { message: 'date' })
  .transform((texte, contexte) => {
    const [, jour = '', h, m] = MOMENT.exec(texte) ?? []
    if (estDateIso(jour)) return instantAParis(jour, Number(h) * 60 + Number(m))
    contexte.addIssue({ code: 'custom', message: 'date' })
    return z.NEVER
  })
const instantOuNul = instant.nullable()

/** Rien qu'un code : aucun texte ne s'écrit dans une demande. */
const examen = z.string().regex(/^[a-z0-9_-]{0,80}$/, { message: 'choix' })
const specialite = z
  .string()
  .regex(/^[a-z0-9_-]{2,80}$/, { message: 'choix' })
  .nullable()

/** Tout ce que dit une demande : aucune autre clé n'est acceptée. */
const champs = {
  centreId: id,
  siteId: id,
  nature: z.enum(NATURES_DEMANDE),
  examen,
  specialite,
  degreDemande: z.enum(DEGRES),
  degreRetenu: z.enum(DEGRES).nullable(),
  canal: z.enum(CANAUX),
  demandeeLe: instant,
  repondueLe: instantOuNul,
  rendezVousLe: instantOuNul,
  issue: z.enum(ISSUES).nullable(),
}
export const schemaInscrire = z.strictObject(champs)
export type SaisieDemande = z.output<typeof schemaInscrire>

export const schemaCorriger = z.strictObject({ ...champs, demandeId: id, version })
export const schemaCompleter = z.strictObject({
  demandeId: id,
  version,
  degreRetenu: champs.degreRetenu,
  repondueLe: instantOuNul,
  rendezVousLe: instantOuNul,
  issue: champs.issue,
})
export const schemaRetirer = z.strictObject({ demandeId: id, version })
