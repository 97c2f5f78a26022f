import type { ApprobationDemandee } from '../texte/modele-source'
import { ETAPES_DU_TEXTE_ARRETE, type Etape } from './etapes'

/** Avis ou accord rendu, tel qu'il est gardé. */
export type ApprobationRendue = {
  fonction: string
  empreinte: string
  etat: 'ATTENDUE' | 'APPROUVEE' | 'REFUSEE'
  motif: string | null
  auteurNom: string | null
  le: Date | null
}

export type AvisSuivi = ApprobationDemandee & {
  rang: number
  etat: 'ATTENDUE' | 'APPROUVEE' | 'REFUSEE'
  /** Vrai pour le premier encore attendu : les suivants attendent le précédent. */
  aSonTour: boolean
  motif: string | null
  auteurNom: string | null
  le: Date | null
  /** Un avis a été rendu sur un texte d'avant : il est redemandé. */
  redemande: boolean
}

/**
 * La liste ordonnée des avis et accords demandés, avec ce qui a été rendu sur le texte d'aujourd'hui : un texte changé
 * redemande, une mention tardive remplie non, puisque l'empreinte ne bouge pas. Un accord refusé arrête la liste ; un
 * avis défavorable, non.
 */
export function suivreAvis(
  demandees: readonly ApprobationDemandee[],
  rendues: readonly ApprobationRendue[],
  empreinte: string | null,
): AvisSuivi[] {
  let ouvert = empreinte !== null
  return demandees.map((d, i) => {
    const rendue = rendues.find((r) => r.fonction === d.fonction && r.empreinte === empreinte)
    const etat = rendue?.etat ?? 'ATTENDUE'
    const aSonTour = ouvert && etat === 'ATTENDUE'
    if (etat === 'ATTENDUE' || (etat === 'REFUSEE' && d.nature === 'accord')) ouvert = false
    return {
      ...d,
      rang: i + 1,
      etat,
      aSonTour,
      motif: rendue?.motif ?? null,
      auteurNom: rendue?.auteurNom ?? null,
      le: rendue?.le ?? null,
      redemande: !rendue && rendues.some((r) => r.fonction === d.fonction),
    }
  })
}

/** L'avis dont c'est le tour, ou `null`. */
export const avisAuTour = (avis: readonly AvisSuivi[]): AvisSuivi | null =>
  avis.find((a) => a.aSonTour) ?? null

/** Vrai si un accord a été refusé : le texte est à reprendre. */
export const accordRefuse = (avis: readonly AvisSuivi[]): boolean =>
  avis.some((a) => a.nature === 'accord' && a.etat === 'REFUSEE')

/** Un avis se rend sur un texte arrêté : accepté, ou déjà en délibération. */
export const avisOuverts = (etape: Etape): boolean => ETAPES_DU_TEXTE_ARRETE.includes(etape)
