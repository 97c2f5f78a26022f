import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { peutLire } from '../../domaine/acte/droits'
import type { Acteur } from '../../domaine/organisation/acteur'

const PASSAGES_VERS_LA_REPRISE = [
  'reprise-demandee',
  'texte-rouvert',
  'vote-refuse',
  'signature-refusee',
] as const
export type RaisonDeReprise = {
  evenement: (typeof PASSAGES_VERS_LA_REPRISE)[number]
  motif: string
  /** Qui refuse de signer, quand c'est pour cela. */
  signataire: string | null
  par: string
  le: Date
}

/** Pourquoi un acte visible est à reprendre : le dernier passage qui l'y a mené ; `null` à une autre étape, ou sans motif. */
export function lireRaisonDeReprise(acteur: Acteur, acteId: string): Promise<RaisonDeReprise | null> {
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: acteId } })
    if (!acte || acte.etape !== 'A_REPRENDRE' || !peutLire(acteur, acte)) return null
    const ligne = await tx.journal.findFirst({
      where: { acteId, partage: true, evenement: { in: [...PASSAGES_VERS_LA_REPRISE] } },
      orderBy: { id: 'desc' },
    })
    const { motif, signataire } = (ligne?.donnees ?? {}) as { motif?: unknown; signataire?: unknown }
    if (!ligne || typeof motif !== 'string' || !motif) return null
    return {
      evenement: ligne.evenement as RaisonDeReprise['evenement'],
      motif,
      signataire: typeof signataire === 'string' ? signataire : null,
      par: ligne.auteurNom,
      le: ligne.le,
    }
  })
}
