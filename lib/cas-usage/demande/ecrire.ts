import type { DemandeDatee } from '../../domaine/engagement/demandes'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import type { Lieu } from './charger'

/** Récrit une demande si personne ne l'a changée depuis sa lecture ; l'auteur devient celui de cette écriture. */
export async function ecrireDemande(
  { tx, acteur }: Contexte,
  avant: { id: string; version: number },
  demande: DemandeDatee,
  lieu?: Omit<Lieu, 'cote'>,
): Promise<void> {
  const { count } = await tx.demande.updateMany({
    where: { id: avant.id, version: avant.version },
    data: {
      ...demande,
      ...lieu,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
}
