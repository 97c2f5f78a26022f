import 'server-only'
import type { EtatCampagneCentre } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import type { Etape } from '../../domaine/acte/etapes'
import type { Acteur } from '../../domaine/organisation/acteur'

export type EtatDeCentre = EtatCampagneCentre
export type CampagneListee = {
  id: string
  titre: string
  creeLe: Date
  creeParNom: string
  centres: { etat: EtatDeCentre; etape: Etape | null; partage: boolean }[]
}

/** Campagnes des groupes de l'acteur, la plus récente d'abord ; `null` pour qui n'est d'aucune direction. */
export async function listerCampagnes(acteur: Acteur): Promise<CampagneListee[] | null> {
  if (acteur.groupes.length === 0) return null
  return avecActeur(acteur, async (tx) => {
    const lues = await tx.campagne.findMany({
      where: { groupeId: { in: [...acteur.groupes] } },
      orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
      take: 100,
      select: {
        id: true,
        titre: true,
        creeLe: true,
        creeParNom: true,
        centres: { select: { etat: true, acte: { select: { etape: true, partage: true } } } },
      },
    })
    return lues.map((c) => ({
      ...c,
      centres: c.centres.map(({ etat, acte }) => ({
        etat,
        etape: acte?.etape ?? null,
        partage: acte?.partage ?? false,
      })),
    }))
  })
}
