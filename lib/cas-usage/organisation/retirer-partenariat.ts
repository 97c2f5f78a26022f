import { versIsoOuNul } from '../../bd/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { RetraitPartenariat } from '../../domaine/organisation/saisies-referentiel'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/** Défait le lien entre un groupe et un centre ; les conventions déjà établies n'en dépendent pas. */
export async function retirerPartenariat(contexte: Contexte, saisie: RetraitPartenariat): Promise<void> {
  exigerAdministrateur(contexte.acteur)
  const { tx } = contexte
  const { groupeId, centreId } = saisie
  const lu = await tx.partenariat.findUnique({
    where: { groupeId_centreId: { groupeId, centreId } },
    include: { groupe: { select: { nom: true } }, centre: { select: { nom: true } } },
  })
  if (!lu) throw new ErreurMetier('INTROUVABLE')
  const { count } = await tx.partenariat.deleteMany({ where: { id: lu.id } })
  if (count === 0) throw new ErreurMetier('INTROUVABLE')
  await journaliser(contexte, {
    evenement: 'partenariat-retire',
    organisationId: centreId,
    cible: groupeId,
    avant: { groupe: lu.groupe.nom, centre: lu.centre.nom, depuis: versIsoOuNul(lu.depuis) },
  })
}
