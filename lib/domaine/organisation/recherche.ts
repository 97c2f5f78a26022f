import { plier } from '../texte/plier'

/** Colonne de recherche d'une organisation : nom, sigle et commune repliés. */
export const rechercheDe = (o: { nom: string; sigle: string | null; commune: string | null }): string =>
  plier([o.nom, o.sigle, o.commune].filter(Boolean).join(' '))
