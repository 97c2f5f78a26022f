import 'server-only'
import { stockage } from '../../bd/stockage'
import { avecActeur } from '../../bd/transaction'
import { estRedacteur, peutLire } from '../../domaine/acte/droits'
import type { Acteur } from '../../domaine/organisation/acteur'

export type FichierServi = { octets: Uint8Array<ArrayBuffer>; nom: string; type: string; empreinte: string }

/** Fichier d'un acte visible, ou dépôt de l'acteur lui-même ; `null` sinon. */
export async function lireFichier(acteur: Acteur, id: string): Promise<FichierServi | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return avecActeur(acteur, async (tx) => {
    const f = await tx.fichier.findUnique({
      where: { id },
      select: { usage: true, creePar: true, interne: true, acte: true },
    })
    if (!f) return null
    const visible = f.acte
      ? peutLire(acteur, f.acte) && (!f.interne || estRedacteur(acteur, f.acte))
      : f.usage === 'logo' || f.creePar === acteur.utilisateurId
    return visible ? stockage(tx).ouvrir(id) : null
  })
}
