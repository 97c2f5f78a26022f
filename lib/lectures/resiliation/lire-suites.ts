import 'server-only'
import { enregistreeParLHopital } from '../../bd/auteur-denonciation'
import type { Tx } from '../../bd/client'
import { versIso, versIsoOuNul } from '../../bd/dates'
import { pendantsDe } from '../../bd/pendants'
import { avecActeur } from '../../bd/transaction'
import {
  type Cote,
  cotesDesQualites,
  type LettreEnvoyee,
  type Pendant,
  peutRetirerDenonciation,
  schemaLettres,
} from '../../domaine/acte/lettres'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ConventionLue } from '../convention/lire-convention'

export type ResiliationLue = {
  id: string
  cote: Cote
  motif: string
  etat: 'NOTIFIEE' | 'RECUE' | 'RETIREE'
  envoyeeLe: DateIso
  lettres: LettreEnvoyee[]
  preavisMois: number
  recueLe: DateIso | null
  finDemandee: DateIso | null
  finCalculee: DateIso | null
  auteur: string
  creeLe: Date
  retireeLe: Date | null
  retraitMotif: string | null
  retraitAccord: string | null
  version: number
  /** Vrai si l'acteur est de ceux qui peuvent la retirer. */
  retirable: boolean
}

export type SuitesDeConvention = {
  /** De la plus récente à la plus ancienne ; une seule n'est pas retirée. */
  resiliations: ResiliationLue[]
  /** Ce qui dépend encore de la convention, tel que l'acteur le voit. */
  pendants: Pendant[]
  /** Côtés au nom desquels l'acteur peut dénoncer ou suivre une lettre : vide pour qui n'est pas partie. */
  cotes: Cote[]
  /** Commune du siège de chaque côté : lieu d'où part la lettre. */
  lieux: Record<Cote, string | null>
}

/** Dénonciations d'une convention déjà lue, et ce qui en dépend. L'acteur la voit : la base borne le reste. */
export function lireSuites(acteur: Acteur, c: ConventionLue, maintenant: Date): Promise<SuitesDeConvention> {
  return avecActeur(acteur, async (tx) => {
    const lignes = await tx.resiliation.findMany({
      where: { conventionId: c.conventionId },
      orderBy: { id: 'desc' },
    })
    const acte = await tx.acte.findUnique({
      where: { id: c.acteId },
      select: { id: true, conventionId: true, groupeId: true, organisations: true },
    })
    const retirables = await Promise.all(
      lignes.map(async (r) =>
        peutRetirerDenonciation(c.qualites, {
          cote: r.cote,
          enregistreeParLHopital: acte !== null && (await enregistreeParLHopital(tx, acte.groupeId, r)),
        }),
      ),
    )
    return {
      resiliations: lignes.map((r, i) => ({
        id: r.id,
        cote: r.cote,
        motif: r.motif,
        etat: r.etat,
        envoyeeLe: versIso(r.envoyeeLe),
        lettres: schemaLettres.parse(r.lettres),
        preavisMois: r.preavisMois,
        recueLe: versIsoOuNul(r.recueLe),
        finDemandee: versIsoOuNul(r.finDemandee),
        finCalculee: versIsoOuNul(r.finCalculee),
        auteur: r.auteurNom,
        creeLe: r.creeLe,
        retireeLe: r.retireeLe,
        retraitMotif: r.retraitMotif,
        retraitAccord: r.retraitAccord,
        version: r.version,
        retirable: retirables[i] === true,
      })),
      pendants: acte ? await pendantsDe(tx, acte, aujourdHuiAParis(maintenant)) : [],
      cotes: cotesDesQualites(c.qualites),
      lieux: await lieuxDesParties(tx, c),
    }
  })
}

async function lieuxDesParties(tx: Tx, c: ConventionLue): Promise<Record<Cote, string | null>> {
  const organisations = await tx.organisation.findMany({
    where: { code: { in: c.parties.map((p) => p.organisation.code) } },
    select: { code: true, commune: { select: { nom: true } } },
  })
  const lieu = (cote: Cote) => {
    const code = c.parties.find((p) => p.role === cote)?.organisation.code
    return organisations.find((o) => o.code === code)?.commune?.nom ?? null
  }
  return { HOPITAL: lieu('HOPITAL'), GESTIONNAIRE: lieu('GESTIONNAIRE') }
}
