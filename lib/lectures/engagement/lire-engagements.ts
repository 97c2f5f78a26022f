import 'server-only'
import { chargerChaine } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { versIso, versIsoOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { lireReference } from '../../domaine/acte/reference'
import { consolider } from '../../domaine/avenant/consolider'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Cible } from '../../domaine/engagement/cible'
import {
  type Condition,
  type Declaration,
  type Recurrence,
  schemaDeclaration,
} from '../../domaine/engagement/declaration'
import type { CibleDatee } from '../../domaine/engagement/histoire'
import type { Jugement } from '../../domaine/engagement/juger'
import type { Debiteur, Theme } from '../../domaine/engagement/themes'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Numero } from '../../domaine/texte/numerotation'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'

export type MesureLue = {
  debut: DateIso
  fin: DateIso
  portee: string
  etat: 'ATTENDUE' | 'SAISIE' | 'VALIDEE' | 'CONTESTEE'
  jugement: Jugement
  numerateur: number | null
  denominateur: number | null
}
export type PorteeLue = {
  code: string
  libelle: string
  condition: Condition | null
  exigibleLe: DateIso | null
  exigiblePreuve: string | null
  exigibleParNom: string | null
}
export type EngagementLu = {
  id: string
  version: number
  origine: 'TEXTE' | 'AJOUT'
  libelle: string
  motif: string | null
  theme: Theme
  debiteur: Debiteur
  recurrence: Recurrence | null
  /** « Article 2.1 », tel que le texte en vigueur le numérote ; `null` pour un ajout. */
  article: string | null
  unite: string | null
  cibles: readonly CibleDatee[]
  /** Cible en vigueur aujourd'hui, ou la dernière d'un engagement fermé. */
  cible: Cible | null
  part: number | null
  seuil: number
  depuis: DateIso
  fermeLe: DateIso | null
  valeurAbsente: boolean
  condition: Condition | null
  exigibleLe: DateIso | null
  exigiblePreuve: string | null
  exigibleParNom: string | null
  /** Premier jour où l'équipement attendu est en service des deux côtés, selon les fiches. */
  equipementDepuis: DateIso | null
  portees: readonly PorteeLue[]
  referents: Record<'hopital' | 'centre', { fonction: string | null; personne: string | null }>
  /** Dernière période finie, par portée, et le nombre de périodes finies sans mesure. */
  dernieres: readonly MesureLue[]
  enAttente: number
}

export type EngagementsLus = { convention: ConventionLue; engagements: EngagementLu[] }

/**
 * Engagements d'une convention signée, pour qui la lit ; `null` si elle est inconnue, interdite ou pas encore signée. Le
 * nombre de requêtes ne dépend pas du nombre d'engagements.
 */
export async function lireEngagements(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
): Promise<EngagementsLus | null> {
  if (lireReference(reference)?.rang !== 0) return null
  const convention = await lireConvention(acteur, reference, maintenant)
  if (convention?.etape !== 'SIGNEE') return null
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const { conventionId } = convention
    const lignes = await tx.engagement.findMany({
      where: { conventionId },
      include: {
        cibles: { orderBy: { depuis: 'asc' } },
        portees: { orderBy: { rang: 'asc' } },
        mesures: { where: { fin: { lt: new Date(`${jour}T00:00:00Z`) } }, orderBy: { debut: 'asc' } },
      },
      orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
    })
    const chaine = await chargerChaine(tx, conventionId)
    const numeros = chaine ? consolider(chaine.etat, chaine.avenants, jour).etat.numeros : {}
    const declarations = lignes.map((e) => schemaDeclaration.parse(e.declaration))
    const equipements = await equipementsDe(tx, convention, declarations)
    return {
      convention,
      engagements: lignes.map((e) => versEngagement(e, { jour, numeros, equipements })),
    }
  })
}

type Ligne = Prisma.EngagementGetPayload<{ include: { cibles: true; portees: true; mesures: true } }>
type Reperes = {
  jour: DateIso
  numeros: Readonly<Record<string, Numero>>
  equipements: ReadonlyMap<string, DateIso>
}

