import 'server-only'
import { Prisma } from '../../bd/genere/client'
import type { DateIso } from '../../domaine/calendrier/dates'
import { groupesDesTableaux } from '../../domaine/engagement/droits-tableau'
import type { Fenetre } from '../../domaine/engagement/fenetre'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { FiltresTableau } from './filtres'

type Choix = Pick<FiltresTableau, 'groupe' | 'centre' | 'theme' | 'debiteur'> & { engagement?: string | null }

/** Engagements que l'acteur lit et que les filtres retiennent. Alias `e` ; la sécurité par ligne s'y ajoute. */
export function engagementsRetenus(acteur: Acteur, f: Choix): Prisma.Sql {
  const choix = [
    Prisma.sql`(e.groupe_id = ANY (${groupesDesTableaux(acteur)}::uuid[]) OR e.organisations && ${[...acteur.organisations]}::uuid[])`,
  ]
  if (f.groupe) choix.push(Prisma.sql`e.groupe_id = (SELECT id FROM organisation WHERE code = ${f.groupe})`)
  if (f.centre)
    choix.push(
      Prisma.sql`e.organisations @> ARRAY[(SELECT id FROM organisation WHERE code = ${f.centre} AND nature = 'CENTRE')]`,
    )
  if (f.theme) choix.push(Prisma.sql`e.theme = ${f.theme}`)
  if (f.debiteur) choix.push(Prisma.sql`e.debiteur = ${f.debiteur}`)
  if (f.engagement) choix.push(Prisma.sql`e.cle = ${f.engagement}`)
  return Prisma.join(choix, ' AND ')
}

/**
 * Mesures qui comptent : leur période est finie, ou c'est un livrable déjà remis. Ce qui n'est pas encore exigible n'a pas
 * de ligne, donc n'entre dans aucun taux. Alias `m` et `e`.
 */
export const mesuresRetenues = ({ du, au }: Fenetre, jour: DateIso): Prisma.Sql => Prisma.sql`
  m.fin BETWEEN ${du}::date AND ${au}::date
  AND (m.fin < ${jour}::date OR (m.etat <> 'ATTENDUE' AND e.genre = 'livrable'))`

/** Jugement d'une ligne retenue : attendue et finie, elle n'est pas mesurée, quoi qu'elle ait gardé. */
export const JUGEMENT_RETENU = Prisma.sql`CASE WHEN m.etat = 'ATTENDUE' THEN 'non-mesure' ELSE m.jugement END`

/** Décompte d'un ensemble de mesures, en colonnes ; `non-mesure` et `sans-objet` restent hors des taux. */
export const COMPTES = Prisma.sql`
  count(*) FILTER (WHERE m.etat <> 'ATTENDUE' AND m.jugement = 'respecte')::int AS respecte,
  count(*) FILTER (WHERE m.etat <> 'ATTENDUE' AND m.jugement = 'a-surveiller')::int AS a_surveiller,
  count(*) FILTER (WHERE m.etat <> 'ATTENDUE' AND m.jugement = 'non-respecte')::int AS non_respecte,
  count(*) FILTER (WHERE m.etat = 'ATTENDUE' OR m.jugement = 'non-mesure')::int AS non_mesure,
  count(*) FILTER (WHERE m.etat <> 'ATTENDUE' AND m.jugement = 'sans-objet')::int AS sans_objet,
  count(*) FILTER (WHERE m.etat = 'CONTESTEE')::int AS contestees`
