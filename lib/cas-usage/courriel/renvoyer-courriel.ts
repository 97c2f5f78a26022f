import type { z } from 'zod'
import { mettreEnFile } from '../../bd/file'
import { ETATS_RENVOYABLES } from '../../domaine/courriel/envoi'
import type { saisieRenvoi } from '../../domaine/courriel/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'

/**
 * Remet un courriel en file, avec le même Message-ID, à la demande d'un administrateur : non parti, incertain (il peut
 * alors arriver deux fois) ou gardé. Refuse tout autre état (ETAPE_INTERDITE) et une version dépassée.
 */
export async function renvoyerCourriel(
  contexte: Contexte,
  { courrielId, version }: z.output<typeof saisieRenvoi>,
): Promise<void> {
  const { tx, acteur } = contexte
  exigerAdministrateur(acteur)
  const courriel = await tx.courriel.findUnique({ where: { id: courrielId } })
  if (!courriel) throw new ErreurMetier('INTROUVABLE')
  if (courriel.version !== version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (!ETATS_RENVOYABLES.includes(courriel.etat)) throw new ErreurMetier('ETAPE_INTERDITE')
  const { count } = await tx.courriel.updateMany({
    where: { id: courrielId, version, etat: courriel.etat },
    data: { etat: 'EN_ATTENTE', essais: 0, erreur: null, finiLe: null, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await mettreEnFile(tx, 'courriel', [courrielId])
  await journaliser(contexte, {
    evenement: 'courriel-renvoye',
    cible: courrielId,
    donnees: { gabarit: courriel.gabarit, etat: courriel.etat },
  })
}
