import 'server-only'
import { designationDeLActe } from '../domaine/acte/designation'
import { avecMentions, figerTexte, type PartieFigee, type TexteFige } from '../domaine/acte/version'
import { type AvenantSigne, parEffet } from '../domaine/avenant/consolider'
import { type EtatDeLaChaine, etatInitial } from '../domaine/avenant/etat'
import type { DateIso } from '../domaine/calendrier/dates'
import { grouper } from '../domaine/grouper'
import type { Contenu } from '../domaine/texte/contenu'
import type { TexteDActe } from '../domaine/texte/finalisation'
import type { ValeurParametre, ValeursParametres } from '../domaine/texte/parametres'
import type { DetailAnnexe, GenreUnite } from '../domaine/texte/unites'
import type { Tx } from './client'
import { versIsoOuNul } from './dates'
import type { Prisma } from './genere/client'
import { habitDuModele } from './modele-de-l-acte'

const ACTE = {
  modeleVersion: { select: { titre: true, intitule: true, parties: true, parametres: true } },
  parties: { orderBy: { rang: 'asc' } },
  unites: { include: { fichier: { select: { id: true, nom: true, taille: true, empreinte: true } } } },
} satisfies Prisma.ActeInclude
type ActeDeLaChaine = Prisma.ActeGetPayload<{ include: typeof ACTE }>
type Acte = Prisma.ActeGetPayload<object>

/** Tout ce qu'il faut pour consolider une chaîne, lu en un nombre constant de requêtes. */
export type Chaine = {
  initial: {
    acteId: string
    titre: string
    designation: string
    origine: 'REDACTION' | 'REPRISE'
    signeLe: DateIso | null
    effetLe: DateIso | null
    resilieeLe: DateIso | null
    /** Faux : l'acte signé n'est connu que par son scan. */
    transcrit: boolean
  }
  etat: EtatDeLaChaine
  avenants: AvenantSigne[]
}

/**
 * Chaîne d'une convention signée, telle que l'acteur de la transaction la voit, ou `null` : acte initial inconnu, ou pas
 * encore signé. Son texte est celui de l'envoi signé, mentions remplies ; d'un acte repris, sa transcription.
 */
export async function chargerChaine(tx: Tx, conventionId: string): Promise<Chaine | null> {
  return (await chargerChaines(tx, [conventionId])).get(conventionId) ?? null
}

/**
 * Les chaînes de plusieurs conventions, par identifiant, en un nombre de requêtes qui ne dépend pas du leur. Celles qui ne
 * sont pas signées, ou que l'acteur ne voit pas, n'y sont pas.
 */
export async function chargerChaines(tx: Tx, conventionIds: readonly string[]): Promise<Map<string, Chaine>> {
  const signes = await tx.acte.findMany({
    where: { conventionId: { in: [...conventionIds] }, etape: 'SIGNEE' },
    orderBy: { rang: 'asc' },
  })
  const figes = await textesFiges(tx, signes)
  const tables = await texteEnTables(
    tx,
    signes.filter((a) => !figes.has(a.id)),
  )
  const valeurs = await valeursDesChaines(tx, conventionIds)
  const parChaine = grouper(signes, (a) => a.conventionId)
  return new Map(
    [...parChaine].flatMap(([id, actes]): [string, Chaine][] => {
      const chaine = versChaine(actes, { figes, tables, valeurs: valeurs.get(id) ?? {} })
      return chaine ? [[id, chaine]] : []
    }),
  )
}

type Lus = { figes: Figes; tables: ReadonlyMap<string, ActeEnTables>; valeurs: ValeursParametres }

function versChaine(actes: readonly Acte[], lus: Lus): Chaine | null {
  const initial = actes.find((a) => a.rang === 0)
  if (!initial) return null
  const texte = texteSigne(initial, lus)
  const fin = versIsoOuNul(initial.dateFin)
  const avenants = actes.filter((a) => a.rang > 0).flatMap((a) => versAvenant(a, lus))
  return {
    initial: {
      acteId: initial.id,
      titre: initial.titre,
      designation: designationDeLActe(initial.titre),
      origine: initial.origine,
      signeLe: versIsoOuNul(initial.dateSignature),
      effetLe: versIsoOuNul(initial.dateEffet) ?? versIsoOuNul(initial.dateSignature),
      resilieeLe: versIsoOuNul(initial.resilieeLe),
      transcrit: texte.unites.length > 0,
    },
    etat: etatInitial(texte, fin),
    avenants: avecTermesRepris(avenants, actes, fin),
  }
}

/** Un avenant repris n'a pas de modifications saisies, mais sa date de fin, elle, est connue : elle proroge la chaîne. */
function avecTermesRepris(
  avenants: readonly AvenantSigne[],
  actes: readonly Acte[],
  finInitiale: DateIso | null,
): AvenantSigne[] {
  let fin = finInitiale
  return [...avenants].sort(parEffet).map((a) => {
    const voulu = versIsoOuNul(actes.find((x) => x.id === a.acteId)?.dateFin ?? null)
    const depart = fin
    if (voulu) fin = voulu
    return a.transcrit || voulu === null || voulu === depart
      ? a
      : { ...a, modifications: [{ genre: 'terme', nature: 'prolongation', depart, voulu }] }
  })
}

