import { z } from 'zod'
import { schemaDate } from '../calendrier/schema-date'
import { NATURES_ORGANISATION } from './acteur'
import { departementDe } from './departements'
import { NATURES_GESTIONNAIRE } from './designations'
import { estCodeInsee, estSiret, sansEspace } from './identifiants'
import { naturesParentes } from './rattachements'
import { courriel, facultatif, id, requis, telephone, version, videOu } from './saisies'

/** Saisies du référentiel, les mêmes à l'écran et au serveur ; réservées à l'administrateur. */
const siret = z
  .string()
  .transform(sansEspace)
  .refine((v) => v === '' || estSiret(v), { message: 'siret' })
  .transform((v) => v || null)
/** Un numéro Finess douteux avertit à l'écran sans bloquer : des numéros réels dérogent. */
const finess = z
  .string()
  .transform((v) => sansEspace(v).toUpperCase() || null)
  .refine((v) => v === null || v.length <= 20, { message: 'trop-long' })

const codeInsee = z
  .string()
  .transform((v) => sansEspace(v).toUpperCase())
  .refine((v) => v === '' || (estCodeInsee(v) && departementDe(v) !== null), { message: 'code-insee' })

const codeReference = z
  .string()
  .transform((v) => sansEspace(v).toUpperCase())
  .refine((v) => v === '' || /^[A-Z0-9]{2,12}$/.test(v), { message: 'code-reference' })

const corps = {
  nom: z.string().trim().max(200, { message: 'trop-long' }),
  sigle: facultatif(30),
  article: z.enum(['le', 'la', "l'", 'les', ''], { message: 'choix' }),
  genre: z.enum(['masculin', 'feminin'], { message: 'choix' }),
  parentId: videOu(id),
  adresse: facultatif(300),
  telephone,
  courriel,
  siret,
  finess,
  /** Commune d'un gestionnaire, ou commune où se trouve un site ou un centre. */
  codeInsee,
  communeNom: z.string().trim().max(100, { message: 'trop-long' }),
  tncc: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8'], { message: 'choix' }).transform(Number),
  /** Pour un groupe : code qui ouvre ses références, et premier jour de l'appellation. */
  codeReference,
  appellationDepuis: videOu(schemaDate),
}

const manque = (contexte: z.RefinementCtx, champ: string): void =>
  contexte.addIssue({ code: 'custom', path: [champ], message: 'requis' })

export const schemaCreationOrganisation = z
  .strictObject({
    nature: z.enum(NATURES_ORGANISATION),
    natureGestionnaire: videOu(z.enum(NATURES_GESTIONNAIRE)),
    ...corps,
  })
  .superRefine((o, contexte) => {
    const commune = o.nature === 'GESTIONNAIRE' && o.natureGestionnaire === 'COMMUNE'
    if (naturesParentes(o.nature).length > 0 && !o.parentId) manque(contexte, 'parentId')
    // Le nom d'une commune gestionnaire se compose de celui de la commune.
    if (!commune && !o.nom) manque(contexte, 'nom')
    if (o.nature === 'GESTIONNAIRE' && !o.natureGestionnaire) manque(contexte, 'natureGestionnaire')
    if ((commune || o.communeNom) && !o.codeInsee) manque(contexte, 'codeInsee')
    if ((commune || o.codeInsee) && !o.communeNom) manque(contexte, 'communeNom')
    if (o.nature !== 'GROUPE_HOSPITALIER') return
    if (!o.sigle) manque(contexte, 'sigle')
    if (!o.codeReference) manque(contexte, 'codeReference')
    if (!o.appellationDepuis) manque(contexte, 'appellationDepuis')
  })
export type CreationOrganisation = z.output<typeof schemaCreationOrganisation>
export type SaisieCreation = z.input<typeof schemaCreationOrganisation>

export const schemaModificationOrganisation = z
  .strictObject({ organisationId: id, version, ...corps, nom: requis(200) })
  .superRefine((o, contexte) => {
    if (o.communeNom && !o.codeInsee) manque(contexte, 'codeInsee')
    if (o.codeInsee && !o.communeNom) manque(contexte, 'communeNom')
    // Un changement de nom porte sa date et son code ; sans eux, le nom est seulement corrigé.
    if (o.appellationDepuis && !o.codeReference) manque(contexte, 'codeReference')
    if (o.codeReference && !o.appellationDepuis) manque(contexte, 'appellationDepuis')
  })
export type ModificationOrganisation = z.output<typeof schemaModificationOrganisation>
export type SaisieModification = z.input<typeof schemaModificationOrganisation>

/** Dernier jour vide : l'organisation est rouverte. */
export const schemaFermeture = z.strictObject({
  organisationId: id,
  version,
  jusqua: videOu(schemaDate),
  successeurId: videOu(id),
})
export type Fermeture = z.output<typeof schemaFermeture>

export const schemaPartenariat = z.strictObject({ groupeId: id, centreId: id, depuis: videOu(schemaDate) })
export type SaisiePartenariat = z.output<typeof schemaPartenariat>

export const schemaRetraitPartenariat = schemaPartenariat.pick({ groupeId: true, centreId: true })
export type RetraitPartenariat = z.output<typeof schemaRetraitPartenariat>
