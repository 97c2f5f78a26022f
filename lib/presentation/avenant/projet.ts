import type { Bloc } from '../../documents/blocs/blocs'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { NatureTerme } from '../../domaine/avenant/modifications'
import type { Forme } from '../../domaine/avenant/rediger'

/** Ce que l'avenant écrira d'une cible : son article, les formes possibles, et s'il s'accorde encore avec l'effet. */
export type RedactionDite = {
  cible: string
  /** Identité de l'article de l'avenant. */
  unite: string
  blocs: Bloc[]
  forme: Forme | null
  proposee: Forme | null
  permises: readonly Forme[]
  ajustee: boolean
  /** Phrase quand les mots ajustés ne disent plus l'effet. */
  desaccord: string | null
  version: number
}

/** Un projet d'avenant, prêt à montrer à côté du texte qu'il donnera. */
export type ProjetDit = {
  reference: string
  acteId: string
  rang: number
  /** Convention modifiée. */
  initiale: { reference: string; titre: string }
  /** Jour du texte en vigueur dont partent les retouches. */
  dateBase: DateIso
  redactions: RedactionDite[]
  /** « 3 modifications ». */
  compte: number
  terme: { version: number; nature: NatureTerme; fin: DateIso } | null
  finActuelle: DateIso | null
  /** Retouches que le texte en vigueur d'aujourd'hui empêche. */
  arretees: { cible: string; nom: string; raison: string }[]
  /** Autres projets d'avenant de la convention qui touchent les mêmes passages. */
  concurrents: { reference: string; rang: number; noms: string[] }[]
}

export const LIBELLES_FORMES: Record<Forme, { libelle: string; aide: string }> = {
  unite: { libelle: 'Remplacer en entier', aide: 'La forme que lisent les juristes et les conseillers' },
  alinea: { libelle: 'Alinéa par alinéa', aide: 'Seuls les alinéas changés sont récrits' },
  completer: { libelle: 'Compléter', aide: 'Ce qui existe ne bouge pas, la suite s’ajoute' },
  mots: { libelle: 'Mot pour mot', aide: '« les mots : « … » sont remplacés par les mots : « … » »' },
}
