import type { Tx } from '../../bd/client'
import { nouvelId } from '../../bd/identifiants'

export type EvenementCompte =
  | 'utilisateur-cree'
  | 'utilisateur-modifie'
  | 'utilisateur-desactive'
  | 'utilisateur-reactive'
  | 'lien-acces-emis'
  | 'mot-de-passe-change'
  | 'mot-de-passe-choisi'
  | 'sessions-revoquees'
  | 'identite-rattachee'
  | 'habilitation-accordee'
  | 'habilitation-terminee'

type Fait = {
  evenement: EvenementCompte
  utilisateurId: string
  organisationId?: string
  donnees?: Record<string, string | number | null>
}

/** Ajoute une ligne au journal, dans la transaction de l'écriture. Ni mot de passe, ni jeton, ni empreinte. */
export async function journaliser(
  contexte: { tx: Tx; acteur: { utilisateurId: string; nom: string }; maintenant: Date },
  fait: Fait,
): Promise<void> {
  await contexte.tx.journal.create({
    data: {
      id: nouvelId(contexte.maintenant.getTime()),
      organisationId: fait.organisationId ?? null,
      auteurId: contexte.acteur.utilisateurId,
      auteurNom: contexte.acteur.nom,
      le: contexte.maintenant,
      finLe: contexte.maintenant,
      evenement: fait.evenement,
      cible: fait.utilisateurId,
      donnees: fait.donnees ?? {},
    },
  })
}
