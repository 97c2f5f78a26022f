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
import { nomDansLaPhrase } from '../../domaine/organisation/designations'
import type { ConventionLue } from '../convention/lire-convention'

export type ResiliationLue = {
  id: string
  cote: Cote
  /** Partie qui dénonce, telle qu'on l'écrit dans une phrase. */
  partie: string
  partieId: string | null
  /** Vrai quand elle ne met fin qu'à sa participation : un gestionnaire d'un acte groupé. */
  seule: boolean
  /** Commune de son siège, d'où part la lettre. */
  lieu: string | null
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
  /** De la plus récente à la plus ancienne ; une seule n'est pas retirée, sauf départs d'un acte groupé. */
  resiliations: ResiliationLue[]
  /** Ce qui dépend encore de la convention, tel que l'acteur le voit. */
  pendants: Pendant[]
  /** Côtés au nom desquels l'acteur peut dénoncer ou suivre une lettre : vide pour qui n'est pas partie. */
  cotes: Cote[]
  /** Parties au nom desquelles il peut dénoncer maintenant ; celle qui l'a déjà fait n'y est plus. */
  denoncants: { partieId: string; cote: Cote; nom: string }[]
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
    const parties = await tx.partie.findMany({
      where: { acteId: c.acteId },
      orderBy: { rang: 'asc' },
      include: { organisation: { include: { commune: { select: { nom: true } } } } },
    })
    const groupe = parties.filter((p) => p.role === 'GESTIONNAIRE').length > 1
    const partieDe = (organisationId: string) => parties.find((p) => p.organisationId === organisationId)
    const enCours = lignes.filter((r) => r.etat !== 'RETIREE')
    const cotes = cotesDesQualites(c.qualites)
    const redige = c.qualites.includes('redacteur')
    const retirables: boolean[] = []
    for (const r of lignes)
      retirables.push(
        (!groupe || redige || acteur.organisations.includes(r.organisationId)) &&
          peutRetirerDenonciation(c.qualites, {
            cote: r.cote,
            enregistreeParLHopital: acte !== null && (await enregistreeParLHopital(tx, acte.groupeId, r)),
          }),
      )
    return {
      denoncants: enCours.some((r) => r.cote === 'HOPITAL' || !groupe)
        ? []
        : parties
            .filter((p) => cotes.includes(p.role))
            .filter((p) => redige || acteur.organisations.includes(p.organisationId))
            .filter((p) => !enCours.some((r) => r.organisationId === p.organisationId))
            .map((p) => ({ partieId: p.id, cote: p.role, nom: nomDansLaPhrase(p.organisation.nom) })),
      resiliations: lignes.map((r, i) => ({
        id: r.id,
        cote: r.cote,
        partie: nomDansLaPhrase(partieDe(r.organisationId)?.organisation.nom ?? ''),
        partieId: partieDe(r.organisationId)?.id ?? null,
        seule: groupe && r.cote === 'GESTIONNAIRE',
        lieu: partieDe(r.organisationId)?.organisation.commune?.nom ?? null,
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
      cotes,
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
