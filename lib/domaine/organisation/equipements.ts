import type { NatureOrganisation } from './acteur'

/** Équipements courants, dans l'ordre où on les propose : échanger d'abord, puis l'imagerie. `autre` se nomme. */
export const EQUIPEMENTS_CONNUS = {
  'messagerie-securisee': 'Messagerie sécurisée de santé (MSSanté)',
  'terr-esante': 'Terr-eSanté',
  fax: 'Télécopie',
  teleconsultation: 'Poste de téléconsultation',
  'dossier-informatise': 'Dossier médical informatisé',
  'salle-radiologie': 'Salle de radiologie',
  'salle-echographie': 'Salle d’échographie',
  echographe: 'Échographe',
  mammographe: 'Mammographe',
  'panoramique-dentaire': 'Panoramique dentaire',
  scanner: 'Scanner',
  irm: 'IRM',
  'gamma-camera': 'Gamma-caméra',
  'tep-scan': 'TEP-scan',
  autre: null,
} as const satisfies Record<string, string | null>

export type CodeEquipement = keyof typeof EQUIPEMENTS_CONNUS
export const CODES_EQUIPEMENT = Object.keys(EQUIPEMENTS_CONNUS) as CodeEquipement[]

/** Code connu, ou `autre` : une ligne chargée avant la liste garde son nom. */
export const codeConnu = (code: string): CodeEquipement => CODES_EQUIPEMENT.find((c) => c === code) ?? 'autre'

/** Nom d'une ligne : le nom précis s'il est donné, sinon celui de la liste ; `null` si rien ne la nomme. */
export const nomDEquipement = (code: CodeEquipement, libelle: string | null): string | null =>
  libelle ?? EQUIPEMENTS_CONNUS[code]

/** Un équipement est quelque part : dans un lieu de soins, non chez la personne morale qui le tient. */
export const porteDesEquipements = (nature: NatureOrganisation): boolean =>
  nature !== 'INSTITUTION' && nature !== 'GESTIONNAIRE'
