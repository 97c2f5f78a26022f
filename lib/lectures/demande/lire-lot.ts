import 'server-only'
import type { Tx } from '../../bd/client'
import { versIso, versIsoOuNul } from '../../bd/dates'
import { stockage } from '../../bd/stockage'
import { auNomDuGroupe, avecActeur } from '../../bd/transaction'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { type DemandeDatee, EXAMENS_IMAGERIE } from '../../domaine/engagement/demandes'
import { type CoteDemande, coteDesDemandes } from '../../domaine/engagement/droits-demandes'
import type { ChampImport, Correspondance } from '../../domaine/engagement/import/colonnes'
import {
  cleDeDoublon,
  type ErreurLigne,
  type Lexique,
  type LigneLue,
  lireLigne,
} from '../../domaine/engagement/import/ligne'
import type { Acteur } from '../../domaine/organisation/acteur'
import { plier } from '../../domaine/texte/plier'

type Lieu = {
  conventionId: string
  groupeId: string
  centreId: string
  siteId: string
  organisations: string[]
  cote: CoteDemande
}
export type LotEnMain = {
  id: string
  groupeId: string
  centreId: string | null
  etat: string
  lignes: number
  lues: number
  correspondance: Correspondance
  doublons: boolean
  octets: Uint8Array | null
  lire: (cellules: Partial<Record<ChampImport, string>>) => ReturnType<typeof lireLigne>
  /** Convention d'une ligne, ou pourquoi elle ne peut pas y entrer. */
  situer: (l: LigneLue) => { lieu: Lieu; erreur?: undefined } | { lieu: null; erreur: ErreurLigne }
}

/** Un lot, son fichier et de quoi lire chacune de ses lignes sans revenir à la base. `null` s'il n'est pas à l'acteur. */
export function lireLot(acteur: Acteur, lotId: string, maintenant: Date): Promise<LotEnMain | null> {
  return avecActeur(acteur, async (tx) => {
    const lot = await tx.lotDemandes.findUnique({ where: { id: lotId } })
    if (!lot) return null
    const reglages = (lot.reglages ?? {}) as { correspondance?: Correspondance; doublons?: boolean }
    const fichier = lot.fichierId ? await stockage(tx).ouvrir(lot.fichierId) : null
    const lexique = await lireLexique(tx, lot)
    return {
      ...lot,
      correspondance: reglages.correspondance ?? {},
      doublons: reglages.doublons ?? false,
      octets: fichier?.octets ?? null,
      lire: (cellules) => lireLigne(cellules, lexique, maintenant),
      situer: await situeur(tx, acteur, lot.groupeId),
    }
  })
}

async function lireLexique(
  tx: Tx,
  lot: { groupeId: string; centreId: string | null; siteId: string },
): Promise<Lexique> {
  const organisations = await tx.organisation.findMany({
    where: {
      OR: [
        { nature: 'CENTRE', partenariatsCentre: { some: { groupeId: lot.groupeId } } },
        { nature: 'SITE', OR: [{ parentId: lot.groupeId }, { parent: { parentId: lot.groupeId } }] },
      ],
    },
    select: {
      id: true,
      code: true,
      nom: true,
      sigle: true,
      nature: true,
      finess: true,
      commune: { select: { nom: true } },
    },
  })
  // Un nom que deux organisations portent ne désigne personne.
  const table = (nature: string): Map<string, string> => {
    const vus = new Map<string, string>()
    const doubles = new Set<string>()
    for (const o of organisations.filter((x) => x.nature === nature))
      for (const mot of [o.code, o.nom, o.sigle, o.finess, nature === 'CENTRE' ? o.commune?.nom : null]) {
        const cle = plier(mot ?? '')
        if (cle === '' || vus.get(cle) === o.id) continue
        if (vus.has(cle)) doubles.add(cle)
        vus.set(cle, o.id)
      }
    for (const d of doubles) vus.delete(d)
    return vus
  }
  const specialites = await tx.specialite.findMany({ select: { code: true, libelle: true } })
  const portees = await tx.porteeEngagement.findMany({
    select: { code: true, libelle: true },
    distinct: ['code'],
  })
  const mots = (l: readonly { code: string; libelle: string }[]) =>
    l.flatMap((x): [string, string][] => [
      [plier(x.code), x.code],
      [plier(x.libelle), x.code],
    ])
  return {
    centres: table('CENTRE'),
    sites: table('SITE'),
    specialites: new Map(mots(specialites)),
    examens: new Map([...EXAMENS_IMAGERIE.map((e): [string, string] => [plier(e), e]), ...mots(portees)]),
    centreId: lot.centreId,
    siteId: lot.siteId,
  }
}

