import type {
  NatureBesoin,
  NatureReponse,
  PrecisionDate,
  PrioriteBesoin,
} from '../../domaine/organisation/besoins'
import type { CategorieSpecialite } from '../../domaine/organisation/comparaison'
import type { CodeManque, Manque } from '../../domaine/organisation/fiche'
import { INSECABLE } from '../../domaine/texte/ecriture/espaces'
import { dateEnLettres } from '../dates'

/** Ton d'une réponse : les quatre sens de la charte, plus l'accent pour ce qui est en route. */
type TonReponse = 'tenu' | 'accent' | 'vigilance' | 'manque'

export const NATURE_BESOIN: Record<NatureBesoin, string> = {
  CONSULTATION_HOPITAL: 'Consultations à l’hôpital',
  CONSULTATION_AVANCEE: 'Consultations avancées',
  HDJ: 'Hôpital de jour',
  AUTRE: 'Autres attentes',
}

export const NATURE_REPONSE: Record<NatureReponse, { mot: string; ton: TonReponse }> = {
  ARTICLE: { mot: 'Prévu par un article', ton: 'tenu' },
  AVENANT: { mot: 'Prévu par un avenant', ton: 'tenu' },
  EXPERIMENTATION: { mot: 'En expérimentation', ton: 'accent' },
  A_L_ETUDE: { mot: 'À l’étude', ton: 'accent' },
  REFUSEE: { mot: 'Refusé', ton: 'manque' },
}
export const SANS_REPONSE = { mot: 'Sans réponse', ton: 'vigilance' } as const

export const reponse = (nature: NatureReponse | null): { mot: string; ton: TonReponse } =>
  nature ? NATURE_REPONSE[nature] : SANS_REPONSE

export const PRIORITE: Record<PrioriteBesoin, string> = {
  HAUTE: 'Priorité haute',
  NORMALE: 'Priorité normale',
  BASSE: 'Priorité basse',
}

export const CATEGORIE: Record<CategorieSpecialite, string> = {
  CONSULTATION: 'Consultations médicales proposées',
  SUPPORT: 'Services de support proposés',
}

const MOIS_ANNEE = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Une date jamais plus précise que sa source : « 2018 », « septembre 2018 », « 1er septembre 2018 ». */
export function dateSelon(date: string, precision: PrecisionDate): string {
  if (precision === 'annee') return date.slice(0, 4)
  return precision === 'mois' ? moisEtAnnee(date) : dateEnLettres(date)
}

export const moisEtAnnee = (date: string): string => MOIS_ANNEE.format(new Date(`${date}T00:00:00Z`))

/** « en 2018 », « en septembre 2018 », « le 1er septembre 2018 ». */
export const momentSelon = (date: string, precision: PrecisionDate): string =>
  `${precision === 'jour' ? 'le' : 'en'} ${dateSelon(date, precision)}`

type Poste = { masculin: string; feminin: string; titulaire: { civilite: 'M' | 'MME' | null } | null }

/** Nom du poste accordé à son titulaire ; les deux formes quand on ne sait pas. */
export function nomDuPoste({ masculin, feminin, titulaire }: Poste): string {
  if (titulaire?.civilite === 'MME') return feminin
  if (titulaire?.civilite === 'M' || masculin === feminin) return masculin
  return `${masculin} ou ${feminin.charAt(0).toLowerCase()}${feminin.slice(1)}`
}

/** « Madame Elsa Genestier » ; sans civilité connue, le prénom et le nom seuls. */
export function nomDePersonne(p: { civilite: 'M' | 'MME' | null; prenom: string; nom: string }): string {
  const civilite =
    p.civilite === 'M' ? `Monsieur${INSECABLE}` : p.civilite === 'MME' ? `Madame${INSECABLE}` : ''
  return `${civilite}${[p.prenom, p.nom].filter(Boolean).join(' ')}`
}

/** « Dernier jour : 31 décembre 2026 », d'une organisation fermée ou qui va l'être. */
export const derniereOuverture = (jusqua: string): string =>
  `Dernier jour${INSECABLE}: ${dateEnLettres(jusqua)}`

/** « depuis le … », « du … au … », « avant le … ». */
export function periode(depuis: string | null, jusqua: string | null): string {
  if (depuis && jusqua) return `du ${dateEnLettres(depuis)} au ${dateEnLettres(jusqua)}`
  if (depuis) return `depuis le ${dateEnLettres(depuis)}`
  return jusqua ? `jusqu’au ${dateEnLettres(jusqua)}` : 'dates non renseignées'
}

const MANQUE: Record<Exclude<CodeManque, 'titulaire'>, { phrase: string; ancre: string }> = {
  nom: { phrase: 'Le nom d’usage', ancre: 'coordonnees' },
  adresse: { phrase: 'L’adresse', ancre: 'coordonnees' },
  telephone: { phrase: 'Le téléphone', ancre: 'coordonnees' },
  courriel: { phrase: 'L’adresse électronique', ancre: 'coordonnees' },
  offre: { phrase: 'L’offre de soins', ancre: 'offre' },
  besoins: { phrase: 'Le recueil complet des besoins', ancre: 'besoins' },
}

/** Ce qui manque, dit en clair, avec l'endroit de la page où le compléter. */
export function manqueEnClair(
  manque: Manque,
  contexte: { centre: string; poste: (fonctionId: string) => string },
): { phrase: string; ancre: string } {
  if (manque.code === 'titulaire')
    return {
      phrase: `Le titulaire du poste : ${contexte.poste(manque.fonction ?? '')} (${manque.organisation})`,
      ancre: 'personnes',
    }
  const { phrase, ancre } = MANQUE[manque.code]
  const duCentre = manque.organisation === contexte.centre
  return duCentre
    ? { phrase: `${phrase} du centre`, ancre }
    : { phrase: `${phrase} de l’organisme gestionnaire`, ancre: 'gestionnaire' }
}

export type EtapeActe =
  | 'BROUILLON'
  | 'EN_RELECTURE'
  | 'A_REPRENDRE'
  | 'TEXTE_ACCEPTE'
  | 'EN_DELIBERATION'
  | 'A_SIGNER'
  | 'SIGNEE'
  | 'ABANDONNEE'

export const ETAPE_ACTE: Record<EtapeActe, string> = {
  BROUILLON: 'Brouillon',
  EN_RELECTURE: 'En relecture',
  A_REPRENDRE: 'À reprendre',
  TEXTE_ACCEPTE: 'Texte accepté',
  EN_DELIBERATION: 'En délibération',
  A_SIGNER: 'À signer',
  SIGNEE: 'Signée',
  ABANDONNEE: 'Abandonnée',
}
