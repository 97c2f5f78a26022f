import type { Acteur } from '../organisation/acteur'
import {
  ETAPES_DE_NEGOCIATION,
  ETAPES_DE_REDACTION,
  type Etape,
  type Passage,
  passagePermis,
  type Qualite,
} from './etapes'

/** Ce que les droits ont besoin de savoir d'un acte. */
export type ActePourDroits = {
  /** Une personne invitée n'a de droits que sur l'acte de son lien. */
  id?: string
  groupeId: string
  organisations: readonly string[]
  partage: boolean
  etape: Etape
  /** Fonctions dont l'avis est demandé, « groupe:fonction ». */
  valideurs?: readonly string[]
  /** Un acte repris garde son texte ouvert : l'acte signé, numérisé, fait foi. */
  origine?: 'REDACTION' | 'REPRISE'
}

/** La direction des partenariats du groupe rédacteur. */
export const estRedacteur = (acteur: Acteur, acte: Pick<ActePourDroits, 'groupeId'>): boolean =>
  acteur.groupes.includes(acte.groupeId)

/** Au titre de quoi l'acteur agit sur cet acte : vide pour qui lui est étranger. Ne dit pas qu'il est partagé. */
export function qualitesSur(acteur: Acteur, acte: ActePourDroits): Qualite[] {
  const porte = (role: 'DIRECTION_CMS' | 'MAIRIE') =>
    acteur.habilitations.some((h) => h.role === role && acte.organisations.includes(h.organisationId))
  const qualites: [Qualite, boolean][] = [
    ['redacteur', estRedacteur(acteur, acte)],
    ['centre', porte('DIRECTION_CMS')],
    ['mairie', porte('MAIRIE')],
    ['valideur', (acte.valideurs ?? []).some((v) => acteur.validations?.includes(v))],
    ['invite', acte.id !== undefined && acteur.invitation?.acteId === acte.id],
    ['siege', acteur.sieges.includes(acte.groupeId)],
  ]
  return qualites.filter(([, oui]) => oui).map(([q]) => q)
}

/**
 * Qui voit l'acte : le groupe rédacteur toujours ; l'autre côté, les fonctions consultées et les personnes invitées dès
 * le premier partage ; le siège hors brouillon. Pour tout autre, l'acte n'existe pas (« introuvable », jamais « interdit »).
 */
export function peutLire(acteur: Acteur, acte: ActePourDroits): boolean {
  const qualites = qualitesSur(acteur, acte)
  if (qualites.includes('redacteur')) return true
  if (acte.etape !== 'BROUILLON' && qualites.includes('siege')) return true
  if (!acte.partage) return false
  return (
    qualites.some((q) => q !== 'siege') || acte.organisations.some((o) => acteur.organisations.includes(o))
  )
}

/**
 * Écrire le texte, les paramètres, les parties : la direction, tant que le texte se rédige. Le texte d'un acte repris,
 * déjà signé, se transcrit plus tard : seul son scan fait foi.
 */
export const peutModifier = (acteur: Acteur, acte: ActePourDroits): boolean =>
  estRedacteur(acteur, acte) &&
  (ETAPES_DE_REDACTION.includes(acte.etape) || (acte.origine === 'REPRISE' && acte.etape === 'SIGNEE'))

/** Ouvrir une convention ou enregistrer une reprise pour ce groupe. */
export const peutCreer = (acteur: Acteur, groupeId: string): boolean => acteur.groupes.includes(groupeId)

/** Faire passer l'acte : la table des passages, pour un acte que l'acteur voit. */
export const peutPasser = (acteur: Acteur, acte: ActePourDroits, passage: Passage): boolean =>
  peutLire(acteur, acte) && passagePermis(passage, acte.etape, qualitesSur(acteur, acte))

/** Abandonner avant signature, avec un motif. */
export const peutAbandonner = (acteur: Acteur, acte: ActePourDroits): boolean =>
  peutPasser(acteur, acte, 'abandonner')

/** Le côté au nom duquel l'acteur écrit : le groupe et ses fonctions, ou l'organisme gestionnaire et ses centres. */
export function coteDe(acteur: Acteur, acte: ActePourDroits): 'HOPITAL' | 'GESTIONNAIRE' | null {
  const qualites = qualitesSur(acteur, acte)
  if (qualites.includes('redacteur') || qualites.includes('valideur')) return 'HOPITAL'
  if (qualites.includes('centre') || qualites.includes('mairie')) return 'GESTIONNAIRE'
  return acteur.invitation && qualites.includes('invite') ? acteur.invitation.cote : null
}

/** Écrire une remarque partagée : chaque côté, sur un texte partagé, tant qu'il se négocie. Le siège observe. */
export const peutRemarquer = (acteur: Acteur, acte: ActePourDroits): boolean =>
  peutLire(acteur, acte) &&
  acte.partage &&
  ETAPES_DE_NEGOCIATION.includes(acte.etape) &&
  coteDe(acteur, acte) !== null

/** Remarques internes : le groupe rédacteur seul, à toute étape avant la signature. */
export const peutRemarquerEnInterne = (acteur: Acteur, acte: ActePourDroits): boolean =>
  estRedacteur(acteur, acte) && acte.etape !== 'ABANDONNEE'

/** Accepter un article ou l'ensemble, au nom d'un centre ou du gestionnaire. */
export const peutAccepter = (acteur: Acteur, acte: ActePourDroits): boolean =>
  peutPasser(acteur, acte, 'accepter')

/** Déclarer un modèle validé par le service juridique. */
export const peutValiderModele = (acteur: Acteur): boolean =>
  acteur.habilitations.some((h) => h.role === 'VALIDEUR' && h.fonction === 'juridique')