/** Par acte, le texte de la version signée, à défaut de la dernière partagée ; une seule requête pour toutes les chaînes. */
async function textesFiges(tx: Tx, actes: readonly { id: string }[]): Promise<Map<string, TexteFige>> {
  const lignes = await tx.$queryRaw<{ acteId: string; texte: TexteFige }[]>`
    SELECT DISTINCT ON (v.acte_id) v.acte_id AS "acteId", v.texte
    FROM version_acte v LEFT JOIN envoi_signature e ON e.version_id = v.id AND e.etat = 'SIGNE'
    WHERE v.acte_id = ANY (${actes.map((a) => a.id)}::uuid[])
    ORDER BY v.acte_id, (e.id IS NOT NULL) DESC, v.numero DESC`
  return new Map(lignes.map((l) => [l.acteId, l.texte]))
}

/** Textes de travail des actes sans version figée : ceux que l'on a repris d'un scan. */
async function texteEnTables(tx: Tx, actes: readonly { id: string }[]): Promise<Map<string, ActeEnTables>> {
  if (actes.length === 0) return new Map()
  const lus = await tx.acte.findMany({ where: { id: { in: actes.map((a) => a.id) } }, include: ACTE })
  return new Map(lus.map((a) => [a.id, a]))
}

type Figes = ReadonlyMap<string, TexteFige>

function texteSigne(acte: { id: string }, { figes, tables, valeurs }: Lus): TexteFige {
  const fige = figes.get(acte.id)
  if (fige) return avecMentions(fige, valeurs)
  const enTables = tables.get(acte.id)
  if (!enTables) throw new Error(`Acte sans texte ni tables : ${acte.id}`)
  return figerTexte(texteDesTables(enTables, valeurs), habit(enTables))
}

/** Avenant signé avec l'effet qu'il a figé ; repris sur scan, sa date de fin seule dit ce qu'il a prolongé. */
function versAvenant(acte: Acte, lus: Lus): AvenantSigne[] {
  const signeLe = versIsoOuNul(acte.dateSignature)
  if (!signeLe) return []
  const { modifications } = texteSigne(acte, lus)
  return [
    {
      acteId: acte.id,
      rang: acte.rang,
      titre: acte.titre,
      signeLe,
      effetLe: versIsoOuNul(acte.dateEffet) ?? signeLe,
      transcrit: modifications !== undefined,
      modifications: modifications ?? [],
    },
  ]
}

/** Valeurs renseignées de la chaîne, par clé. */
export async function valeursDe(tx: Tx, conventionId: string): Promise<ValeursParametres> {
  return (await valeursDesChaines(tx, [conventionId])).get(conventionId) ?? {}
}

async function valeursDesChaines(
  tx: Tx,
  conventionIds: readonly string[],
): Promise<Map<string, ValeursParametres>> {
  const lignes = await tx.parametre.findMany({
    where: { conventionId: { in: [...conventionIds] } },
    select: { conventionId: true, cle: true, valeur: true },
  })
  return new Map(
    [...grouper(lignes, (p) => p.conventionId)].map(([id, siennes]) => [
      id,
      Object.fromEntries(
        siennes.flatMap((p) => (p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [])),
      ),
    ]),
  )
}

export type ActeEnTables = Pick<ActeDeLaChaine, 'titre' | 'modeleVersion' | 'parties' | 'unites'>

/** Ce qu'il faut lire d'un acte pour en tirer le texte de travail. */
export const INCLURE_TEXTE = {
  modeleVersion: ACTE.modeleVersion,
  parties: ACTE.parties,
  unites: ACTE.unites,
} as const

/** Texte d'un acte, lu de ses tables de travail. */
export function texteDesTables(acte: ActeEnTables, valeurs: ValeursParametres): TexteDActe {
  const modele = acte.modeleVersion
  const { parties, definitions } = habitDuModele(modele, acte.parties)
  return {
    titre: modele?.titre ?? acte.titre,
    comparutions: parties.map((p) => p.comparution),
    unites: acte.unites.map((u) => ({
      identite: u.identite,
      parent: u.parent,
      rang: u.rang,
      genre: u.genre as GenreUnite,
      titre: u.titre,
      contenu: u.contenu as unknown as Contenu,
      annexe: u.annexe as unknown as DetailAnnexe | null,
      fichier: u.fichier,
      omise: u.omise,
      motif: u.motif,
    })),
    definitions,
    valeurs,
  }
}

/** Surtitre et parties figés avec le texte. */
export function habit(acte: ActeEnTables): { surtitre: string; parties: PartieFigee[] } {
  return {
    surtitre: acte.modeleVersion?.intitule ?? acte.titre,
    parties: acte.parties.map((p): PartieFigee => {
      const d = p.designation as { nom?: string; adresse?: string | null }
      return {
        partieId: p.id,
        role: p.role,
        organisationId: p.organisationId,
        nom: d.nom ?? '',
        adresse: d.adresse ?? null,
      }
    }),
  }
}
