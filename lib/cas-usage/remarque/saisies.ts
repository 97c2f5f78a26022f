import { z } from 'zod'
import { DECISIONS } from '../../domaine/acte/remarques'
import { schemaContenu } from '../../domaine/texte/contenu'

/** Saisies des remarques et contre-propositions. */
const uuid = z.uuid({ message: 'identifiant' })
const version = z.number().int().min(1)
const identite = z.string().min(1).max(80)
const LONGUEUR_MAX = 4_000
const texte = z.string().trim().min(1, { message: 'requis' }).max(LONGUEUR_MAX, { message: 'trop-long' })
/** Version lue ; `null` : le texte de travail, que la direction seule lit. */
const lue = z.number().int().min(1).nullable()
/** Place du passage dans le texte de son bloc, en signes. */
const place = z.number().int().min(0).max(100_000)
const passage = z.strictObject({
  idBloc: z.string().min(1).max(64),
  citation: z.string().min(1).max(2_000, { message: 'trop-long' }),
  debut: place,
  fin: place,
})

export const schemaEcrireRemarque = z.strictObject({
  acteId: uuid,
  /** `null` : tout le texte. */
  identite: identite.nullable(),
  lue,
  passage: passage.nullable(),
  interne: z.boolean(),
  texte,
})
export const schemaProposerTexte = z.strictObject({
  acteId: uuid,
  identite,
  lue,
  interne: z.boolean(),
  titre: z.string().trim().max(500, { message: 'trop-long' }).nullable(),
  contenu: schemaContenu,
  /** Pourquoi ce texte ; facultatif. */
  texte: z.string().trim().max(LONGUEUR_MAX, { message: 'trop-long' }),
})
export const schemaRepondre = z.strictObject({ remarqueId: uuid, texte })
export const schemaDeciderRemarque = z.strictObject({
  remarqueId: uuid,
  version,
  decision: z.enum(DECISIONS),
  /** Exigé pour décliner, et pour dire reportée une proposition que l'on a écrite à la main. */
  motif: z.string().trim().max(2_000, { message: 'trop-long' }),
})
export const schemaRetenir = z.strictObject({
  remarqueId: uuid,
  version,
  /** Modifications retenues ; `null` : la proposition entière. */
  indices: z.array(z.number().int().min(0).max(5_000)).min(1).max(2_000).nullable(),
})
