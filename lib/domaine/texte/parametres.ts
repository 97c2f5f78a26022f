import { z } from 'zod'
import { schemaDate } from '../calendrier/schema-date'

/**
 * Paramètres typés d'un modèle. Chacun est défini une fois (clé, type, défaut) et stocké une fois par chaîne
 * conventionnelle : la phrase le montre, l'engagement le vise.
 */
export const UNITES_DUREE = ['heure', 'jour', 'mois', 'an'] as const
export type UniteDuree = (typeof UNITES_DUREE)[number]

const communSchema = z.strictObject({
  nom: z.string().min(1).max(300),
  /** Type de nom en clair de l'INSEE : donne le mot de liaison (0 de, 1 d', 2 du, 3 de la, 4 des, 5 de l', 6 des). */
  tncc: z.number().int().min(0).max(8),
})
const departement = z.strictObject({ code: z.string().max(3), ...communSchema.shape })

/** Valeurs possibles, étiquetées par leur genre. Les montants sont en centimes, jamais en flottants. */
export const schemaValeur = z.discriminatedUnion('genre', [
  z.strictObject({ genre: z.literal('texte'), texte: z.string().trim().min(1).max(2_000) }),
  z.strictObject({ genre: z.literal('nombre'), nombre: z.number().finite().min(0).max(1_000_000) }),
  z.strictObject({
    genre: z.literal('duree'),
    nombre: z.number().int().min(1).max(10_000),
    unite: z.enum(UNITES_DUREE),
  }),
  z.strictObject({ genre: z.literal('montant'), centimes: z.number().int().min(0).max(100_000_000_000) }),
  z.strictObject({ genre: z.literal('taux'), pourcent: z.number().min(0).max(100) }),
  z.strictObject({ genre: z.literal('date'), date: schemaDate }),
  z.strictObject({ genre: z.literal('choix'), code: z.string().min(1).max(60) }),
  z.strictObject({
    genre: z.literal('liste'),
    elements: z.array(z.string().trim().min(1).max(300)).min(1).max(80),
  }),
  z.strictObject({
    genre: z.literal('commune'),
    ...communSchema.shape,
    codeInsee: z.string().regex(/^(\d{2}|2A|2B)\d{3}$/),
    departement,
  }),
  z.strictObject({
    genre: z.literal('personne'),
    civilite: z.enum(['M', 'MME']),
    prenom: z.string().trim().max(100),
    nom: z.string().trim().min(1).max(200),
    /** Fonction au masculin et au féminin : « Maire », « Directeur général » / « Directrice générale ». */
    fonction: z.strictObject({ masculin: z.string().min(1).max(200), feminin: z.string().min(1).max(200) }),
  }),
  z.strictObject({
    genre: z.literal('designation'),
    /** Nom complet (« Hôpitaux Universitaires Paris-Sud »), sigle facultatif, accord et article. */
    nom: z.string().min(1).max(300),
    sigle: z.string().max(40).nullable(),
    /** Article défini du nom court : « le », « la », « l' », « les » ou vide (« AP-HP » → « l' »). */
    article: z.enum(['le', 'la', "l'", 'les', '']),
    feminin: z.boolean(),
  }),
])
export type ValeurParametre = z.infer<typeof schemaValeur>
export type GenreParametre = ValeurParametre['genre']
export type ValeurDe<G extends GenreParametre> = Extract<ValeurParametre, { genre: G }>

/** D'où vient la valeur : saisie, fiche de référence recopiée, ou connue seulement après le vote. */
export type OrigineParametre = 'saisie' | 'reference' | 'mention-tardive'

/** Étape avant laquelle une mention tardive doit être remplie. */
export type MomentMention = 'avant-signature' | 'avant-effet'

export type DefinitionParametre = {
  cle: string
  libelle: string
  genre: GenreParametre
  /** Phrase d'aide affichée près du champ : la notion et sa source. */
  aide?: string
  origine?: OrigineParametre
  moment?: MomentMention
  /** Valeur proposée par le modèle ; absente quand il faut la demander. */
  defaut?: ValeurParametre
  /** Pour `choix` : code → texte écrit dans la phrase. */
  choix?: readonly { code: string; libelle: string; texte: string }[]
  /** Pour `liste` : référentiel proposé à la saisie. */
  source?: 'sites' | 'communes' | 'specialites' | 'services'
  /** Unités proposées pour une durée. */
  unites?: readonly UniteDuree[]
  /** Le texte reste complet sans cette valeur (elle n'est pas exigée pour finaliser). */
  facultatif?: boolean
  /** Chaque gestionnaire d'un acte groupé a la sienne (`lib/domaine/acte/acte-groupe.ts`). */
  parGestionnaire?: boolean
}

export type ValeursParametres = Readonly<Record<string, ValeurParametre | undefined>>
