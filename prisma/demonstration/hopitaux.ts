import { SOURCES } from './sources'
import type { OrganisationDemonstration } from './types'

const service = (code: string, nom: string, parent: string): OrganisationDemonstration => ({
  code,
  nature: 'SERVICE',
  nom,
  article: 'le',
  feminin: false,
  parent,
})

const site = (
  code: string,
  nom: string,
  codeInsee: string,
  parent: string,
  contact: Pick<OrganisationDemonstration, 'adresse' | 'telephone'> = {},
): OrganisationDemonstration => ({
  code,
  nature: 'SITE',
  nom,
  article: "l'",
  feminin: false,
  parent,
  codeInsee,
  ...contact,
})

/** L'institution, ses deux groupes, leurs sites, et les seuls services que les sources nomment. */
export const HOPITAUX: readonly OrganisationDemonstration[] = [
  {
    code: 'ap-hp',
    nature: 'INSTITUTION',
    nom: 'Assistance Publique – Hôpitaux de Paris',
    sigle: 'AP-HP',
    article: "l'",
    feminin: true,
    codeInsee: '75056',
    adresse: '3 avenue Victoria, 75004 Paris',
  },
  {
    code: 'hups',
    nature: 'GROUPE_HOSPITALIER',
    nom: 'Hôpitaux Universitaires Paris-Sud',
    sigle: 'HUPS',
    article: 'les',
    feminin: false,
    parent: 'ap-hp',
  },
  {
    code: 'hupnvs',
    nature: 'GROUPE_HOSPITALIER',
    nom: 'Hôpitaux Universitaires Paris Nord Val de Seine',
    sigle: 'HUPNVS',
    article: 'les',
    feminin: false,
    parent: 'ap-hp',
  },
  site('bicetre', 'hôpital Bicêtre', '94043', 'hups', {
    adresse: '78 rue du Général-Leclerc, 94270 Le Kremlin-Bicêtre',
    telephone: '01 45 21 21 21',
  }),
  site('antoine-beclere', 'hôpital Antoine-Béclère', '92023', 'hups'),
  site('paul-brousse', 'hôpital Paul-Brousse', '94076', 'hups'),
  site('louis-mourier', 'hôpital Louis-Mourier', '92025', 'hupnvs'),
  {
    code: 'pole-i3e',
    nature: 'POLE',
    nom: 'pôle Immunologie, infectieux, inflammation et endocrinologie',
    sigle: 'I3E',
    article: 'le',
    feminin: false,
    parent: 'hups',
  },
  service('bicetre-medecine-interne', 'service de médecine interne de l’hôpital Bicêtre', 'bicetre'),
  service('bicetre-imagerie', 'service d’imagerie de l’hôpital Bicêtre', 'bicetre'),
  service('bicetre-psychiatrie', 'service de psychiatrie de l’hôpital Bicêtre', 'bicetre'),
  service('bicetre-soins-palliatifs', 'service de soins palliatifs de l’hôpital Bicêtre', 'bicetre'),
  service('bicetre-pediatrie', 'service de pédiatrie de l’hôpital Bicêtre', 'bicetre'),
  service(
    'beclere-medecine-interne',
    'service de médecine interne de l’hôpital Antoine-Béclère',
    'antoine-beclere',
  ),
  service('beclere-pediatrie', 'service de pédiatrie de l’hôpital Antoine-Béclère', 'antoine-beclere'),
  service(
    'paul-brousse-geriatrie',
    'hôpitaux de jour de gériatrie de l’hôpital Paul-Brousse',
    'paul-brousse',
  ),
]

/** Premier emploi attesté du nom : le recensement de 2016. Les noms suivants ne sont pas dans les sources. */
export const APPELLATIONS = [
  {
    organisation: 'hups',
    nom: 'Hôpitaux Universitaires Paris-Sud',
    sigle: 'HUPS',
    codeReference: 'HUPS',
    depuis: '2016-01-01',
  },
  {
    organisation: 'hupnvs',
    nom: 'Hôpitaux Universitaires Paris Nord Val de Seine',
    sigle: 'HUPNVS',
    codeReference: 'HUPNVS',
    depuis: '2016-01-01',
  },
] as const

const releve = { organisation: 'hups', depuis: '2018-01-01', source: SOURCES.memoire }

export const EQUIPEMENTS = [
  { ...releve, code: 'irm', libelle: 'IRM', quantite: 4 },
  { ...releve, code: 'scanner', libelle: 'Scanners', quantite: 5 },
  { ...releve, code: 'mammographe', libelle: 'Mammographes', quantite: 2 },
  { ...releve, code: 'salle-echographie', libelle: 'Salles d’échographie', quantite: 26 },
  { ...releve, code: 'gamma-camera', libelle: 'Gamma-caméras', quantite: 3 },
  { ...releve, code: 'tep-scan', libelle: 'TEP-scan', quantite: 1 },
  { ...releve, code: 'salle-radiologie', libelle: 'Salles de radiologie', quantite: 10 },
  {
    ...releve,
    organisation: 'bicetre-imagerie',
    code: 'fax',
    libelle: 'Fax, pour les demandes d’examen avant la messagerie sécurisée',
    quantite: null,
  },
]
