import 'server-only'
import { versDate, versIso } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { finARelancer } from '../../domaine/engagement/relance'
import type { Acteur } from '../../domaine/organisation/acteur'
import { VILLE, villeDe } from '../campagne/ville'
import { engagementsAMesurer } from './mon-cote'

export type ARelancer = { ids: string[]; villes: string[]; premiereFin: DateIso }

const LIGNES = 2_000

/** Périodes finies depuis quinze jours que le côté de l'acteur n'a pas mesurées, sous son périmètre ; `null` : aucune. */
export function lireARelancer(acteur: Acteur, maintenant: Date): Promise<ARelancer | null> {
  const limite = versDate(finARelancer(aujourdHuiAParis(maintenant)))
  return avecActeur(acteur, async (tx) => {
    const lignes = await tx.mesure.findMany({
      where: {
        etat: 'ATTENDUE',
        figeeLe: null,
        fin: { lte: limite },
        engagement: engagementsAMesurer(acteur),
      },
      orderBy: { fin: 'asc' },
      take: LIGNES,
      select: { id: true, fin: true, engagement: { select: { convention: { select: VILLE } } } },
    })
    const [premiere] = lignes
    if (!premiere) return null
    const villes = lignes.map((l) => villeDe(l.engagement.convention).ville)
    return {
      ids: lignes.map((l) => l.id),
      villes: [...new Set(villes)].filter(Boolean),
      premiereFin: versIso(premiere.fin),
    }
  })
}
