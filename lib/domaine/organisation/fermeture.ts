import type { DateIso } from '../calendrier/dates'
import { ErreurMetier } from '../erreurs'

type Organisation = { nom: string; jusqua: DateIso | null }

/** Fermée ce jour-là : son dernier jour, compris, est passé. Une fermeture annoncée laisse encore ouvert. */
export const estFermee = ({ jusqua }: Pick<Organisation, 'jusqua'>, jour: DateIso): boolean =>
  jusqua !== null && jusqua < jour

/** Refuse la première organisation fermée ce jour-là, en la nommant avec son dernier jour. */
export function exigerOuvertes(organisations: readonly Organisation[], jour: DateIso): void {
  const fermee = organisations.find((o) => estFermee(o, jour))
  if (fermee?.jusqua)
    throw new ErreurMetier('ORGANISATION_FERMEE', { nom: fermee.nom, dernierJour: fermee.jusqua })
}
