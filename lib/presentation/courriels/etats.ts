import type { EtatCourriel, IssueEnvoi, RaisonEchec } from '../../domaine/courriel/envoi'
import { INSECABLE } from '../../domaine/texte/ecriture/espaces'
import { compter } from '../typographie'

type TonEtat = 'neutre' | 'accent' | 'tenu' | 'vigilance' | 'manque' | 'inconnu'

/** Ce que l'administrateur lit de chaque état, dans l'ordre des filtres. */
export const ETATS_COURRIEL: Record<EtatCourriel, { libelle: string; ton: TonEtat }> = {
  ECHEC: { libelle: 'Non parti', ton: 'manque' },
  INCERTAIN: { libelle: 'Envoi incertain', ton: 'vigilance' },
  EN_ATTENTE: { libelle: 'En attente', ton: 'accent' },
  EN_COURS: { libelle: 'Envoi en cours', ton: 'accent' },
  GARDE: { libelle: 'Gardé, sans envoi', ton: 'inconnu' },
  ENVOYE: { libelle: 'Envoyé', ton: 'tenu' },
}

export const PHRASE_INCERTAIN =
  'L’envoi s’est interrompu alors que le serveur de courriel avait peut-être déjà accepté ce message.'

const RAISONS: Record<RaisonEchec, (code: number | null) => string> = {
  injoignable: () => 'Le serveur de courriel ne répond pas.',
  chiffrement: () => 'La connexion chiffrée avec le serveur de courriel a échoué.',
  compte: () => 'Le serveur de courriel n’accepte pas le compte de l’application.',
  refus: (code) => `Le serveur de courriel a refusé ce message${code ? ` (code${INSECABLE}${code})` : ''}.`,
  composition: () => 'Le texte du courriel n’a pas pu être écrit.',
}

/** Phrase gardée avec le courriel et montrée à l'administrateur. */
export const phraseEchec = (issue: Exclude<IssueEnvoi, { issue: 'accepte' }>): string =>
  issue.issue === 'incertain' ? PHRASE_INCERTAIN : RAISONS[issue.raison](issue.code)

/** Ce que l'administrateur lit avant d'ouvrir la page. */
export function phraseCourriels({ total, aVoir }: { total: number; aVoir: number }): string {
  if (total === 0) return 'Aucun courriel pour l’instant.'
  const tous = compter(total, 'courriel')
  return aVoir === 0
    ? `${tous}.`
    : `${tous}, dont ${compter(aVoir, 'non parti ou incertain', 'non partis ou incertains')}.`
}
