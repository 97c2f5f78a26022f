import type { DateIso } from '../../domaine/calendrier/dates'
import type { LigneConvention } from '../../lectures/convention/lister-conventions'
import { type EtatDit, etatDit, prochaineEtape, regardDe } from './etats'

export type LigneAffichee = {
  reference: string
  ville: string
  titre: string
  groupe: string | null
  etat: EtatDit
  suite: string
  reprise: boolean
  dateEffet: string | null
  dateFin: string | null
  avenants: number
}

/** Une ligne de la liste, dans les mots de qui la lit. */
export const versLigneAffichee = (
  l: LigneConvention,
  jour: DateIso,
  plusieursGroupes: boolean,
): LigneAffichee => ({
  reference: l.reference,
  ville: l.commune ?? majuscule(l.gestionnaire),
  titre: l.titre,
  groupe: plusieursGroupes ? l.groupe : null,
  etat: etatDit(l),
  suite: prochaineEtape(l, regardDe(l.qualites), jour),
  reprise: l.origine === 'REPRISE',
  dateEffet: l.dateEffet,
  dateFin: l.dateFin,
  avenants: l.avenants,
})

export const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1)
