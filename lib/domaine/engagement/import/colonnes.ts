import { plier } from '../../texte/plier'

/** Ce qu'une colonne d'un tableur peut donner à une demande. */
export const CHAMPS_IMPORT = [
  'demandeeLe',
  'nature',
  'examen',
  'specialite',
  'degreDemande',
  'degreRetenu',
  'canal',
  'repondueLe',
  'rendezVousLe',
  'issue',
  'centre',
  'site',
] as const
export type ChampImport = (typeof CHAMPS_IMPORT)[number]
/** Titre de colonne → champ ; `null` : la colonne n'est pas lue. */
export type Correspondance = Readonly<Record<string, ChampImport | null>>

/** Sans elles, une ligne ne dit rien. La nature et le canal ont une valeur par défaut. */
export const CHAMPS_REQUIS: readonly ChampImport[] = ['demandeeLe', 'degreDemande']

const MOTS: readonly [ChampImport, RegExp][] = [
  ['rendezVousLe', /rendez|rdv/],
  ['repondueLe', /repon/],
  ['degreRetenu', /(degre|urgence|priorite).*(retenu|hopital)|retenu/],
  ['degreDemande', /degre|urgence|priorite/],
  ['demandeeLe', /demande.* le|date.*demande|recu|^demandee?$|^date$/],
  ['examen', /examen|acte|modalite/],
  ['specialite', /specialite|discipline/],
  ['nature', /nature|type/],
  ['canal', /canal|moyen|arrivee|voie/],
  ['issue', /issue|suite|resultat|statut/],
  ['centre', /centre|cms/],
  ['site', /site|hopital|service/],
]

/** Correspondance proposée d'après les titres : chaque champ ne se prend qu'une fois. */
export function proposer(titres: readonly string[]): Correspondance {
  const pris = new Set<ChampImport>()
  return Object.fromEntries(
    titres.map((titre) => {
      const [champ] = MOTS.find(([c, mots]) => !pris.has(c) && mots.test(plier(titre))) ?? [null]
      if (champ) pris.add(champ)
      return [titre, champ]
    }),
  )
}

const NOMINATIFS =
  /\b(noms?|prenoms?|patients?|patientes?|assures?|malades?|beneficiaires?|usagers?|naissance|nee?|ddn|age|nir|nss|securite sociale|secu|n ?ss|ipp|nip|ins|telephone|tel|portable|mail|adresse|domicile|sexe|civilite|identite|dossier)\b/
const LIEUX = /\b(centre|cms|site|hopital|service)\b/
const LIBRES = /comment|observ|remarque|motif|note|diagnost|indication|prescript|medecin|clinique|libre|texte/

/** Colonnes dont le titre annonce une personne : leur fichier est refusé. */
export const colonnesNominatives = (titres: readonly string[]): string[] =>
  titres.filter((t) => NOMINATIFS.test(plier(t).replace(/[^a-z0-9]+/g, ' ')) && !LIEUX.test(plier(t)))

/** Colonnes de texte libre, ou sans titre : écartées avant d'être gardées, sans refuser le fichier. */
export const estEcartee = (titre: string): boolean => titre.trim() === '' || LIBRES.test(plier(titre))

/** Numéro de sécurité sociale : sexe, année, mois, département, commune et rang, avec ou sans clé. */
const NIR = /^[12378]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2[AB])\d{6}(\d{2})?$/i
export const ressembleAUnNir = (valeur: string): boolean =>
  NIR.test(valeur.replace(/[\s.\u00a0\u202f-]/g, ''))
