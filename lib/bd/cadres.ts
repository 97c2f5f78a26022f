import 'server-only'
import { estActivitePartagee } from '../domaine/acte/activite-partagee'
import { situation } from '../domaine/acte/situation'
import type { DateIso } from '../domaine/calendrier/dates'
import type { Tx } from './client'
import { versIsoOuNul } from './dates'

export type CadreLu = {
  conventionId: string
  acteId: string
  reference: string
  titre: string
  /** Gestionnaires parties à ce cadre. */
  gestionnaires: string[]
  signature: DateIso | null
  /** Dernier jour de la chaîne, avenants signés compris. */
  fin: DateIso | null
  resiliation: DateIso | null
  signe: boolean
  /** Signé et pas encore fini : en vigueur, à venir ou en préavis. */
  vivant: boolean
}

/** Conventions-cadres de ce groupe avec ces gestionnaires, hors abandon : celles que l'acteur de la transaction voit. */
export async function cadresDesGestionnaires(
  tx: Tx,
  groupeId: string,
  gestionnaires: readonly string[],
  jour: DateIso,
): Promise<CadreLu[]> {
  const actes = await tx.acte.findMany({
    where: {
      genre: 'CONVENTION',
      groupeId,
      etape: { not: 'ABANDONNEE' },
      parties: { some: { role: 'GESTIONNAIRE', organisationId: { in: [...gestionnaires] } } },
    },
    orderBy: { id: 'asc' },
    take: 500,
    include: {
      parties: { where: { role: 'GESTIONNAIRE' }, orderBy: { rang: 'asc' } },
      convention: { include: { actes: { where: { etape: 'SIGNEE' }, select: { dateFin: true } } } },
    },
  })
  return actes
    .filter((a) => !estActivitePartagee(a.convention.modeleCode))
    .map((a) => {
      const fin = a.convention.actes
        .flatMap((x) => versIsoOuNul(x.dateFin) ?? [])
        .sort()
        .at(-1)
      const dates = {
        etape: a.etape,
        dateSignature: versIsoOuNul(a.dateSignature),
        dateEffet: versIsoOuNul(a.dateEffet),
        dateFin: fin ?? null,
        resilieeLe: versIsoOuNul(a.resilieeLe),
      }
      const etat = situation(dates, jour)
      return {
        conventionId: a.conventionId,
        acteId: a.id,
        reference: a.convention.reference,
        titre: a.titre,
        gestionnaires: a.parties.map((p) => p.organisationId),
        signature: dates.dateSignature,
        fin: dates.dateFin,
        resiliation: dates.resilieeLe,
        signe: a.etape === 'SIGNEE',
        vivant: etat === 'EN_VIGUEUR' || etat === 'A_VENIR' || etat === 'PREAVIS',
      }
    })
}
