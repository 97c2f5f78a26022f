import { NATURES_ORGANISATION, type NatureOrganisation } from '../../domaine/organisation/acteur'
import type { NatureGestionnaire } from '../../domaine/organisation/designations'

export const LIBELLES_GESTIONNAIRE: Record<NatureGestionnaire, string> = {
  COMMUNE: 'Commune',
  EPCI: 'Intercommunalité',
  ASSOCIATION: 'Association',
  MUTUELLE: 'Mutuelle',
  HOPITAL: 'Établissement hospitalier',
}

type Textes = {
  /** « Créer un groupe hospitalier ». */
  un: string
  aide: string
  /** Dit à la place du formulaire quand rien n'existe encore où le rattacher. */
  sansParent: string
  rattachement: string
  article: 'le' | 'la' | "l'" | 'les' | ''
  genre: 'masculin' | 'feminin'
  exemple: string
  /** Dit après la création : ce qu'il reste à faire. */
  suite: string
}

export const TEXTES_NATURE: Record<NatureOrganisation, Textes> = {
  INSTITUTION: {
    un: 'une institution',
    aide: 'La personne morale dont dépendent les groupes hospitaliers, et au nom de qui l’on signe.',
    sansParent: '',
    rattachement: '',
    article: "l'",
    genre: 'feminin',
    exemple: 'Assistance Publique – Hôpitaux de Paris',
    suite: 'Ajoutez maintenant ses groupes hospitaliers.',
  },
  GROUPE_HOSPITALIER: {
    un: 'un groupe hospitalier',
    aide: 'Il rédige les conventions ; son code ouvre leurs références.',
    sansParent: 'Un groupe dépend d’une institution. Créez d’abord l’institution.',
    rattachement: 'Institution',
    article: 'les',
    genre: 'masculin',
    exemple: 'Hôpitaux Universitaires Paris-Sud',
    suite: 'Ajoutez ses sites et ses pôles, puis reliez-le à ses centres partenaires.',
  },
  SITE: {
    un: 'un site hospitalier',
    aide: 'Un hôpital du groupe, avec son adresse.',
    sansParent: 'Un site dépend d’un groupe hospitalier. Créez d’abord le groupe.',
    rattachement: 'Groupe hospitalier',
    article: "l'",
    genre: 'masculin',
    exemple: 'hôpital Bicêtre',
    suite: 'Ajoutez ses pôles et ses services, ou complétez sa fiche.',
  },
  POLE: {
    un: 'un pôle',
    aide: 'Un ensemble de services, dans un groupe ou sur un site.',
    sansParent: 'Un pôle dépend d’un groupe ou d’un site. Créez d’abord l’un des deux.',
    rattachement: 'Groupe ou site',
    article: 'le',
    genre: 'masculin',
    exemple: 'pôle Neurosciences',
    suite: 'Ajoutez ses services, ou complétez sa fiche.',
  },
  SERVICE: {
    un: 'un service',
    aide: 'Un service hospitalier, sur un site ou dans un pôle.',
    sansParent: 'Un service dépend d’un site ou d’un pôle. Créez d’abord l’un des deux.',
    rattachement: 'Site ou pôle',
    article: 'le',
    genre: 'masculin',
    exemple: 'service de pédiatrie de l’hôpital Bicêtre',
    suite: 'Complétez sa fiche si vous connaissez ses coordonnées.',
  },
  GESTIONNAIRE: {
    un: 'un gestionnaire',
    aide: 'La commune, l’association ou l’établissement qui tient des centres de santé et signe pour eux.',
    sansParent: '',
    rattachement: '',
    article: 'la',
    genre: 'feminin',
    exemple: 'association Santé pour tous',
    suite: 'Ajoutez ses centres de santé ; ils se relient ensuite à un groupe hospitalier.',
  },
  CENTRE: {
    un: 'un centre de santé',
    aide: 'Le lieu de soins, tenu par un gestionnaire.',
    sansParent: 'Un centre est tenu par un gestionnaire. Créez d’abord le gestionnaire.',
    rattachement: 'Gestionnaire',
    article: 'le',
    genre: 'masculin',
    exemple: 'Centre municipal de santé d’Arcueil',
    suite: 'Reliez-le à un groupe hospitalier : sa direction pourra préparer une convention.',
  },
}

/** « groupe-hospitalier » dans une adresse. */
export const natureEnAdresse = (nature: NatureOrganisation): string =>
  nature.toLowerCase().replaceAll('_', '-')

export const natureDAdresse = (valeur: unknown): NatureOrganisation | null =>
  NATURES_ORGANISATION.find((n) => natureEnAdresse(n) === valeur) ?? null

export const CHEMIN_ORGANISATIONS = '/administration/organisations'

export function adresseCreation(nature: NatureOrganisation, parent?: string): string {
  const p = new URLSearchParams({ nature: natureEnAdresse(nature), ...(parent ? { parent } : {}) })
  return `${CHEMIN_ORGANISATIONS}/nouvelle?${p}`
}
