import type { Etape } from '../../domaine/acte/etapes'
import { jourEffet } from '../../domaine/acte/situation'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import { dateEnLettres, typographier } from '../typographie'

/** « Avenant n° 2 ». */
export const avenantNumero = (rang: number): string => typographier(`Avenant n° ${rang}`)

const EN_COURS: Record<Exclude<Etape, 'SIGNEE'>, string> = {
  BROUILLON: 'En rédaction',
  EN_RELECTURE: 'En relecture',
  A_REPRENDRE: 'À reprendre',
  TEXTE_ACCEPTE: 'Texte accepté',
  EN_DELIBERATION: 'En délibération',
  A_SIGNER: 'À signer',
  ABANDONNEE: 'Abandonné, sans effet ; son numéro ne resservira pas',
}

/** Où en est un avenant, en une ligne : son étape, ou ses dates une fois signé. */
export function etatDeLAvenant(a: {
  etape: Etape
  dateSignature: string | null
  dateEffet: string | null
}): string {
  if (a.etape !== 'SIGNEE') return EN_COURS[a.etape]
  const effet = jourEffet(a)
  const signe = a.dateSignature ? `Signé le ${dateEnLettres(a.dateSignature)}` : 'Signé'
  return typographier(
    effet && effet !== a.dateSignature ? `${signe}, effet au ${dateEnLettres(effet)}` : signe,
  )
}

/** Vrai quand la direction peut modifier cette convention par un avenant : signée, pas finie, son texte connu. */
export const peutPreparerAvenant = (
  c: Pick<ConventionLue, 'initiale' | 'etape' | 'situation' | 'qualites' | 'unites'>,
): boolean =>
  !c.initiale &&
  c.etape === 'SIGNEE' &&
  c.situation !== 'ECHUE' &&
  c.situation !== 'RESILIEE' &&
  c.unites.length > 0 &&
  c.qualites.includes('redacteur')

/** Vrai quand les modifications de cet avenant peuvent se proposer à d'autres centres. */
export const peutProposerAilleurs = (
  c: Pick<ConventionLue, 'initiale' | 'etape' | 'qualites' | 'origine'>,
): boolean =>
  // Un avenant repris n'a pas été écrit ici : sa transcription sert au texte en vigueur, pas de modèle à d'autres.
  c.initiale !== null &&
  c.origine === 'REDACTION' &&
  c.etape !== 'ABANDONNEE' &&
  c.qualites.includes('redacteur')
