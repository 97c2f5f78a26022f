import type { Acteur } from '../organisation/acteur'
import { type ActePourDroits, coteDe, estRedacteur, peutLire, qualitesSur } from './droits'
import { ETAPES_DE_NEGOCIATION, type Qualite } from './etapes'

export const NATURES_REMARQUE = ['COMMENTAIRE', 'CONTRE_PROPOSITION'] as const
export type NatureRemarque = (typeof NATURES_REMARQUE)[number]

export const ETATS_REMARQUE = ['OUVERTE', 'ACCEPTEE', 'DECLINEE', 'CLOSE'] as const
export type EtatRemarque = (typeof ETATS_REMARQUE)[number]

export type Cote = 'HOPITAL' | 'GESTIONNAIRE'

export const DECISIONS = ['accepter', 'decliner', 'clore', 'rouvrir'] as const
export type DecisionRemarque = (typeof DECISIONS)[number]

/** Étape que chaque décision laisse. */
export const ETAT_APRES: Record<DecisionRemarque, EtatRemarque> = {
  accepter: 'ACCEPTEE',
  decliner: 'DECLINEE',
  clore: 'CLOSE',
  rouvrir: 'OUVERTE',
}

/** Ce que les règles ont besoin de savoir d'une remarque. */
export type RemarquePourDroits = {
  nature: NatureRemarque
  interne: boolean
  etat: EtatRemarque
  cote: Cote
  auteurId: string | null
  invitationId: string | null
  /** Déjà écrite dans le texte de travail. */
  ecrite?: boolean
}

/** Titres au nom desquels on écrit : une fonction consultée rend un avis et le siège observe, ni l'un ni l'autre ne négocie. */
const QUALITES_QUI_ECRIVENT: readonly Qualite[] = ['redacteur', 'centre', 'mairie', 'invite']
/** Titres au nom desquels on engage l'autre côté : une personne invitée commente, elle ne décide pas. */
const QUALITES_DU_PARTENAIRE: readonly Qualite[] = ['centre', 'mairie']

const porte = (acteur: Acteur, acte: ActePourDroits, titres: readonly Qualite[]): boolean =>
  qualitesSur(acteur, acte).some((q) => titres.includes(q))

/** Écrire une remarque partagée : chaque côté, sur un texte partagé qui se négocie. */
export const peutEcrireRemarque = (acteur: Acteur, acte: ActePourDroits): boolean =>
  peutLire(acteur, acte) &&
  acte.partage &&
  ETAPES_DE_NEGOCIATION.includes(acte.etape) &&
  porte(acteur, acte, QUALITES_QUI_ECRIVENT)

/** Écrire une remarque interne : le groupe rédacteur seul, jusqu'à la signature. */
export const peutEcrireEnInterne = (acteur: Acteur, acte: ActePourDroits): boolean =>
  estRedacteur(acteur, acte) && acte.etape !== 'ABANDONNEE' && acte.etape !== 'SIGNEE'

/** Une remarque interne n'existe que pour le groupe rédacteur. */
export const peutLireRemarque = (
  acteur: Acteur,
  acte: ActePourDroits,
  remarque: Pick<RemarquePourDroits, 'interne'>,
): boolean => peutLire(acteur, acte) && (!remarque.interne || estRedacteur(acteur, acte))

/** Répondre dans le fil d'une remarque ouverte. */
export const peutRepondre = (acteur: Acteur, acte: ActePourDroits, r: RemarquePourDroits): boolean =>
  r.etat === 'OUVERTE' && peutIntervenir(acteur, acte, r)

const peutIntervenir = (acteur: Acteur, acte: ActePourDroits, r: RemarquePourDroits): boolean =>
  r.interne ? peutEcrireEnInterne(acteur, acte) : peutEcrireRemarque(acteur, acte)

/** Vrai pour qui l'a écrite, compte ou invitation. */
export const estAuteur = (acteur: Acteur, r: Pick<RemarquePourDroits, 'auteurId' | 'invitationId'>) =>
  (r.auteurId !== null && r.auteurId === acteur.utilisateurId) ||
  (r.invitationId !== null && r.invitationId === acteur.invitation?.invitationId)

