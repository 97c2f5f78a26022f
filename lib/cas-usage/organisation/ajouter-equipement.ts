import { versDateOuNul, versIsoOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDEquipement } from '../../domaine/organisation/equipements'
import { exigerOuvertes } from '../../domaine/organisation/fermeture'
import type { AjoutEquipement } from '../../domaine/organisation/saisies-equipements'
import type { Contexte } from '../contexte'
import { exigerEquipements } from './acces-equipements'
import { journaliser } from './journaliser'

/** Ajoute un équipement à un lieu de soins ; un lieu fermé n'en reçoit plus. */
export async function ajouterEquipement(
  contexte: Contexte,
  saisie: AjoutEquipement,
): Promise<{ equipementId: string }> {
  const { tx, acteur, maintenant } = contexte
  const { organisationId, code, quantite, depuis, jusqua, source } = saisie
  const lieu = await exigerEquipements(tx, acteur, organisationId)
  exigerOuvertes([{ nom: lieu.nom, jusqua: versIsoOuNul(lieu.jusqua) }], aujourdHuiAParis(maintenant))
  const libelle = nomDEquipement(code, saisie.libelle)
  if (libelle === null) throw new ErreurMetier('SAISIE_INVALIDE')
  if (depuis && jusqua && jusqua < depuis) throw new ErreurMetier('DATE_INCOHERENTE')
  const id = nouvelId(maintenant.getTime())
  await tx.equipement.create({
    data: {
      ...{ id, organisationId, code, libelle, quantite, source },
      depuis: versDateOuNul(depuis),
      jusqua: versDateOuNul(jusqua),
    },
  })
  await journaliser(contexte, {
    evenement: 'equipement-ajoute',
    organisationId,
    cible: id,
    apres: { code, libelle, quantite, depuis, jusqua, source },
  })
  return { equipementId: id }
}
