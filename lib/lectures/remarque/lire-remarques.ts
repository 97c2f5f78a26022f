import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import { type ActePourDroits, estRedacteur, peutLire } from '../../domaine/acte/droits'
import {
  attend,
  type Cote,
  DECISIONS,
  type DecisionRemarque,
  type EtatRemarque,
  estAuteur,
  type NatureRemarque,
  type Passage,
  peutDecider,
  peutLireRemarque,
  peutRepondre,
  peutRetenir,
} from '../../domaine/acte/remarques'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { TexteUnite } from '../../domaine/texte/modifications'

export type MessageLu = { id: string; texte: string; cote: Cote; auteur: string; le: Date }
export type FilLu = {
  id: string
  /** Unité visée ; `null` : l'ensemble du texte. */
  identite: string | null
  passage: Passage | null
  nature: NatureRemarque
  interne: boolean
  etat: EtatRemarque
  motif: string | null
  cote: Cote
  auteur: string
  mien: boolean
  creeLe: Date
  decideeLe: Date | null
  decideePar: string | null
  ecrite: boolean
  version: number
  /** Version sur laquelle elle a été écrite. */
  numero: number | null
  base: TexteUnite | null
  proposition: TexteUnite | null
  messages: MessageLu[]
  droits: { repondre: boolean; retenir: boolean; decisions: DecisionRemarque[] }
  /** Elle attend quelque chose de qui lit. */
  meRevient: boolean
}

const AVEC_FIL = {
  messages: { orderBy: { id: 'asc' } },
  versionActe: { select: { numero: true } },
} as const

/**
 * Fils d'un acte visible, dans l'ordre où ils ont été ouverts ; `null` s'il est inconnu ou interdit. Une remarque interne
 * n'y est que pour le groupe rédacteur : la requête l'écarte, la règle du domaine aussi, la base aussi.
 */
export const lireRemarques = (acteur: Acteur, acteId: string): Promise<FilLu[] | null> =>
  avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: acteId } })
    return acte && peutLire(acteur, acte) ? filsDe(tx, acteur, acte) : null
  })

/** Fils d'un acte déjà reconnu visible, dans la transaction de la page. */
export async function filsDe(
  tx: Tx,
  acteur: Acteur,
  acte: ActePourDroits & { id: string },
): Promise<FilLu[]> {
  const lignes = await tx.remarque.findMany({
    where: { acteId: acte.id, ...(estRedacteur(acteur, acte) ? {} : { interne: false }) },
    orderBy: { id: 'asc' },
    include: AVEC_FIL,
  })
  return lignes
    .filter((r) => peutLireRemarque(acteur, acte, r))
    .map((r): FilLu => {
      const droits = { ...r, ecrite: r.ecriteLe !== null }
      const dernierCote = r.messages.at(-1)?.cote ?? r.cote
      return {
        id: r.id,
        identite: r.identite,
        passage: r.passage as Passage | null,
        nature: r.nature,
        interne: r.interne,
        etat: r.etat,
        motif: r.motif,
        cote: r.cote,
        auteur: r.auteurNom,
        mien: estAuteur(acteur, r),
        creeLe: r.creeLe,
        decideeLe: r.decideeLe,
        decideePar: r.decideeParNom,
        ecrite: droits.ecrite,
        version: r.version,
        numero: r.versionActe?.numero ?? null,
        base: r.base as TexteUnite | null,
        proposition: r.proposition as TexteUnite | null,
        messages: r.messages.map((m) => ({
          id: m.id,
          texte: m.texte,
          cote: m.cote,
          auteur: m.auteurNom,
          le: m.creeLe,
        })),
        droits: {
          repondre: peutRepondre(acteur, acte, droits),
          retenir: peutRetenir(acteur, acte, droits),
          decisions: DECISIONS.filter((d) => peutDecider(acteur, acte, droits, d)),
        },
        meRevient: attend(acteur, acte, { ...droits, dernierCote }),
      }
    })
}

/**
 * Combien de fils attendent l'acteur, par acte visible, dans la transaction de la page : une requête pour tous les actes,
 * la règle du domaine pour chacun. Un acte où rien n'attend n'y figure pas.
 */
export async function compterRemarquesAttendues(
  tx: Tx,
  acteur: Acteur,
  actes: readonly (ActePourDroits & { id: string })[],
): Promise<Map<string, number>> {
  const parId = new Map(actes.filter((a) => peutLire(acteur, a)).map((a) => [a.id, a]))
  const comptes = new Map<string, number>()
  if (parId.size === 0) return comptes
  const lignes = await tx.remarque.findMany({
    where: {
      acteId: { in: [...parId.keys()] },
      // Seules ces deux-là peuvent attendre quelqu'un : ouverte, ou acceptée et pas encore écrite dans le texte.
      OR: [{ etat: 'OUVERTE' }, { etat: 'ACCEPTEE', nature: 'CONTRE_PROPOSITION', ecriteLe: null }],
    },
    select: {
      acteId: true,
      nature: true,
      interne: true,
      etat: true,
      cote: true,
      auteurId: true,
      invitationId: true,
      ecriteLe: true,
      messages: { orderBy: { id: 'desc' }, take: 1, select: { cote: true } },
    },
  })
  for (const r of lignes) {
    const acte = parId.get(r.acteId)
    if (!acte || !peutLireRemarque(acteur, acte, r)) continue
    const dernierCote = r.messages[0]?.cote ?? r.cote
    if (attend(acteur, acte, { ...r, ecrite: r.ecriteLe !== null, dernierCote }))
      comptes.set(acte.id, (comptes.get(acte.id) ?? 0) + 1)
  }
  return comptes
}
