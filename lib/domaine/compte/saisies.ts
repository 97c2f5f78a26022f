import { z } from 'zod'
import { schemaDate } from '../calendrier/schema-date'
import { ROLES } from '../organisation/acteur'
import { FONCTIONS_VALIDATION } from '../organisation/fonctions-validation'

/** Le courriel identifie le compte : toujours rangé en minuscules. Le message est un code, traduit à l'écran. */
export const schemaCourriel = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { message: 'courriel' })
  .pipe(z.email({ message: 'courriel' }))

const schemaNom = z.string().trim().min(1, { message: 'requis' }).max(120, { message: 'trop-long' })
const schemaId = z.uuid({ message: 'choix' })
const schemaVersion = z.coerce.number().int().positive()
/** Ni rogné ni replié : un mot de passe se prend tel quel ; la borne protège le hachage. */
const schemaMotDePasse = z.string().min(1, { message: 'requis' }).max(1000, { message: 'trop-long' })
const dateFacultative = z
  .preprocess((v) => (v === '' ? null : v), schemaDate.nullish())
  .transform((v) => v ?? null)

export const saisieConnexion = z.object({ courriel: z.string().max(254), motDePasse: z.string().max(1000) })

export const saisieUtilisateur = z.object({ courriel: schemaCourriel, nom: schemaNom })
export const saisieModification = saisieUtilisateur.extend({
  utilisateurId: schemaId,
  version: schemaVersion,
})
export const saisieDesignation = z.object({ utilisateurId: schemaId, version: schemaVersion })
export const saisieJeton = z.object({ utilisateurId: schemaId })

export const saisieChangement = z
  .object({
    actuel: schemaMotDePasse,
    nouveau: schemaMotDePasse,
    confirmation: z.string(),
  })
  .refine((s) => s.nouveau === s.confirmation, { message: 'mot-de-passe-different', path: ['confirmation'] })

export const saisieActivation = z
  .object({
    jeton: z.string().min(20).max(100),
    nouveau: schemaMotDePasse,
    confirmation: z.string(),
  })
  .refine((s) => s.nouveau === s.confirmation, { message: 'mot-de-passe-different', path: ['confirmation'] })

/** `sessionId` vide = toutes les sessions ; `utilisateurId` vide = les siennes. */
export const saisieRevocation = z.object({
  sessionId: z.string().max(64).nullish(),
  utilisateurId: schemaId.nullish(),
})

/** Un valideur a toujours une fonction de la liste ; les autres rôles n'en ont pas. */
export const saisieHabilitation = z
  .object({
    utilisateurId: schemaId,
    organisationId: z.uuid({ message: 'requis' }),
    role: z.enum(ROLES, { message: 'requis' }),
    fonction: z
      .preprocess((v) => (v === '' ? null : v), z.enum(FONCTIONS_VALIDATION, { message: 'choix' }).nullish())
      .transform((v) => v ?? null),
    depuis: schemaDate,
    jusqua: dateFacultative,
  })
  .refine((s) => s.role !== 'VALIDEUR' || s.fonction !== null, { path: ['fonction'], message: 'requis' })

/** `jusqua` vide = tout de suite. */
export const saisieFinHabilitation = z.object({
  habilitationId: schemaId,
  version: schemaVersion,
  jusqua: dateFacultative,
})

export const saisieIdentite = z.object({
  utilisateurId: schemaId,
  fournisseur: z.string().trim().min(1).max(60),
  sujet: z.string().trim().min(1).max(255),
})
