import type { Contexte } from '../contexte'
import { journaliser as ajouterAuJournal } from '../journal/journaliser'

export type EvenementOrganisation =
  | 'besoin-ajoute'
  | 'besoin-modifie'
  | 'besoin-repondu'
  | 'fiche-completee'
  | 'titulaire-renseigne'
  | 'offre-declaree'
  | 'equipement-ajoute'
  | 'equipement-modifie'
  | 'equipement-termine'
  | 'logo-depose'
  | 'organisation-creee'
  | 'organisation-modifiee'
  | 'organisation-fermee'
  | 'organisation-rouverte'
  | 'partenariat-ajoute'
  | 'partenariat-retire'
  | 'seance-ajoutee'
  | 'seance-modifiee'
  | 'seance-annulee'

type Valeur = string | number | boolean | null | string[]
type Fait = {
  evenement: EvenementOrganisation
  organisationId: string
  cible: string
  avant?: Record<string, Valeur>
  apres?: Record<string, Valeur>
}

/** Ajoute une ligne au journal de l'organisation, avec l'avant et l'après. */
export const journaliser = (contexte: Contexte, { avant = {}, apres = {}, ...fait }: Fait): Promise<void> =>
  ajouterAuJournal(contexte, { ...fait, donnees: { avant, apres } })