function versEngagement(e: Ligne, { jour, numeros, equipements }: Reperes): EngagementLu {
  const declaration = schemaDeclaration.parse(e.declaration)
  const cibles = e.cibles.map((c) => ({
    depuis: versIso(c.depuis),
    jusqua: versIsoOuNul(c.jusqua),
    cible: c.cible as Cible | null,
    rang: c.rang,
  }))
  const numero = e.unite ? numeros[e.unite] : undefined
  return {
    id: e.id,
    version: e.version,
    origine: e.origine,
    libelle: e.libelle,
    motif: e.motif,
    theme: e.theme as Theme,
    debiteur: e.debiteur as Debiteur,
    recurrence: e.recurrence as Recurrence | null,
    article: numero?.intitule ?? null,
    unite: e.unite,
    cibles,
    cible:
      (cibles.find((c) => c.depuis <= jour && (!c.jusqua || jour <= c.jusqua)) ?? cibles.at(-1))?.cible ??
      null,
    part: declaration.promesse.genre === 'delai' ? declaration.promesse.part : null,
    seuil: e.seuil,
    depuis: versIso(e.depuis),
    fermeLe: versIsoOuNul(e.fermeLe),
    valeurAbsente: e.valeurAbsente,
    condition: declaration.condition,
    exigibleLe: versIsoOuNul(e.exigibleLe),
    exigiblePreuve: e.exigiblePreuve,
    exigibleParNom: e.exigibleParNom,
    equipementDepuis:
      declaration.condition?.genre === 'equipement'
        ? (equipements.get(declaration.condition.code) ?? null)
        : null,
    portees: e.portees.map((p) => ({
      code: p.code,
      libelle: p.libelle,
      condition: p.condition as Condition | null,
      exigibleLe: versIsoOuNul(p.exigibleLe),
      exigiblePreuve: p.exigiblePreuve,
      exigibleParNom: p.exigibleParNom,
    })),
    referents: {
      hopital: { fonction: e.referentHopital, personne: e.personneHopital },
      centre: { fonction: e.referentCentre, personne: e.personneCentre },
    },
    dernieres: [...new Set(e.mesures.map((m) => m.portee))].flatMap((portee) => {
      const m = e.mesures.filter((x) => x.portee === portee).at(-1)
      return m
        ? [{ ...m, debut: versIso(m.debut), fin: versIso(m.fin), jugement: m.jugement as Jugement }]
        : []
    }),
    enAttente: e.mesures.filter((m) => m.etat === 'ATTENDUE').length,
  }
}

/** Par équipement attendu, le premier jour où les fiches le disent en service à la fois à l'hôpital et au centre. */
async function equipementsDe(
  tx: Tx,
  convention: ConventionLue,
  declarations: readonly Declaration[],
): Promise<Map<string, DateIso>> {
  const codes = [
    ...new Set(declarations.flatMap((d) => (d.condition?.genre === 'equipement' ? [d.condition.code] : []))),
  ]
  if (codes.length === 0) return new Map()
  const centres = convention.centres.map((c) => c.id)
  const lignes = await tx.equipement.findMany({
    where: {
      code: { in: codes },
      depuis: { not: null },
      jusqua: null,
      OR: [{ organisationId: { in: centres } }, { organisation: { parentId: convention.groupe.id } }],
    },
    select: { code: true, depuis: true, organisationId: true },
  })
  return new Map(
    codes.flatMap((code) => {
      const premier = (duCentre: boolean) =>
        lignes
          .filter((l) => l.code === code && centres.includes(l.organisationId) === duCentre)
          .map((l) => versIsoOuNul(l.depuis))
          .filter((d) => d !== null)
          .sort()[0]
      const [hopital, centre] = [premier(false), premier(true)]
      return hopital && centre ? [[code, hopital > centre ? hopital : centre]] : []
    }),
  )
}
