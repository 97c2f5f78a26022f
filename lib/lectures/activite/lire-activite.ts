import 'server-only'
import { cadresDesGestionnaires } from '../../bd/cadres'
import type { Tx } from '../../bd/client'
import { versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import {
  type DatesDuPraticien,
  DECISIONS,
  type Decision,
  estActivitePartagee,
  STATUTS_DE_PRATICIEN,
  type StatutDePraticien,
} from '../../domaine/acte/activite-partagee'
import type { Etape } from '../../domaine/acte/etapes'
import { type Situation, situation } from '../../domaine/acte/situation'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { enumerer } from '../../domaine/texte/ecriture/formes'
import type { ConventionLue } from '../convention/lire-convention'

type Bout = {
  reference: string
  titre: string
  villes: string
  etape: Etape
  situation: Situation | null
  fin: DateIso | null
}
export type RattachementLu = {
  id: string
  version: number
  numero: number
  /** L'autre bout : le cadre vu de l'activité, l'activité vue du cadre. */
  autre: Bout
  decision: { prise: Decision; pour: DateIso; motif: string | null; par: string; le: Date } | null
}
export type PraticienLu = {
  id: string
  version: number
  fonction: string
  statut: StatutDePraticien
} & DatesDuPraticien
export type ActiviteLue = {
  rattachements: RattachementLu[]
  /** Conventions-cadres de ses gestionnaires auxquelles elle ne l'est pas encore : à la direction seule. */
  rattachables: { conventionId: string; reference: string; titre: string; vivant: boolean }[]
  praticiens: PraticienLu[]
  /** Vrai pour la direction des partenariats du groupe, tant que l'acte n'est pas abandonné. */
  tenir: boolean
}
export type ActivitesDuCadre = RattachementLu[]

const AVEC_BOUT = {
  include: {
    actes: {
      orderBy: { rang: 'asc' as const },
      include: {
        parties: {
          where: { role: 'GESTIONNAIRE' as const },
          orderBy: { rang: 'asc' as const },
          include: { organisation: { include: { commune: { select: { nom: true } } } } },
        },
      },
    },
  },
}

/** Ce qui entoure une activité partagée lue par l'acteur ; `null` de toute autre convention et d'un avenant. */
export function lireActivite(
  acteur: Acteur,
  c: ConventionLue,
  maintenant: Date,
): Promise<ActiviteLue | null> {
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    if (c.rang > 0 || !(await estUneActivite(tx, c))) return null
    const lignes = await tx.rattachementConvention.findMany({
      where: { conventionId: c.conventionId, retireLe: null },
      orderBy: { id: 'asc' },
      include: { cadre: AVEC_BOUT },
    })
    const praticiens = await tx.praticienIntervenant.findMany({
      where: { conventionId: c.conventionId, retireLe: null },
      orderBy: { id: 'asc' },
    })
    const tenir = c.qualites.includes('redacteur') && c.etape !== 'ABANDONNEE'
    const cadres = tenir ? await cadresDe(tx, c, jour) : []
    return {
      tenir,
      rattachements: lignes.map((r) => ({ ...versRattachement(r, r.cadre, jour), decision: null })),
      rattachables: cadres
        .filter((x) => !lignes.some((r) => r.cadreId === x.conventionId))
        .map(({ conventionId, reference, titre, vivant }) => ({ conventionId, reference, titre, vivant })),
      praticiens: praticiens.map((p) => ({
        id: p.id,
        version: p.version,
        fonction: p.fonction,
        statut: STATUTS_DE_PRATICIEN.find((s) => s === p.statut) ?? 'interet-general',
        accordLe: versIsoOuNul(p.accordLe),
        propositionLe: versIsoOuNul(p.propositionLe),
        avisPoleLe: versIsoOuNul(p.avisPoleLe),
        avisCmeLe: versIsoOuNul(p.avisCmeLe),
        autorisationLe: versIsoOuNul(p.autorisationLe),
      })),
    }
  })
}

/** Activités partagées rattachées à une convention lue : celles que l'acteur voit, dans l'ordre de leur numéro. */
export function lireActivitesDuCadre(
  acteur: Acteur,
  c: ConventionLue,
  maintenant: Date,
): Promise<ActivitesDuCadre> {
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const lignes = await tx.rattachementConvention.findMany({
      where: { cadreId: c.conventionId, retireLe: null },
      orderBy: { numero: 'asc' },
      include: { convention: AVEC_BOUT },
    })
    // Ce que la direction a décidé, et pourquoi, ne se lit que d'elle.
    const redige = c.qualites.includes('redacteur')
    return lignes.map((r) => {
      const lu = versRattachement(r, r.convention, jour)
      return redige ? lu : { ...lu, decision: null }
    })
  })
}

async function estUneActivite(tx: Tx, c: ConventionLue): Promise<boolean> {
  const chaine = await tx.convention.findUnique({
    where: { id: c.conventionId },
    select: { modeleCode: true },
  })
  return estActivitePartagee(chaine?.modeleCode ?? null)
}

async function cadresDe(tx: Tx, c: ConventionLue, jour: DateIso) {
  const parties = await tx.partie.findMany({
    where: { acteId: c.acteId, role: 'GESTIONNAIRE' },
    select: { organisationId: true },
  })
  return cadresDesGestionnaires(
    tx,
    c.groupe.id,
    parties.map((p) => p.organisationId),
    jour,
  )
}

type Ligne = Awaited<ReturnType<Tx['rattachementConvention']['findMany']>>[number]
type Chaine = {
  reference: string
  actes: {
    rang: number
    titre: string
    etape: Etape
    dateSignature: Date | null
    dateEffet: Date | null
    dateFin: Date | null
    resilieeLe: Date | null
    parties: { organisation: { nom: string; commune: { nom: string } | null } }[]
  }[]
}

function versRattachement(r: Ligne, chaine: Chaine, jour: DateIso): RattachementLu {
  const prise = DECISIONS.find((d) => d === r.decision)
  const pour = versIsoOuNul(r.decisionPour)
  return {
    id: r.id,
    version: r.version,
    numero: r.numero,
    autre: versBout(chaine, jour),
    decision:
      prise && pour && r.decisionLe
        ? { prise, pour, motif: r.decisionMotif, par: r.decisionParNom ?? '', le: r.decisionLe }
        : null,
  }
}

function versBout(chaine: Chaine, jour: DateIso): Bout {
  const initial = chaine.actes[0]
  const terme = chaine.actes
    .flatMap((a) => (a.etape === 'SIGNEE' ? (versIsoOuNul(a.dateFin) ?? []) : []))
    .sort()
    .at(-1)
  const resilieeLe = versIsoOuNul(initial?.resilieeLe ?? null)
  const etape = initial?.etape ?? 'BROUILLON'
  return {
    reference: chaine.reference,
    titre: initial?.titre ?? '',
    villes: enumerer((initial?.parties ?? []).map((p) => p.organisation.commune?.nom ?? p.organisation.nom)),
    etape,
    situation: situation(
      {
        etape,
        dateSignature: versIsoOuNul(initial?.dateSignature ?? null),
        dateEffet: versIsoOuNul(initial?.dateEffet ?? null),
        dateFin: terme ?? null,
        resilieeLe,
      },
      jour,
    ),
    fin: resilieeLe ?? terme ?? null,
  }
}
