import type { Acteur } from '../domaine/organisation/acteur'
import type { EtatCompte } from '../lectures/administration/utilisateurs'
import type { CompteDemonstration } from '../lectures/compte/acces'
import { dateEnLettres } from './dates'
import { LIBELLES_ROLE } from './roles'

export type CompteAffiche = { courriel: string; nom: string; fonction: string }

/** Un compte de démonstration se choisit par sa fonction. */
export const compteDemonstration = ({
  courriel,
  nom,
  role,
  organisation,
}: CompteDemonstration): CompteAffiche => ({
  courriel,
  nom,
  fonction: [role ? LIBELLES_ROLE[role] : 'Sans habilitation', organisation].filter(Boolean).join(', '),
})

export const ETATS_COMPTE: Record<EtatCompte, { libelle: string; ton: 'tenu' | 'vigilance' | 'inconnu' }> = {
  ouvert: { libelle: 'Ouvert', ton: 'tenu' },
  'en-attente': { libelle: 'Premier accès attendu', ton: 'vigilance' },
  ferme: { libelle: 'Fermé', ton: 'inconnu' },
}

/** « depuis le 1er septembre 2025, jusqu'au 31 août 2026 ». */
export function periode(depuis: string, jusqua: string | null): string {
  const debut = `depuis le ${dateEnLettres(depuis)}`
  return jusqua ? `du ${dateEnLettres(depuis)} au ${dateEnLettres(jusqua)}` : debut
}

/** Ce qu'on lit sous le nom, dans le menu du compte. */
export const fonctionPrincipale = (acteur: Acteur): string =>
  [...new Set(acteur.habilitations.map((h) => LIBELLES_ROLE[h.role]))].join(', ') || 'Sans habilitation'

/** Majuscule en tête : « commune de Malakoff » ouvre une ligne. */
export const initiale = (texte: string): string => texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1)
