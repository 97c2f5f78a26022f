import 'server-only'
import type { Tx } from '../../bd/client'
import { versDate, versIso, versIsoOuNul } from '../../bd/dates'
import { rattachementsDesCentres } from '../../bd/rattachements'
import { avecActeur } from '../../bd/transaction'
import type { Seance } from '../../domaine/calendrier/conseil'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { NatureGestionnaire } from '../../domaine/organisation/designations'
import { peutCompleterGestionnaire } from '../../domaine/organisation/droits'
import { filtreCentres } from '../organisation/centres-visibles'

export type SeanceLue = Seance & { version: number; note: string | null }
export type ConseilLu = {
  id: string
  code: string
  nom: string
  nature: NatureGestionnaire | null
  /** À venir, jour dit compris, dans l'ordre ; les annulées y restent. */
  seances: SeanceLue[]
}

const francais = new Intl.Collator('fr')

/**
 * Organes dont l'acteur tient le calendrier : celui de son organisme pour une mairie, ceux des gestionnaires de ses
 * centres partenaires pour une direction ; aucun pour tout autre rôle. Un établissement dirigé seul n'a pas de séances.
 */
export function listerConseils(acteur: Acteur, jour: DateIso): Promise<ConseilLu[]> {
  return avecActeur(acteur, async (tx) => {
    const conseils = await tx.organisation.findMany({
      where: {
        id: { in: await gestionnairesTenus(tx, acteur) },
        OR: [{ natureGestionnaire: null }, { natureGestionnaire: { not: 'HOPITAL' } }],
      },
      select: {
        id: true,
        code: true,
        nom: true,
        natureGestionnaire: true,
        seances: { where: { le: { gte: versDate(jour) } }, orderBy: { le: 'asc' }, take: 60 },
      },
    })
    return conseils
      .map(({ natureGestionnaire, seances, ...c }) => ({
        ...c,
        nature: natureGestionnaire,
        seances: seances.map(versSeance),
      }))
      .sort((a, b) => francais.compare(a.nom, b.nom))
  })
}

async function gestionnairesTenus(tx: Tx, acteur: Acteur): Promise<string[]> {
  const centres = await rattachementsDesCentres(tx, filtreCentres(acteur))
  return centres.flatMap((c) =>
    c.gestionnaireId && peutCompleterGestionnaire(acteur, c) ? [c.gestionnaireId] : [],
  )
}

/** Ligne du calendrier, dates en chaînes. */
export const versSeance = (s: {
  id: string
  le: Date
  depotAvant: Date | null
  annuleeLe: Date | null
  version: number
  note: string | null
}): SeanceLue => ({
  id: s.id,
  le: versIso(s.le),
  depotAvant: versIsoOuNul(s.depotAvant),
  annulee: s.annuleeLe !== null,
  version: s.version,
  note: s.note,
})
