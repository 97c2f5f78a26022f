import type { Tx } from '../../bd/client'
import { chargerDossier } from '../../bd/dossier-signature'
import {
  type Constat,
  controlerAvantSignature,
  controlerDateDeSignature,
} from '../../domaine/acte/regles-signature'
import type { DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'

/** Refuse l'envoi si une règle d'autorité le bloque au jour dit, avec la phrase de chacune et sa source. */
export async function exigerEnvoiPermis(tx: Tx, acteId: string, jour: DateIso): Promise<void> {
  const dossier = await chargerDossier(tx, acteId, jour)
  if (!dossier) throw new ErreurMetier('INTROUVABLE')
  refuserSiBloque(controlerAvantSignature(dossier.aControler))
}

/** Refuse une date à laquelle cette partie ne pouvait pas signer : une commune ne signe qu'après la transmission. */
export async function exigerDatePermise(
  tx: Tx,
  acteId: string,
  partieId: string,
  signeLe: DateIso,
): Promise<void> {
  const dossier = await chargerDossier(tx, acteId, signeLe)
  const partie = dossier?.aControler.parties.find((p) => p.partieId === partieId)
  if (partie) refuserSiBloque(controlerDateDeSignature(partie, signeLe))
}

function refuserSiBloque(constats: readonly Constat[]): void {
  const raisons = constats.filter((c) => c.niveau === 'bloque')
  if (raisons.length)
    throw new ErreurMetier('SIGNATURE_BLOQUEE', {
      raisons: raisons.map((c) => `${c.message.replace(/\.$/, '')} (${c.source}).`).join(' '),
    })
}
