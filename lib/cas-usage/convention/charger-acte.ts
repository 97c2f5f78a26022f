import type { Tx } from '../../bd/client'
import { type ActePourDroits, peutLire, peutModifier } from '../../domaine/acte/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'

export type ActeCharge = ActePourDroits & {
  id: string
  conventionId: string
  /** 0 pour la convention, n pour l'avenant n° n. */
  rang: number
  version: number
  modeleVersionId: string | null
  origine: 'REDACTION' | 'REPRISE'
}

const CHAMPS = {
  id: true,
  conventionId: true,
  rang: true,
  groupeId: true,
  organisations: true,
  partage: true,
  etape: true,
  version: true,
  modeleVersionId: true,
  origine: true,
} as const

/** Acte visible de l'acteur, sinon INTROUVABLE (même réponse qu'un identifiant inconnu). */
export async function chargerActe(tx: Tx, acteur: Acteur, acteId: string): Promise<ActeCharge> {
  const acte = await tx.acte.findUnique({ where: { id: acteId }, select: CHAMPS })
  if (!acte || !peutLire(acteur, acte)) throw new ErreurMetier('INTROUVABLE')
  return acte
}

/**
 * Acte que l'acteur peut écrire : INTROUVABLE s'il ne le voit pas, ROLE_INSUFFISANT s'il le lit sans le rédiger,
 * ETAPE_INTERDITE si le texte ne se rédige plus.
 */
export async function chargerActeAModifier(tx: Tx, acteur: Acteur, acteId: string): Promise<ActeCharge> {
  // Verrouille l'acte le temps de la transaction : l'étape lue reste vraie jusqu'au commit.
  await tx.$queryRaw`SELECT 1 FROM acte WHERE id = ${acteId}::uuid FOR UPDATE`
  const acte = await chargerActe(tx, acteur, acteId)
  if (!peutModifier(acteur, acte)) throw refusDEcriture(acteur, acte)
  return acte
}

/** Pourquoi un acte lisible ne s'écrit pas : l'étape pour qui le rédige, le rôle pour tout autre. */
export const refusDEcriture = (acteur: Acteur, acte: ActeCharge): ErreurMetier =>
  new ErreurMetier(acteur.groupes.includes(acte.groupeId) ? 'ETAPE_INTERDITE' : 'ROLE_INSUFFISANT')

/** Le texte d'un avenant se rédige d'après ses retouches : ni variante, ni omission, ni valeur ne s'y changent autrement. */
export function exigerHorsAvenant(acte: ActeCharge): void {
  if (acte.rang > 0 && acte.origine === 'REDACTION') throw new ErreurMetier('ETAPE_INTERDITE')
}

/** Marque l'acte comme venant d'être touché, sans toucher à sa version (les unités ont chacune la leur). */
export async function toucherActe(tx: Tx, acteId: string, maintenant: Date): Promise<void> {
  await tx.acte.update({ where: { id: acteId }, data: { modifieLe: maintenant } })
}
