import { nouvelId } from '../../bd/identifiants'
import type { Contexte } from '../contexte'

export type EvenementOrganisation =
  | 'besoin-ajoute'
  | 'besoin-modifie'
  | 'besoin-repondu'
  | 'fiche-completee'
  | 'titulaire-renseigne'
  | 'offre-declaree'

type Valeur = string | number | boolean | null | string[]
type Fait = {
  evenement: EvenementOrganisation
  organisationId: string
  cible: string
  avant?: Record<string, Valeur>
  apres?: Record<string, Valeur>
}

/** Ajoute une ligne au journal de l'organisation, dans la transaction de l'écriture, avec l'avant et l'après. */
export async function journaliser({ tx, acteur, maintenant }: Contexte, fait: Fait): Promise<void> {
  await tx.journal.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      organisationId: fait.organisationId,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      le: maintenant,
      finLe: maintenant,
      evenement: fait.evenement,
      cible: fait.cible,
      donnees: { avant: fait.avant ?? {}, apres: fait.apres ?? {} },
    },
  })
}