async function situeur(tx: Tx, acteur: Acteur, groupeId: string): Promise<LotEnMain['situer']> {
  const lus = await tx.engagement.findMany({
    where: { groupeId },
    orderBy: [{ depuis: 'desc' }, { id: 'desc' }],
  })
  const engagements = lus.map((e) => ({
    ...e,
    nature: (e.declaration as { demandes?: { nature: string } | null }).demandes?.nature ?? null,
    de: versIso(e.depuis),
    a: versIsoOuNul(e.fermeLe),
  }))
  const figees = await auNomDuGroupe(tx, groupeId, () =>
    tx.mesure.findMany({
      where: {
        origine: 'DEMANDES',
        OR: [{ figeeLe: { not: null } }, { effaceesLe: { not: null } }],
        engagement: { groupeId },
      },
      select: { engagementId: true, portee: true, debut: true, fin: true },
    }),
  )
  const parents = new Map(
    (
      await tx.organisation.findMany({
        where: { nature: 'CENTRE', id: { in: [...new Set(lus.flatMap((e) => e.organisations))] } },
        select: { id: true, parentId: true },
      })
    ).map((c) => [c.id, c.parentId]),
  )
  const estFigee = (conventionId: string, d: DemandeDatee, jour: string) =>
    figees.some((m) => {
      const e = engagements.find((x) => x.id === m.engagementId)
      if (e?.conventionId !== conventionId || e.nature !== d.nature) return false
      return (m.portee === '' || m.portee === d.examen) && versIso(m.debut) <= jour && jour <= versIso(m.fin)
    })
  return ({ demande, centreId, siteId }) => {
    const cote = coteDesDemandes(acteur, { groupeId, centreId, siteId })
    if (!cote) return { lieu: null, erreur: { champ: 'centre', code: 'droit' } }
    const jour = aujourdHuiAParis(demande.demandeeLe)
    const possibles = engagements.filter(
      (e) => e.organisations.includes(centreId) && e.de <= jour && (e.a === null || jour <= e.a),
    )
    const e = possibles.find((x) => x.nature === demande.nature) ?? possibles[0]
    if (!e) return { lieu: null, erreur: { champ: 'demandeeLe', code: 'convention' } }
    if (estFigee(e.conventionId, demande, jour))
      return { lieu: null, erreur: { champ: 'demandeeLe', code: 'figee' } }
    const parent = parents.get(centreId)
    const organisations = parent ? [centreId, parent] : [centreId]
    return { lieu: { conventionId: e.conventionId, groupeId, centreId, siteId, organisations, cote } }
  }
}

/** Parmi ces lignes, les clés de celles qui sont déjà inscrites. */
export function clesConnues(
  acteur: Acteur,
  lignes: readonly { demande: DemandeDatee; lieu: Lieu }[],
): Promise<Set<string>> {
  if (lignes.length === 0) return Promise.resolve(new Set())
  return avecActeur(acteur, async (tx) => {
    const connues = await tx.demande.findMany({
      where: {
        conventionId: { in: [...new Set(lignes.map((l) => l.lieu.conventionId))] },
        demandeeLe: { in: lignes.map((l) => l.demande.demandeeLe) },
      },
      select: {
        centreId: true,
        nature: true,
        examen: true,
        specialite: true,
        degreDemande: true,
        demandeeLe: true,
      },
    })
    return new Set(connues.map(cleDeDoublon))
  })
}
