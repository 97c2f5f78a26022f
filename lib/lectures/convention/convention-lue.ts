import type { Etape, Qualite } from '../../domaine/acte/etapes'
import type { Situation } from '../../domaine/acte/situation'
import type { Modification } from '../../domaine/avenant/modifications'
import type { Contenu } from '../../domaine/texte/contenu'
import type { PartieSource } from '../../domaine/texte/modele-source'
import type { Numero } from '../../domaine/texte/numerotation'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type {
  AccordAdaptation,
  DetailAnnexe,
  FormulaireJoint,
  GenreUnite,
  OrigineUnite,
  Variante,
} from '../../domaine/texte/unites'
import type { ComptesActe } from '../acceptation/compter'

export type UniteLue = {
  identite: string
  parent: string | null
  rang: number
  genre: GenreUnite
  titre: string | null
  contenu: Contenu
  annexe: DetailAnnexe | null
  /** Formulaire vierge joint à l'annexe. */
  fichier: FormulaireJoint | null
  visa: string | null
  origine: OrigineUnite
  variante: string | null
  omise: boolean
  motif: string | null
  /** Pourquoi elle est adaptée ; `null` hors du groupe rédacteur. */
  motifAdaptation: string | null
  version: number
  modifieLe: Date
  modifieParNom: string | null
  /** Texte du modèle et variantes proposées ; `null` pour une unité ajoutée. */
  modele: {
    titre: string | null
    contenu: Contenu
    variantes: Variante[]
    facultative: boolean
    accordAdaptation: AccordAdaptation | null
  } | null
}
export type SignataireLu = {
  civilite: 'M' | 'MME' | null
  prenom: string
  nom: string
  qualite: string
  autorite: string | null
  signeLe: string | null
}
export type PartieLue = {
  id: string
  role: 'HOPITAL' | 'GESTIONNAIRE'
  organisation: { code: string; nom: string; nature: string; natureGestionnaire: string | null }
  designation: { nom: string; sigle: string | null; adresse: string | null }
  version: number
  signataires: SignataireLu[]
  /** Dernier jour de sa participation, quand elle a quitté un acte que d'autres gestionnaires poursuivent. */
  quitteLe?: string | null
}
export type ParametreLu = {
  cle: string
  valeur: ValeurParametre | null
  version: number
  origineFiche: string | null
}
export type FichierLu = {
  id: string
  nom: string
  type: string
  taille: number
  empreinte: string
  creeLe: Date
}

export type ConventionLue = {
  conventionId: string
  acteId: string
  /** Référence de l'acte : celle de la chaîne, suivie de « -A » et du rang pour un avenant. */
  reference: string
  genre: 'CONVENTION' | 'AVENANT'
  rang: number
  /** Convention que cet avenant modifie ; `null` pour une convention. */
  initiale: { reference: string; titre: string } | null
  titre: string
  etape: Etape
  situation: Situation | null
  origine: 'REDACTION' | 'REPRISE'
  version: number
  creeLe: Date
  modifieLe: Date
  groupe: { id: string; code: string; nom: string; sigle: string | null }
  centres: { id: string; code: string; nom: string }[]
  parties: PartieLue[]
  dates: { signature: string | null; effet: string | null; fin: string | null; resiliation: string | null }
  modele: {
    code: string
    versionId: string
    intitule: string
    numero: number
    valide: boolean
    parties: PartieSource[]
    titre: string
  } | null
  unites: UniteLue[]
  /** Numéros d'un texte signé, que rien ne renumérote ; absents d'un projet, où ils se calculent. */
  numeros?: Readonly<Record<string, Numero>>
  definitions: DefinitionParametre[]
  parametres: ParametreLu[]
  /** Effet d'un avenant, tel que la version lue le porte. */
  modifications?: readonly Modification[]
  avenants: {
    acteId: string
    reference: string
    rang: number
    titre: string
    etape: Etape
    dateSignature: string | null
    dateEffet: string | null
  }[]
  /** Scans de l'acte signé. */
  fichiers: FichierLu[]
  /** Versions partagées, de la plus récente à la plus ancienne. */
  versions: VersionResumee[]
  /** Numéro de la version montrée ; `null` quand c'est le texte en cours (direction), ou un acte signé sans version. */
  versionLue: number | null
  /** Au titre de quoi l'acteur lit cet acte, et ce qui l'y attend. */
  qualites: Qualite[]
  comptes: ComptesActe | null
  droits: { modifier: boolean; abandonner: boolean }
}

export type VersionResumee = {
  id: string
  numero: number
  empreinte: string
  message: string | null
  creeLe: Date
  creeParNom: string
}
