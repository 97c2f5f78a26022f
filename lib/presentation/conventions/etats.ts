import type { Etape } from '../../domaine/acte/etapes'
import type { Situation } from '../../domaine/acte/situation'
import { ajouterJours, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { EtatFiltrable } from '../../lectures/convention/filtres'
import { dateEnLettres } from '../typographie'

/** Un ton de l'interface : toujours la même couleur pour le même sens. */
export type TonEtat = 'neutre' | 'accent' | 'tenu' | 'vigilance' | 'manque' | 'inconnu'
export type EtatDit = { libelle: string; ton: TonEtat }

const ETAPES: Record<Exclude<Etape, 'SIGNEE'>, EtatDit> = {
  BROUILLON: { libelle: 'Brouillon', ton: 'neutre' },
  EN_RELECTURE: { libelle: 'En relecture', ton: 'accent' },
  A_REPRENDRE: { libelle: 'À reprendre', ton: 'vigilance' },
  TEXTE_ACCEPTE: { libelle: 'Texte accepté', ton: 'tenu' },
  EN_DELIBERATION: { libelle: 'En délibération', ton: 'accent' },
  A_SIGNER: { libelle: 'À signer', ton: 'vigilance' },
  ABANDONNEE: { libelle: 'Abandonnée', ton: 'neutre' },
}
const SITUATIONS: Record<Situation, EtatDit> = {
  A_VENIR: { libelle: 'À venir', ton: 'accent' },
  EN_VIGUEUR: { libelle: 'En vigueur', ton: 'tenu' },
  PREAVIS: { libelle: 'Préavis en cours', ton: 'vigilance' },
  ECHUE: { libelle: 'Échue', ton: 'manque' },
  RESILIEE: { libelle: 'Résiliée', ton: 'manque' },
}

/** Mot et ton de l'état : l'étape avant la signature, la situation après. */
export const etatDit = (c: { etape: Etape; situation: Situation | null }): EtatDit =>
  c.etape === 'SIGNEE' ? SITUATIONS[c.situation ?? 'EN_VIGUEUR'] : ETAPES[c.etape]

const AU_PLURIEL: Record<EtatFiltrable, string> = {
  BROUILLON: 'Brouillons',
  ABANDONNEE: 'Abandonnées',
  A_VENIR: 'À venir',
  EN_VIGUEUR: 'En vigueur',
  PREAVIS: 'Préavis en cours',
  ECHUE: 'Échues',
  RESILIEE: 'Résiliées',
}
export const ETATS_PROPOSES = Object.keys(AU_PLURIEL) as EtatFiltrable[]
export const libelleFiltreEtat = (etat: EtatFiltrable): string => AU_PLURIEL[etat]

/** Qui regarde : celui qui rédige, l'autre partie, ou un observateur du siège. */
export type Regard = 'redacteur' | 'partenaire' | 'observateur'
export const regardSur = (acteur: Acteur, groupeId: string): Regard =>
  acteur.groupes.includes(groupeId)
    ? 'redacteur'
    : acteur.sieges.includes(groupeId)
      ? 'observateur'
      : 'partenaire'

export type ConventionSituee = {
  etape: Etape
  situation: Situation | null
  dateEffet: DateIso | null
  dateFin: DateIso | null
  resilieeLe?: DateIso | null
}

/** Jours avant la fin où l'on commence à préparer la suite : le vote d'un conseil prend des mois. */
export const ALERTES = [365, 180, 90] as const

const AVANT_SIGNATURE: Record<Exclude<Etape, 'SIGNEE'>, Record<Regard, string>> = {
  BROUILLON: {
    redacteur: 'À vous : compléter le texte',
    partenaire: 'L’hôpital prépare le texte',
    observateur: 'Le groupe prépare le texte',
  },
  EN_RELECTURE: {
    redacteur: 'Le centre relit le texte',
    partenaire: 'À vous : relire le texte',
    observateur: 'Le centre relit le texte',
  },
  A_REPRENDRE: {
    redacteur: 'À vous : reprendre le texte',
    partenaire: 'L’hôpital reprend le texte',
    observateur: 'Le groupe reprend le texte',
  },
  TEXTE_ACCEPTE: {
    redacteur: 'La commune prépare sa délibération',
    partenaire: 'À vous : préparer la délibération',
    observateur: 'La commune prépare sa délibération',
  },
  EN_DELIBERATION: {
    redacteur: 'Le conseil délibère',
    partenaire: 'À vous : inscrire la délibération',
    observateur: 'Le conseil délibère',
  },
  A_SIGNER: {
    redacteur: 'À vous : suivre les signatures',
    partenaire: 'À vous : signer',
    observateur: 'Les parties signent',
  },
  ABANDONNEE: {
    redacteur: 'Rien à faire',
    partenaire: 'Rien à faire',
    observateur: 'Rien à faire',
  },
}

/** Ce qui vient ensuite, dans les mots de qui regarde. */
export function prochaineEtape(c: ConventionSituee, regard: Regard, jour: DateIso): string {
  if (c.etape !== 'SIGNEE') return AVANT_SIGNATURE[c.etape][regard]
  const moi = regard === 'redacteur'
  switch (c.situation) {
    case 'A_VENIR':
      return `Prend effet le ${dateEnLettres(c.dateEffet ?? '')}`
    case 'PREAVIS':
      return `Prend fin le ${dateEnLettres(c.resilieeLe ?? c.dateFin ?? '')}`
    case 'ECHUE':
      return moi ? 'À vous : proposer une nouvelle convention' : 'Une nouvelle convention est à négocier'
    case 'RESILIEE':
      return 'Rien à faire : la convention a pris fin'
    default:
      if (!c.dateFin) return moi ? 'À vous : retrouver la date de fin' : 'Date de fin à retrouver'
      if (c.dateFin <= ajouterJours(jour, ALERTES[0]))
        return moi
          ? 'À vous : préparer l’avenant qui la prolonge'
          : 'À renouveler par un avenant avant la fin'
      return `S’applique jusqu’au ${dateEnLettres(c.dateFin)}`
  }
}

/** « 12 conventions », « plus de 1 000 conventions » : `null` quand on a cessé de compter. */
export const compteDit = (n: number | null): string =>
  n === null
    ? 'plus de 1\u202f000 conventions'
    : n === 0
      ? 'Aucune convention'
      : `${n}\u00a0convention${n > 1 ? 's' : ''}`
