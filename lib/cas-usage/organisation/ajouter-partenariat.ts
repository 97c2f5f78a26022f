import { versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { SaisiePartenariat } from '../../domaine/organisation/saisies-referentiel'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/** Relie un groupe hospitalier et un centre : la direction du groupe voit alors la fiche du centre. */
export async function ajouterPartenariat(contexte: Contexte, saisie: SaisiePartenariat): Promise<void> {
  exigerAdministrateur(contexte.acteur)
  const { tx, maintenant } = contexte
  const { groupeId, centreId, depuis } = saisie
  const lues = await tx.organisation.findMany({ where: { id: { in: [groupeId, centreId] } } })
  const [groupe, centre] = [groupeId, centreId].map((id) => lues.find((o) => o.id === id))
  if (!groupe || !centre) throw new ErreurMetier('INTROUVABLE')
  if (groupe.nature !== 'GROUPE_HOSPITALIER' || centre.nature !== 'CENTRE' || groupe.jusqua || centre.jusqua)
    throw new ErreurMetier('RATTACHEMENT_INTERDIT')
  const id = nouvelId(maintenant.getTime())
  const { count } = await tx.partenariat.createMany({
    data: [{ id, groupeId, centreId, depuis: versDateOuNul(depuis) }],
    skipDuplicates: true,
  })
  if (count === 0) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'partenariat' })
  await journaliser(contexte, {
    evenement: 'partenariat-ajoute',
    organisationId: centreId,
    cible: groupeId,
    apres: { groupe: groupe.nom, centre: centre.nom, depuis },
  })
}
