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

/** Combien de fils attendent l'acteur, par acte : pour l'accueil et les listes. Les actes qu'il ne voit pas n'y sont pas. */
export function compterRemarquesAttendues(
  acteur: Acteur,
  acteIds: readonly string[],
): Promise<Map<string, number>> {
  return avecActeur(acteur, async (tx) => {
    const actes = await tx.acte.findMany({ where: { id: { in: [...acteIds] } } })
    const comptes = new Map<string, number>()
    for (const acte of actes.filter((a) => peutLire(acteur, a)))
      comptes.set(acte.id, (await filsDe(tx, acteur, acte)).filter((f) => f.meRevient).length)
    return comptes
  })
}
