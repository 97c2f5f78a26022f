import type { z } from 'zod'
import { empreinte } from '../../bd/secrets'
import { titulaireDuJeton } from '../../bd/titulaire'
import { refusMotDePasse } from '../../domaine/compte/mot-de-passe'
import type { saisieActivation } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { revoquer } from './acces'
import { hacherMotDePasse } from './hachage'
import { journaliser } from './journaliser'

/** Sans acteur : le jeton seul fait foi. */
type ContexteAnonyme = Omit<Contexte, 'acteur'>

/**
 * Choisit un mot de passe par un lien à usage unique. Le jeton se consomme par écriture conditionnelle : deux
 * envois simultanés n'en font qu'un ; un mot de passe refusé annule tout et laisse le lien bon.
 */
export async function activerCompte(contexte: ContexteAnonyme, saisie: z.output<typeof saisieActivation>) {
  const { tx, maintenant } = contexte
  const titulaire = await titulaireDuJeton(tx, empreinte(saisie.jeton), maintenant)
  if (!titulaire) throw new ErreurMetier('JETON_PERIME')
  const raison = refusMotDePasse(saisie.nouveau, titulaire.courriel)
  if (raison) throw new ErreurMetier('MOT_DE_PASSE_FAIBLE', { raison })
  const { count } = await tx.jetonCompte.updateMany({
    where: { empreinte: empreinte(saisie.jeton), utiliseLe: null, expireLe: { gt: maintenant } },
    data: { utiliseLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('JETON_PERIME')
  await tx.utilisateur.update({
    where: { id: titulaire.id },
    data: {
      motDePasse: await hacherMotDePasse(saisie.nouveau),
      motDePasseAChanger: false,
      version: { increment: 1 },
    },
  })
  await revoquer(tx, titulaire.id, maintenant)
  const acteur = { utilisateurId: titulaire.id, nom: titulaire.nom }
  await journaliser(
    { tx, maintenant, acteur },
    { evenement: 'mot-de-passe-choisi', utilisateurId: titulaire.id },
  )
  return { courriel: titulaire.courriel }
}
