import type { z } from 'zod'
import { nouvelId } from '../../bd/identifiants'
import type { saisieUtilisateur } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/** Crée un compte sans mot de passe : son titulaire le choisira par un lien d'accès. */
export async function creerUtilisateur(contexte: Contexte, saisie: z.output<typeof saisieUtilisateur>) {
  exigerAdministrateur(contexte.acteur)
  const id = nouvelId(contexte.maintenant.getTime())
  const { count } = await contexte.tx.utilisateur.createMany({
    data: [{ id, courriel: saisie.courriel, nom: saisie.nom, creeLe: contexte.maintenant }],
    skipDuplicates: true,
  })
  if (count === 0) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'courriel' })
  await journaliser(contexte, {
    evenement: 'utilisateur-cree',
    utilisateurId: id,
    donnees: { nom: saisie.nom, courriel: saisie.courriel },
  })
  return { utilisateurId: id }
}
