import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { ChampImport } from '../../domaine/engagement/import/colonnes'
import type { Acteur } from '../../domaine/organisation/acteur'

export type RapportLot = {
  lues: number
  bonnes: number
  fautives: number
  doublons: number
  sansHeure: number
  erreurs: { ligne: number; champ: string; code: string }[]
  lignesEnDouble: number[]
}
export type LotLu = {
  id: string
  version: number
  nom: string
  etat: 'DEPOSE' | 'ESSAI' | 'ESSAYE' | 'EN_COURS' | 'IMPORTE' | 'ANNULE'
  colonnes: string[]
  ecartees: string[]
  correspondance: Record<string, ChampImport | null>
  doublons: boolean
  lignes: number
  inscrites: number
  rapport: RapportLot | null
  tacheId: string | null
  /** L'acteur l'a déposé : il le mène. */
  sien: boolean
  auteurNom: string
  creeLe: Date
}

/** Tableurs déposés par l'acteur, et ceux de son groupe pour une direction ; les vingt derniers. */
export function listerLots(acteur: Acteur): Promise<LotLu[]> {
  return avecActeur(acteur, async (tx) => {
    const lots = await tx.lotDemandes.findMany({ orderBy: { creeLe: 'desc' }, take: 20 })
    return lots.map((l) => {
      const r = (l.reglages ?? {}) as {
        correspondance?: LotLu['correspondance']
        doublons?: boolean
        ecartees?: string[]
      }
      const rapport = l.rapport as RapportLot | Record<string, never> | null
      return {
        id: l.id,
        version: l.version,
        nom: l.nom,
        etat: l.etat as LotLu['etat'],
        colonnes: l.colonnes as string[],
        ecartees: r.ecartees ?? [],
        correspondance: r.correspondance ?? {},
        doublons: r.doublons ?? false,
        lignes: l.lignes,
        inscrites: l.inscrites,
        rapport: rapport && 'erreurs' in rapport ? (rapport as RapportLot) : null,
        tacheId: l.tacheId,
        sien: l.auteurId === acteur.utilisateurId,
        auteurNom: l.auteurNom,
        creeLe: l.creeLe,
      }
    })
  })
}
