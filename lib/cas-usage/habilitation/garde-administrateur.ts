import type { Tx } from '../../bd/client'
import { versDate } from '../../bd/dates'
import type { DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'

type Retrait = { utilisateurId: string } | { habilitationId: string }

/**
 * Refuse de retirer le dernier administrateur. Le verrou met à la file deux administrateurs qui se retireraient
 * l'un l'autre au même instant : le second relit ce que le premier a écrit.
 */
export async function exigerAutreAdministrateur(tx: Tx, retrait: Retrait, jour: DateIso): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('dernier-administrateur'))`
  const autres = await tx.habilitation.count({
    where: {
      role: 'ADMINISTRATEUR',
      depuis: { lte: versDate(jour) },
      OR: [{ jusqua: null }, { jusqua: { gt: versDate(jour) } }],
      utilisateur: { actif: true },
      ...('utilisateurId' in retrait
        ? { utilisateurId: { not: retrait.utilisateurId } }
        : { id: { not: retrait.habilitationId } }),
    },
  })
  if (autres === 0) throw new ErreurMetier('DERNIER_ADMINISTRATEUR')
}
