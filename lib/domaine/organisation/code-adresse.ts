import { plier } from '../texte/plier'
import type { NatureOrganisation } from './acteur'

/** Mots qui sont déjà une adresse de l'administration. */
const RESERVES: readonly string[] = ['nouvelle']
const LONGUEUR = 60

const enAdresse = (texte: string): string =>
  plier(texte)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGUEUR)
    .replace(/^-+|-+$/g, '')

const CENTRE_DE_SANTE = /^centre (municipal |intercommunal )?de sante (d |de |du |des )?/

/** Code lisible dans une adresse : le sigle d'un groupe, la ville d'un centre, sinon le nom. Jamais changé ensuite. */
export function codeAdresse(o: { nature: NatureOrganisation; nom: string; sigle: string | null }): string {
  if (o.nature === 'GROUPE_HOSPITALIER' || o.nature === 'INSTITUTION')
    return enAdresse(o.sigle ?? '') || enAdresse(o.nom) || 'organisation'
  const court = o.nature === 'CENTRE' ? plier(o.nom).replace(CENTRE_DE_SANTE, '') : ''
  return enAdresse(court) || enAdresse(o.nom) || 'organisation'
}

/** Le code de ce rang : « arcueil », puis « arcueil-2 », « arcueil-3 » ; `null` si ce rang est une adresse réservée. */
export const codeDeRang = (base: string, rang: number): string | null => {
  const code = rang === 1 ? base : `${base}-${rang}`
  return RESERVES.includes(code) ? null : code
}