/**
 * Qui décide quoi. Ce qui vient de l'autre côté s'accepte ou se décline : par la direction pour le gestionnaire, par le
 * centre ou la mairie pour la direction ; jamais par qui l'a écrit. L'auteur ou la direction clôt et rouvre ; une
 * contre-proposition acceptée a changé le texte, ou va le faire : elle ne se rouvre pas.
 */
export function peutDecider(
  acteur: Acteur,
  acte: ActePourDroits,
  r: RemarquePourDroits,
  decision: DecisionRemarque,
): boolean {
  if (!peutIntervenir(acteur, acte, r)) return false
  const redacteur = estRedacteur(acteur, acte)
  switch (decision) {
    case 'clore':
      return r.etat === 'OUVERTE' && (redacteur || estAuteur(acteur, r))
    case 'rouvrir':
      if (r.etat === 'OUVERTE') return false
      if (r.etat === 'ACCEPTEE' && r.nature === 'CONTRE_PROPOSITION') return false
      return redacteur || estAuteur(acteur, r)
    case 'accepter':
    case 'decliner':
      if (r.etat !== 'OUVERTE' || r.interne) return false
      return r.cote === 'GESTIONNAIRE' ? redacteur : porte(acteur, acte, QUALITES_DU_PARTENAIRE)
  }
}

/**
 * Écrire dans le texte une contre-proposition : la direction seule. Celle de l'autre côté tant qu'elle est ouverte ; la
 * sienne, une fois que l'autre côté l'a acceptée ; une interne, quand elle veut.
 */
export function peutRetenir(acteur: Acteur, acte: ActePourDroits, r: RemarquePourDroits): boolean {
  if (r.nature !== 'CONTRE_PROPOSITION' || !estRedacteur(acteur, acte)) return false
  if (!ETAPES_DE_NEGOCIATION.includes(acte.etape) && !(r.interne && acte.etape === 'BROUILLON')) return false
  if (r.interne || r.cote === 'GESTIONNAIRE') return r.etat === 'OUVERTE'
  return r.etat === 'ACCEPTEE' && !r.ecrite
}

/** Vrai si cette remarque attend quelque chose de l'acteur : l'autre côté a écrit le dernier, ou une décision lui revient. */
export function attend(
  acteur: Acteur,
  acte: ActePourDroits,
  r: RemarquePourDroits & { dernierCote: Cote },
): boolean {
  if (peutRetenir(acteur, acte, r)) return true
  const sien = coteDe(acteur, acte)
  return sien !== null && peutRepondre(acteur, acte, r) && !r.interne && r.dernierCote !== sien
}

/** Passage visé : le bloc, les mots cités, et leur place dans le texte de ce bloc (en signes, tel qu'il se lit). */
export type Passage = { idBloc: string; citation: string; debut: number; fin: number }
export type BlocLisible = { id: string; texte: string }
/** Où le passage se trouve aujourd'hui ; `null` : le texte a changé, la remarque reste à l'article avec sa citation. */
export type PassageRetrouve = { idBloc: string; debut: number; fin: number } | null

/**
 * Retrouve un passage cité après des changements ailleurs : d'abord dans son bloc, au plus près de sa place ; sinon
 * ailleurs dans l'unité, si les mots n'y sont qu'une fois.
 */
export function retrouverPassage(passage: Passage, blocs: readonly BlocLisible[]): PassageRetrouve {
  const { citation } = passage
  if (!citation) return null
  const sien = blocs.find((b) => b.id === passage.idBloc)
  const dansLeSien = sien ? occurrences(sien.texte, citation) : []
  if (sien && dansLeSien.length) {
    const debut = dansLeSien.reduce((a, b) =>
      Math.abs(b - passage.debut) < Math.abs(a - passage.debut) ? b : a,
    )
    return { idBloc: sien.id, debut, fin: debut + citation.length }
  }
  const ailleurs = blocs.flatMap((b) => occurrences(b.texte, citation).map((debut) => ({ id: b.id, debut })))
  const [seule, autre] = ailleurs
  if (!seule || autre) return null
  return { idBloc: seule.id, debut: seule.debut, fin: seule.debut + citation.length }
}

function occurrences(texte: string, citation: string): number[] {
  const places: number[] = []
  for (let i = texte.indexOf(citation); i >= 0; i = texte.indexOf(citation, i + 1)) places.push(i)
  return places
}
