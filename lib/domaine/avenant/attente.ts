import type { Etape } from '../acte/etapes'

/** Ce que l'on attend encore de l'autre côté. */
export type AttenteDuCentre = 'relecture' | 'vote' | 'signature'

/**
 * Ce qu'un acte partagé attend de l'autre côté, ou `null` : il a répondu, ou c'est au groupe d'agir. Une remarque est une
 * réponse, un accord d'ensemble aussi.
 */
export function attenteDe(a: { etape: Etape; remarques: number; accepte: boolean }): AttenteDuCentre | null {
  if (a.etape === 'EN_RELECTURE') return a.remarques === 0 && !a.accepte ? 'relecture' : null
  if (a.etape === 'EN_DELIBERATION') return 'vote'
  return a.etape === 'A_SIGNER' ? 'signature' : null
}
