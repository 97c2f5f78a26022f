import type { NatureOrganisation, Role } from '../../lib/domaine/organisation/acteur'
import type { NatureBesoin, NatureReponse } from '../../lib/domaine/organisation/besoins'
import type { CodeSpecialite } from '../socle/specialites'

export type OrganisationDemonstration = {
  code: string
  nature: NatureOrganisation
  nom: string
  sigle?: string
  article: string
  feminin: boolean
  parent?: string
  codeInsee?: string
  natureGestionnaire?: 'COMMUNE'
  adresse?: string
  telephone?: string
  offreRenseigneeLe?: string
  besoinsRecueillisLe?: string
}

export type FonctionDemonstration = {
  organisation: string
  code: string
  masculin: string
  feminin: string
  signataire?: boolean
  /** Personne nommée par une source, pour la seule période que la source atteste. */
  titulaire?: { civilite: 'M' | 'MME' | null; prenom: string; nom: string }
  depuis?: string
  jusqua?: string
  source?: string
}

export type ReponseDemonstration = {
  nature: NatureReponse
  texte: string
  le: string
  precision: 'mois' | 'annee'
}

export type BesoinDemonstration = {
  centre: string
  nature: NatureBesoin
  specialite: CodeSpecialite | null
  libelle: string
  /** Faux quand le besoin vient d'un échange hors des rencontres bilatérales (communes venues plus tard). */
  bilaterale: boolean
  note?: string
  reponses: ReponseDemonstration[]
}

export type CompteDemonstration = {
  courriel: string
  /** Jamais un nom de personne : la fonction tient lieu de nom. */
  nom: string
  fonction: string
  role: Role
  organisationCode: string
  fonctionValideur?: string
}
