import 'server-only'
import { stockage } from '../../bd/stockage'
import { avecActeur } from '../../bd/transaction'
import { estRedacteur, peutLire } from '../../domaine/acte/droits'
import type { Acteur } from '../../domaine/organisation/acteur'

export type DocumentFige = { etat: 'PREPARATION' | 'PRET' | 'SIGNE' | 'RETIRE'; document: unknown }

/** Document d'un envoi, pour le fabriquer : le groupe rédacteur seul ; `null` sinon. */
export function lireDocumentFige(acteur: Acteur, envoiId: string): Promise<DocumentFige | null> {
  return avecActeur(acteur, async (tx) => {
    const e = await tx.envoiSignature.findUnique({
      where: { id: envoiId },
      select: { etat: true, document: true, acte: { select: { groupeId: true } } },
    })
    return e && estRedacteur(acteur, e.acte) ? { etat: e.etat, document: e.document } : null
  })
}

export type RetourALire = {
  octets: Uint8Array<ArrayBuffer>
  type: string
  fige: Uint8Array<ArrayBuffer>
  document: unknown
}

/** Fichier revenu et PDF figé auquel le comparer ; `null` si l'un d'eux est hors de portée de l'acteur. */
export function lireRetour(acteur: Acteur, envoiId: string, fichierId: string): Promise<RetourALire | null> {
  return avecActeur(acteur, async (tx) => {
    const e = await tx.envoiSignature.findUnique({ where: { id: envoiId }, include: { acte: true } })
    if (!e?.pdfId || !peutLire(acteur, e.acte)) return null
    const depose = await stockage(tx).decrire(fichierId)
    const sien = depose?.acteId === e.acteId || depose?.creePar === acteur.utilisateurId
    if (!depose || depose.usage !== 'retour' || !sien) return null
    const [retour, fige] = [await stockage(tx).ouvrir(fichierId), await stockage(tx).ouvrir(e.pdfId)]
    return retour && fige
      ? { octets: retour.octets, type: retour.type, fige: fige.octets, document: e.document }
      : null
  })
}
