import type { Delai } from '../../domaine/calendrier/delais'
import type { Degre, NatureDemande } from '../../domaine/engagement/declaration'
import type { Canal, Issue } from '../../domaine/engagement/demandes'
import { compter } from '../typographie'

export const NATURES: Readonly<Record<NatureDemande, string>> = {
  imagerie: 'Imagerie',
  consultation: 'Consultation',
  'orientation-hdj': 'Orientation en hôpital de jour',
}
export const DEGRES: Readonly<Record<Degre, string>> = {
  urgent: 'Urgent',
  'semi-urgent': 'Semi-urgent',
  'non-urgent': 'Non urgent',
}
export const CANAUX: Readonly<Record<Canal, string>> = {
  telephone: 'Téléphone',
  'messagerie-securisee': 'Messagerie sécurisée',
  plateforme: 'Plateforme de rendez-vous',
  courriel: 'Courriel',
  telecopie: 'Télécopie',
  courrier: 'Courrier',
}
export const ISSUES: Readonly<Record<Issue, string>> = {
  donnee: 'Rendez-vous donné',
  reorientee: 'Réorientée',
  refusee: 'Refusée',
  autrement: 'Terminée autrement',
}
export const EXAMENS: Readonly<Record<string, string>> = {
  scanner: 'Scanner',
  irm: 'IRM',
  echographie: 'Échographie',
  radiographie: 'Radiographie',
}

/** Choix d'une liste, dans l'ordre de sa table. */
export const choix = <C extends string>(mots: Readonly<Record<C, string>>) =>
  (Object.entries(mots) as [C, string][]).map(([valeur, libelle]) => ({ valeur, libelle }))

type Decompte = Pick<Delai, 'unite' | 'decompte'>
const UNITES: Record<Delai['unite'], [string, string, string, string]> = {
  heure: ['heure calendaire', 'heures calendaires', 'heure ouvrée', 'heures ouvrées'],
  jour: ['jour calendaire', 'jours calendaires', 'jour ouvré', 'jours ouvrés'],
  mois: ['mois', 'mois', 'mois', 'mois'],
  an: ['an', 'ans', 'an', 'ans'],
}

/** « 48 heures ouvrées », « 15 jours calendaires », « 1 heure calendaire ». L'unité s'écrit près de chaque taux. */
export function dureeEnMots({ nombre, unite, decompte }: Decompte & { nombre: number }): string {
  const [seul, plusieurs, seulOuvre, plusieursOuvres] = UNITES[unite]
  const arrondi = Math.round(nombre * 10) / 10
  return decompte === 'ouvre'
    ? compter(arrondi, seulOuvre, plusieursOuvres)
    : compter(arrondi, seul, plusieurs)
}

/** Ce que veut dire « ouvré », à côté de l'unité. */
export const NOTE_OUVRE = 'de 8\u00a0h\u00a030 à 17\u00a0h\u00a030, du lundi au vendredi, hors jours fériés'
