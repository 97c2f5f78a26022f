import { versDateOuNul, versIsoOuNul } from '../../bd/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Fermeture } from '../../domaine/organisation/saisies-referentiel'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/**
 * Note le dernier jour d'une organisation et qui lui succède ; sans date, la rouvre. Rien n'est effacé : ses actes, ses
 * références et ses noms restent.
 */
export async function fermerOrganisation(contexte: Contexte, saisie: Fermeture) {
  exigerAdministrateur(contexte.acteur)
  const { tx } = contexte
  const { organisationId, version, jusqua } = saisie
  const successeurId = jusqua ? saisie.successeurId : null
  const avant = await tx.organisation.findUnique({
    where: { id: organisationId },
    include: {
      enfants: { where: { jusqua: null }, select: { nom: true } },
      parent: { select: { jusqua: true } },
    },
  })
  if (!avant) throw new ErreurMetier('INTROUVABLE')
  const fermeture = versDateOuNul(jusqua)
  if (fermeture && avant.depuis && fermeture < avant.depuis) throw new ErreurMetier('DATE_INCOHERENTE')
  if (fermeture && avant.enfants.length > 0)
    throw new ErreurMetier('DEPENDANCES_OUVERTES', { noms: avant.enfants.map((e) => e.nom) })
  if (!fermeture && avant.parent?.jusqua) throw new ErreurMetier('RATTACHEMENT_INTERDIT')
  await exigerSuccesseur(contexte, avant, successeurId)
  const { count } = await tx.organisation.updateMany({
    where: { id: organisationId, version },
    data: { jusqua: fermeture, successeurId, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: jusqua ? 'organisation-fermee' : 'organisation-rouverte',
    organisationId,
    cible: organisationId,
    avant: { jusqua: versIsoOuNul(avant.jusqua), successeurId: avant.successeurId },
    apres: { jusqua, successeurId },
  })
  return { version: version + 1 }
}

/** Le successeur est une autre organisation, de même nature et ouverte. */
async function exigerSuccesseur(
  { tx }: Contexte,
  fermee: { id: string; nature: string },
  successeurId: string | null,
): Promise<void> {
  if (!successeurId) return
  const successeur = await tx.organisation.findUnique({ where: { id: successeurId } })
  if (!successeur) throw new ErreurMetier('INTROUVABLE')
  if (successeur.id === fermee.id || successeur.nature !== fermee.nature || successeur.jusqua)
    throw new ErreurMetier('RATTACHEMENT_INTERDIT')
}
