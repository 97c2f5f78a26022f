import type { Acteur } from '../organisation/acteur'
import { ETAPES_ABANDONNABLES, ETAPES_DE_REDACTION, type Etape } from './etapes'

/** Ce que les droits ont besoin de savoir d'un acte. */
export type ActePourDroits = {
  groupeId: string
  organisations: readonly string[]
  partage: boolean
  etape: Etape
  /** Un acte repris garde son texte ouvert : l'acte signé, numérisé, fait foi. */
  origine?: 'REDACTION' | 'REPRISE'
}

/** La direction des partenariats du groupe rédacteur. */
export const estRedacteur = (acteur: Acteur, acte: Pick<ActePourDroits, 'groupeId'>): boolean =>
  acteur.groupes.includes(acte.groupeId)

/**
 * Qui voit l'acte : le groupe rédacteur toujours ; l'autre côté dès le premier partage ; le siège hors
 * brouillon. Pour tout autre, l'acte n'existe pas (« introuvable », jamais « interdit »).
 */
export function peutLire(acteur: Acteur, acte: ActePourDroits): boolean {
  if (estRedacteur(acteur, acte)) return true
  if (acte.partage && acte.organisations.some((o) => acteur.organisations.includes(o))) return true
  return acte.etape !== 'BROUILLON' && acteur.sieges.includes(acte.groupeId)
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

/** Abandonner avant signature, avec un motif. */
export const peutAbandonner = (acteur: Acteur, acte: ActePourDroits): boolean =>
  estRedacteur(acteur, acte) && ETAPES_ABANDONNABLES.includes(acte.etape)

/** Déclarer un modèle validé par le service juridique. */
export const peutValiderModele = (acteur: Acteur): boolean =>
  acteur.habilitations.some((h) => h.role === 'VALIDEUR' && h.fonction === 'juridique')
