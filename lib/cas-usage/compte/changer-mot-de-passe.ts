import { refusMotDePasse } from '../../domaine/compte/mot-de-passe'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { revoquer } from './acces'
import { hacherMotDePasse, verifierMotDePasse } from './hachage'
import { journaliser } from './journaliser'

/** `sessionGardee` vient du serveur (la session en cours), jamais du formulaire. */
type Saisie = { actuel: string; nouveau: string; sessionGardee: string | null }

/** Change son propre mot de passe et ferme ses autres sessions. */
export async function changerMotDePasse(contexte: Contexte, saisie: Saisie) {
  const { tx, acteur, maintenant } = contexte
  const moi = await tx.utilisateur.findUnique({ where: { id: acteur.utilisateurId } })
  if (!moi) throw new ErreurMetier('INTROUVABLE')
  if (!(await verifierMotDePasse(moi.motDePasse, saisie.actuel)))
    throw new ErreurMetier('MOT_DE_PASSE_INCORRECT')
  const raison =
    saisie.nouveau === saisie.actuel ? 'identique' : refusMotDePasse(saisie.nouveau, moi.courriel)
  if (raison) throw new ErreurMetier('MOT_DE_PASSE_FAIBLE', { raison })
  const { count } = await tx.utilisateur.updateMany({
    where: { id: moi.id, version: moi.version, actif: true },
    data: {
      motDePasse: await hacherMotDePasse(saisie.nouveau),
      motDePasseAChanger: false,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const sessions = await revoquer(tx, moi.id, maintenant, saisie.sessionGardee)
  await tx.jetonCompte.deleteMany({ where: { utilisateurId: moi.id, utiliseLe: null } })
  await journaliser(contexte, {
    evenement: 'mot-de-passe-change',
    utilisateurId: moi.id,
    donnees: { sessions },
  })
  return { sessionsFermees: sessions }
}
