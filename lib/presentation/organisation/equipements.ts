import {
  CODES_EQUIPEMENT,
  type CodeEquipement,
  EQUIPEMENTS_CONNUS,
} from '../../domaine/organisation/equipements'
import { dateEnLettres } from '../dates'

/** Choix d'un formulaire ; ce qui n'est pas dans la liste se nomme à la main. */
export const OPTIONS_EQUIPEMENT: { valeur: CodeEquipement; libelle: string }[] = CODES_EQUIPEMENT.map(
  (c) => ({
    valeur: c,
    libelle: EQUIPEMENTS_CONNUS[c] ?? 'Autre équipement',
  }),
)

/** Un 1er janvier vient d'une source qui ne dit que l'année. */
const debut = (date: string): string =>
  date.endsWith('-01-01') ? date.slice(0, 4) : `le ${dateEnLettres(date)}`

/** « depuis 2018 », « à partir du 3 mars 2027 », « depuis 2018, jusqu'au 31 mars 2026 » ; `null` sans date connue. */
export function periodeEquipement(
  { depuis, jusqua }: { depuis: string | null; jusqua: string | null },
  aujourdhui: string,
): string | null {
  const aVenir = depuis !== null && depuis > aujourdhui
  const premier = depuis && (aVenir ? `à partir du ${dateEnLettres(depuis)}` : `depuis ${debut(depuis)}`)
  const dernier = jusqua && `jusqu’au ${dateEnLettres(jusqua)}`
  return [premier, dernier].filter(Boolean).join(', ') || null
}
