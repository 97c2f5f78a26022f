import type { Avancee } from './tableau'

export const adresseCampagne = (id: string, etat: Avancee | null = null): string =>
  `/campagnes/${encodeURIComponent(id)}${etat ? `?etat=${etat}` : ''}`
/** Où les modifications d'un avenant se proposent à d'autres centres. */
export const adresseNouvelleCampagne = (avenant: string): string =>
  `/campagnes/nouvelle?avenant=${encodeURIComponent(avenant)}`
