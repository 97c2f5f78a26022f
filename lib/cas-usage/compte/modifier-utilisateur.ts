import type { z } from 'zod'
import { estDoublon } from '../../bd/doublons'
import type { saisieModification } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { refuserVersion } from './acces'
import { journaliser } from './journaliser'

/** Change le nom ou le courriel d'un compte. */
export async function modifierUtilisateur(contexte: Contexte, saisie: z.output<typeof saisieModification>) {
  exigerAdministrateur(contexte.acteur)
  const { tx } = contexte
  const { utilisateurId, version, nom, courriel } = saisie
  const avant = await tx.utilisateur.findUnique({ where: { id: utilisateurId } })
  if (!avant) throw new ErreurMetier('INTROUVABLE')
  const { count } = await tx.utilisateur
    .updateMany({
      where: { id: utilisateurId, version },
      data: { nom, courriel, version: { increment: 1 } },
    })
    .catch((erreur: unknown) => {
      throw estDoublon(erreur) ? new ErreurMetier('DEJA_EXISTANT', { quoi: 'courriel' }) : erreur
    })
  if (count === 0) return refuserVersion(tx, utilisateurId)
  await journaliser(contexte, {
    evenement: 'utilisateur-modifie',
    utilisateurId,
    donnees: { nomAvant: avant.nom, nomApres: nom, courrielAvant: avant.courriel, courrielApres: courriel },
  })
  return { utilisateurId, version: version + 1 }
}
