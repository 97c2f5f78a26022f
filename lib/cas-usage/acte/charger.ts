import type { Tx } from '../../bd/client'
import { type ActePourDroits, peutLire, peutPasser, qualitesSur } from '../../domaine/acte/droits'
import { type Passage, TABLE_DES_PASSAGES } from '../../domaine/acte/etapes'
import { referenceDActe } from '../../domaine/acte/reference'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'

const CHAMPS = {
  id: true,
  conventionId: true,
  genre: true,
  rang: true,
  titre: true,
  groupeId: true,
  organisations: true,
  valideurs: true,
  partage: true,
  etape: true,
  version: true,
  modeleVersionId: true,
  origine: true,
  dateEffet: true,
  dateFin: true,
  convention: { select: { reference: true } },
} as const

export type ActeEnMain = ActePourDroits & {
  id: string
  conventionId: string
  genre: 'CONVENTION' | 'AVENANT'
  rang: number
  titre: string
  reference: string
  version: number
  modeleVersionId: string | null
  origine: 'REDACTION' | 'REPRISE'
  valideurs: string[]
  organisations: string[]
  dateEffet: Date | null
  dateFin: Date | null
}

/**
 * Acte visible de l'acteur, verrouillé jusqu'au commit quand il peut y écrire, sinon INTROUVABLE (même réponse qu'un
 * identifiant inconnu). Deux passages simultanés se suivent : le second relit l'étape que le premier a laissée.
 */
export async function chargerActeEnMain(tx: Tx, acteur: Acteur, acteId: string): Promise<ActeEnMain> {
  await tx.$queryRaw`SELECT 1 FROM acte WHERE id = ${acteId}::uuid FOR UPDATE`
  const acte = await tx.acte.findUnique({ where: { id: acteId }, select: CHAMPS })
  if (!acte || !peutLire(acteur, acte)) throw new ErreurMetier('INTROUVABLE')
  const { convention, ...reste } = acte
  return { ...reste, reference: referenceDActe(convention.reference, acte.rang) }
}

/** Refuse un passage : ROLE_INSUFFISANT si nul titre de l'acteur ne l'ouvre jamais, ETAPE_INTERDITE si ce n'est pas l'heure. */
export function exigerPassage(acteur: Acteur, acte: ActeEnMain, passage: Passage): void {
  if (peutPasser(acteur, acte, passage)) return
  exigerTitre(acteur, acte, passage)
  throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
}

/** Refuse qui n'a aucun titre à ce passage, quelle que soit l'étape. */
export function exigerTitre(acteur: Acteur, acte: ActeEnMain, passage: Passage): void {
  if (TABLE_DES_PASSAGES[passage].par.some((q) => qualitesSur(acteur, acte).includes(q))) return
  throw new ErreurMetier('ROLE_INSUFFISANT', { etape: acte.etape })
}
