import type { Bloc } from '../../documents/blocs/blocs'
import { blocsUnite, preparerResolution } from '../../documents/blocs/construire'
import type { TranscriptionLue } from '../../lectures/avenant/lire-transcription'
import { compter, dateEnLettres, jourCivil, typographier } from '../typographie'

export type TranscriptionDite = {
  etat: TranscriptionLue['etat']
  titre: string
  /** Où elle en est, et ce que cela change pour le texte en vigueur. */
  phrase: string
  /** Ce qu'il vaut mieux faire d'abord. */
  conseil: string | null
  /** Modifications transcrites, chacune avec ses mots. */
  modifications: { identite: string; titre: string | null; blocs: Bloc[] }[]
  /** Phrase au-dessus des modifications : d'où viennent leurs mots. */
  avertissement: string
  version: number
  gestes: { commencer: boolean; poursuivre: boolean; declarer: boolean; corriger: boolean }
}

export const SEUL_LE_SIGNE = 'Seul l’acte signé fait foi.'

const TITRES: Record<TranscriptionLue['etat'], string> = {
  'a-commencer': 'Ce que cet avenant modifie n’est pas encore saisi',
  'en-cours': 'Transcription en cours',
  declaree: 'Ce que cet avenant modifie',
  correction: 'Correction de la transcription en cours',
}

/** La transcription d'un avenant repris, prête à montrer à qui le lit. */
export function transcriptionDite(t: TranscriptionLue): TranscriptionDite {
  const nombre = t.texte?.unites.length ?? 0
  const enCours = t.etat === 'en-cours' || t.etat === 'correction'
  return {
    etat: t.etat,
    titre: TITRES[t.etat],
    phrase: typographier(phraseDe(t, nombre)),
    conseil: t.peutEcrire ? conseilDe(t) : null,
    modifications: modificationsDe(t),
    avertissement: `Ces modifications sont transcrites : leur mise en forme est celle de l’application. ${SEUL_LE_SIGNE}`,
    version: t.version,
    gestes: {
      commencer: t.peutEcrire && t.etat === 'a-commencer' && t.conventionTranscrite,
      poursuivre: t.peutEcrire && enCours,
      declarer: t.peutEcrire && enCours && nombre > 0 && t.arretees === 0,
      corriger: t.peutEcrire && t.etat === 'declaree',
    },
  }
}

function phraseDe(t: TranscriptionLue, nombre: number): string {
  const declaree = t.declaree
    ? `déclarée complète le ${dateEnLettres(jourCivil(t.declaree.le))} par ${t.declaree.par}`
    : ''
  switch (t.etat) {
    case 'a-commencer':
      return 'Le texte en vigueur n’en tient pas compte, et le dit en réserve.'
    case 'en-cours':
      return `${nombre === 0 ? 'Aucune modification transcrite' : compter(nombre, 'modification transcrite', 'modifications transcrites')}. Le texte en vigueur n’en tient compte qu’une fois la transcription relue et déclarée complète.`
    case 'declaree':
      return `Transcription ${declaree}. Le texte en vigueur en tient compte${t.effetLe ? ` à partir du ${dateEnLettres(t.effetLe)}` : ''}.`
    case 'correction':
      return `Le texte en vigueur suit encore la transcription ${declaree}. La correction s’appliquera quand vous l’aurez déclarée à son tour.`
  }
}

function conseilDe(t: TranscriptionLue): string | null {
  if (!t.conventionTranscrite)
    return 'Saisissez d’abord le texte de la convention : c’est lui que cet avenant modifie.'
  if (t.arretees > 0)
    return `${compter(t.arretees, 'modification ne s’applique plus', 'modifications ne s’appliquent plus')} au texte d’alors : reprenez-les avant de déclarer.`
  if (t.avant.length === 0 || t.etat === 'declaree') return null
  const noms = t.avant.map((a) => `n°\u00a0${String(a.rang)}`)
  return noms.length === 1
    ? `L’avenant ${noms[0] ?? ''}, d’effet antérieur, n’est pas encore transcrit : mieux vaut commencer par lui.`
    : `Les avenants ${noms.slice(0, -1).join(', ')} et ${noms.at(-1) ?? ''}, d’effet antérieur, ne sont pas encore transcrits : mieux vaut commencer par eux.`
}

function modificationsDe({ texte }: TranscriptionLue): TranscriptionDite['modifications'] {
  if (!texte) return []
  const r = preparerResolution(texte)
  // Le numéro d'article de l'original n'est pas connu : chaque modification se nomme par son seul intitulé.
  return texte.unites.map((u) => ({
    identite: u.identite,
    titre: u.titre,
    blocs: blocsUnite(r, u).filter((b) => b.genre !== 'titre'),
  }))
}
