import type { Tx } from '../../bd/client'
import type { ConstatSignature } from '../../domaine/acte/signature'
import type { DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'

/** Règles d'autorité, lues par la maison qui appelle : un cas d'usage ne lit pas les écrans. */
export type ReglesSignature = {
  /** Tout ce qui bloque ou prévient avant l'envoi, au jour dit. */
  avantEnvoi(tx: Tx, acteId: string, jour: DateIso): Promise<readonly ConstatSignature[]>
  /** Ce que dit la date à laquelle une partie a signé (une commune ne signe qu'après la transmission). */
  aLaDate(tx: Tx, acteId: string, partieId: string, signeLe: DateIso): Promise<readonly ConstatSignature[]>
}

/** Refuse dès qu'un constat bloque, avec la phrase de chacun et sa source. */
export function refuserSiBloque(constats: readonly ConstatSignature[]): void {
  const raisons = constats.filter((c) => c.niveau === 'bloque')
  if (raisons.length)
    throw new ErreurMetier('SIGNATURE_BLOQUEE', {
      raisons: raisons.map((c) => `${c.message.replace(/\.$/, '')} (${c.source}).`).join(' '),
    })
}
