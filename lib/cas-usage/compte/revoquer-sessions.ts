import type { z } from 'zod'
import type { saisieRevocation } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { revoquer } from './acces'
import { journaliser } from './journaliser'

/** Ferme une de ses sessions, ou toutes ; un administrateur peut fermer celles d'un autre. */
export async function revoquerSessions(contexte: Contexte, saisie: z.output<typeof saisieRevocation>) {
  const { tx, acteur, maintenant } = contexte
  const utilisateurId = saisie.utilisateurId ?? acteur.utilisateurId
  if (utilisateurId !== acteur.utilisateurId) exigerAdministrateur(acteur)
  const fermees = saisie.sessionId
    ? await revoquerUne(contexte, utilisateurId, saisie.sessionId)
    : await revoquer(tx, utilisateurId, maintenant)
  await journaliser(contexte, {
    evenement: 'sessions-revoquees',
    utilisateurId,
    donnees: { sessions: fermees },
  })
  return { sessionsFermees: fermees }
}

async function revoquerUne({ tx, maintenant }: Contexte, utilisateurId: string, id: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { id, utilisateurId, revoqueeLe: null },
    data: { revoqueeLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('INTROUVABLE')
  return count
}
