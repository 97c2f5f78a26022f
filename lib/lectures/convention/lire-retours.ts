import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { coteDe } from '../../domaine/acte/droits'
import { peutEcrireRemarque } from '../../domaine/acte/remarques'
import type { TexteRange } from '../../domaine/acte/retour/ranger'
import type { TexteFige } from '../../domaine/acte/version'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ConventionLue } from './lire-convention'

export type RetourResume = {
  id: string
  numero: number
  nom: string
  taille: number
  empreinte: string
  fichierId: string
  par: string
  cote: 'HOPITAL' | 'GESTIONNAIRE'
  creeLe: Date
}
export type RetourLu = RetourResume & {
  texte: TexteFige
  range: TexteRange
  revisions: { ajouts: number; retraits: number }
  /** L'acteur peut faire d'un article revenu une contre-proposition. */
  peutProposer: boolean
}

const FICHIER = { select: { nom: true, taille: true, empreinte: true } } as const

/** Fichiers Word revenus sur un acte déjà lu, du plus récent au plus ancien. */
export async function listerRetours(acteur: Acteur, c: ConventionLue): Promise<RetourResume[]> {
  const lignes = await avecActeur(acteur, (tx) =>
    tx.retourWord.findMany({
      where: { acteId: c.acteId },
      orderBy: { creeLe: 'desc' },
      select: {
        id: true,
        fichierId: true,
        auteurNom: true,
        cote: true,
        creeLe: true,
        versionActe: { select: { numero: true } },
        fichier: FICHIER,
      },
    }),
  )
  return lignes.map((l) => ({
    id: l.id,
    numero: l.versionActe.numero,
    ...l.fichier,
    fichierId: l.fichierId,
    par: l.auteurNom,
    cote: l.cote,
    creeLe: l.creeLe,
  }))
}

/** Un retour de cet acte, avec la version envoyée et ce qui en a été lu ; `null` s'il n'est pas à lui. */
export async function lireRetour(acteur: Acteur, c: ConventionLue, id: string): Promise<RetourLu | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return avecActeur(acteur, async (tx) => {
    const r = await tx.retourWord.findFirst({
      where: { id, acteId: c.acteId },
      include: { versionActe: true, fichier: FICHIER, acte: true },
    })
    if (!r) return null
    const lecture = r.lecture as unknown as Pick<RetourLu, 'range' | 'revisions'>
    return {
      id: r.id,
      numero: r.versionActe.numero,
      ...r.fichier,
      fichierId: r.fichierId,
      par: r.auteurNom,
      cote: r.cote,
      creeLe: r.creeLe,
      texte: r.versionActe.texte as unknown as TexteFige,
      range: lecture.range,
      revisions: lecture.revisions,
      peutProposer: peutEcrireRemarque(acteur, r.acte) && coteDe(acteur, r.acte) !== null,
    }
  })
}

/** Vrai si l'acteur peut joindre un fichier Word : il écrit sur cet acte, et le texte se négocie. */
export const peutJoindreRetour = (acteur: Acteur, c: ConventionLue): Promise<boolean> =>
  avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: c.acteId } })
    return acte !== null && peutEcrireRemarque(acteur, acte) && coteDe(acteur, acte) !== null
  })
