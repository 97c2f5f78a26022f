import type { Etape, Qualite } from '../../domaine/acte/etapes'
import { fenetreDeRenouvellement } from '../../domaine/acte/resiliation'
import type { Situation } from '../../domaine/acte/situation'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ComptesActe } from '../../lectures/acceptation/compter'
import type { EtatFiltrable } from '../../lectures/convention/filtres'
import { compter, dateEnLettres } from '../typographie'

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
  EN_RELECTURE: 'En relecture',
  A_REPRENDRE: 'À reprendre',
  TEXTE_ACCEPTE: 'Textes acceptés',
  EN_DELIBERATION: 'En délibération',
  A_SIGNER: 'À signer',
  A_VENIR: 'À venir',
  EN_VIGUEUR: 'En vigueur',
  PREAVIS: 'Préavis en cours',
  ECHUE: 'Échues',
  RESILIEE: 'Résiliées',
  ABANDONNEE: 'Abandonnées',
}
export const ETATS_PROPOSES = Object.keys(AU_PLURIEL) as EtatFiltrable[]
export const libelleFiltreEtat = (etat: EtatFiltrable): string => AU_PLURIEL[etat]

/** Qui regarde : la direction qui rédige, un centre, sa mairie, une fonction consultée, ou un observateur du siège. */
export type Regard = 'redacteur' | 'centre' | 'mairie' | 'valideur' | 'observateur'

const REGARDS: readonly [Qualite, Regard][] = [
  ['redacteur', 'redacteur'],
  ['centre', 'centre'],
  ['mairie', 'mairie'],
  ['valideur', 'valideur'],
]
/** Le titre qui engage le plus l'emporte : qui dirige un centre et observe pour le siège regarde en centre. */
export const regardDe = (qualites: readonly Qualite[]): Regard =>
  REGARDS.find(([q]) => qualites.includes(q))?.[1] ?? 'observateur'

/** Côté du lecteur d'un acte signé, quand son titre exact ne change pas ce qu'il a à faire. */
export type CoteDuLecteur = 'redacteur' | 'partenaire' | 'observateur'
export const coteDuLecteur = (acteur: Acteur, groupeId: string): CoteDuLecteur =>
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
  /** Ce qui attend l'acteur, quand l'acte est en cours. */
  comptes?: ComptesActe | null
}

/** Jours avant la fin où l'on commence à préparer la suite : le vote d'un conseil prend des mois. */
export const ALERTES = [365, 180, 90] as const

type Suite = string | ((c: ComptesActe) => string)

const RIEN_A_FAIRE = 'Rien à faire'
const DELIBERE = 'Le conseil délibère'
/** Une décision inscrite ne fait plus attendre le conseil, même si l'étape ne change qu'à l'envoi. */
function apresLeVote(c: ComptesActe): string {
  return c.aVoter ? DELIBERE : 'Délibération inscrite : l’hôpital prépare la signature'
}
const AVANT_SIGNATURE: Record<Exclude<Etape, 'SIGNEE'>, Record<Regard, Suite>> = {
  BROUILLON: {
    redacteur: 'À vous : compléter le texte',
    centre: 'L’hôpital prépare le texte',
    mairie: 'L’hôpital prépare le texte',
    valideur: 'La direction prépare le texte',
    observateur: 'Le groupe prépare le texte',
  },
  EN_RELECTURE: {
    redacteur: (c) => aRepondre(c) ?? 'Le centre relit le texte',
    centre: (c) => aRepondre(c) ?? aRelire(c),
    mairie: (c) => aRepondre(c) ?? (c.ensemble ? 'Texte accepté de votre côté' : relecturePartagee(c)),
    valideur: 'Le centre relit le texte',
    observateur: 'Le centre relit le texte',
  },
  A_REPRENDRE: {
    redacteur: (c) => aRepondre(c) ?? 'À vous : reprendre le texte',
    centre: (c) => aRepondre(c) ?? 'L’hôpital reprend le texte',
    mairie: (c) => aRepondre(c) ?? 'L’hôpital reprend le texte',
    valideur: 'La direction reprend le texte',
    observateur: 'Le groupe reprend le texte',
  },
  TEXTE_ACCEPTE: {
    redacteur: 'À vous : réunir les avis et préparer le vote',
    centre: 'Texte accepté : la commune prépare sa délibération',
    mairie: 'À vous : préparer la délibération',
    valideur: (c) => aviser(c) ?? 'Avis rendu : la commune prépare sa délibération',
    observateur: 'La commune prépare sa délibération',
  },
  EN_DELIBERATION: {
    redacteur: (c) => (c.aVoter ? DELIBERE : 'À vous : vérifier, puis envoyer à la signature'),
    centre: apresLeVote,
    mairie: (c) =>
      c.aVoter
        ? 'À vous : inscrire la délibération'
        : c.aCompleter
          ? 'À vous : compléter la délibération'
          : apresLeVote(c),
    valideur: (c) => aviser(c) ?? apresLeVote(c),
    observateur: apresLeVote,
  },
  A_SIGNER: {
    redacteur: 'À vous : suivre les signatures',
    centre: 'Les parties signent',
    mairie: 'À vous : signer',
    valideur: 'Les parties signent',
    observateur: 'Les parties signent',
  },
  ABANDONNEE: {
    redacteur: RIEN_A_FAIRE,
    centre: RIEN_A_FAIRE,
    mairie: RIEN_A_FAIRE,
    valideur: RIEN_A_FAIRE,
    observateur: RIEN_A_FAIRE,
  },
}

const RIEN_DE_COMPTE: ComptesActe = {
  articles: 0,
  annexes: 0,
  remarques: 0,
  ensemble: false,
  avis: 0,
  aVoter: 1,
  aCompleter: 0,
}

const aRepondre = (c: ComptesActe): string | null =>
  c.remarques ? `À vous : répondre à ${compter(c.remarques, 'remarque')}` : null

const aviser = (c: ComptesActe): string | null => (c.avis ? 'À vous : donner votre avis' : null)

/** « À vous : relire 3 articles et 1 annexe », puis accepter l'ensemble. */
function aRelire(c: ComptesActe): string {
  if (c.ensemble) return 'Texte accepté de votre côté'
  const reste = [
    ...(c.articles ? [compter(c.articles, 'article')] : []),
    ...(c.annexes ? [compter(c.annexes, 'annexe')] : []),
  ]
  return reste.length ? `À vous : relire ${reste.join(' et ')}` : 'À vous : accepter l’ensemble du texte'
}

/** La mairie peut accepter pour ses centres ; elle n'a pas à le faire quand ils relisent eux-mêmes. */
const relecturePartagee = (c: ComptesActe): string =>
  c.articles + c.annexes === 0
    ? 'À vous : accepter l’ensemble, si le centre ne l’a pas fait'
    : 'Le centre relit le texte, vous pouvez l’accepter pour lui'

/** Ce qui vient ensuite, dans les mots de qui regarde. */
export function prochaineEtape(c: ConventionSituee, regard: Regard, jour: DateIso): string {
  if (c.etape !== 'SIGNEE') {
    const suite = AVANT_SIGNATURE[c.etape][regard]
    return typeof suite === 'string' ? suite : suite(c.comptes ?? RIEN_DE_COMPTE)
  }
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
      if (jour >= fenetreDeRenouvellement(c.dateFin, c.dateEffet).ouvre)
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
