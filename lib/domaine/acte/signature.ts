import { type DateIso, dernierJour } from '../calendrier/dates'
import type { TexteDActe } from '../texte/finalisation'
import { datesCitees } from './dates-du-texte'

/** Signataire tel qu'il est figé à l'envoi : changer la fiche ensuite ne change aucun document. */
export type SignataireFige = {
  rang: number
  civilite: 'M' | 'MME' | null
  prenom: string
  nom: string
  qualite: string
  autorite: string | null
  autoriteNature: string
  autoriteReference: string | null
  autoriteDate: DateIso | null
}
export type PartieEnvoyee = {
  partieId: string
  organisationId: string
  role: 'HOPITAL' | 'GESTIONNAIRE'
  nom: string
  /** Place de la partie quand les signatures se suivent. */
  ordre: number
  signataires: readonly SignataireFige[]
}

/** Un signataire attendu, désigné par sa partie et son rang. */
export type SignataireAttendu = SignataireFige & {
  partieId: string
  role: PartieEnvoyee['role']
  partie: string
}
export type SignatureRecue = { partieId: string; rang: number; signeLe: DateIso }

/** Signataires d'un envoi, dans l'ordre où ils signent. */
export const attendusDe = (parties: readonly PartieEnvoyee[]): SignataireAttendu[] =>
  [...parties]
    .sort((a, b) => a.ordre - b.ordre)
    .flatMap((p) =>
      [...p.signataires]
        .sort((a, b) => a.rang - b.rang)
        .map((s) => ({ ...s, partieId: p.partieId, role: p.role, partie: p.nom })),
    )

type Designe = { partieId: string; rang: number }
const meme = (a: Designe, b: Designe) => a.partieId === b.partieId && a.rang === b.rang

/** Le premier qui devait signer avant celui-ci et ne l'a pas fait, ou l'a fait un jour plus tard ; `null` sinon. */
export function attenduAvant(
  parties: readonly PartieEnvoyee[],
  recues: readonly SignatureRecue[],
  s: SignatureRecue,
): SignataireAttendu | null {
  for (const a of attendusDe(parties)) {
    if (meme(a, s)) return null
    const recue = recues.find((r) => meme(r, a))
    if (!recue || recue.signeLe > s.signeLe) return a
  }
  return null
}

/** Signataires qui manquent encore. Une partie a signé quand tous les siens ont signé. */
export const manquantsDe = (
  parties: readonly PartieEnvoyee[],
  recues: readonly Designe[],
): SignataireAttendu[] => attendusDe(parties).filter((a) => !recues.some((r) => meme(r, a)))

export type DatesDeLActe = {
  signature: DateIso
  effet: DateIso
  /** Dernier jour, inclus ; `null` quand le texte ne donne pas de durée. */
  fin: DateIso | null
  /** D'où vient l'effet. */
  regle: 'date-ecrite' | 'derniere-signature' | 'derniere-signature-apres-la-date-ecrite'
}

/**
 * Dates d'un acte signé, par cette seule fonction. Signature : la plus tardive. Effet : la date écrite, sinon la dernière
 * signature ; une signature plus tardive que la date écrite reporte l'effet sans reporter le terme (articles de durée des
 * modèles). Fin : la date écrite, sinon la durée comptée de l'effet écrit ou, faute d'effet écrit, de la signature ; le
 * premier jour compte. Refuse une liste vide.
 */
export function datesDeLaSignature(texte: TexteDActe, signees: readonly DateIso[]): DatesDeLActe {
  const signature = [...signees].sort().at(-1)
  if (!signature) throw new RangeError('aucune date de signature')
  const { effetEcrit, finEcrite, finCalculee, dureeMois } = datesCitees(texte)
  const fin = finEcrite ?? finCalculee ?? (dureeMois ? dernierJour(signature, dureeMois) : null)
  if (effetEcrit === null) return { signature, effet: signature, fin, regle: 'derniere-signature' }
  return signature > effetEcrit
    ? { signature, effet: signature, fin, regle: 'derniere-signature-apres-la-date-ecrite' }
    : { signature, effet: effetEcrit, fin, regle: 'date-ecrite' }
}
