import 'server-only'
import type { Tx } from '../../bd/client'
import type { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { visasDuGroupe } from '../../bd/visas'
import { peutValiderModele } from '../../domaine/acte/droits'
import { groupeRegarde, peutEcrireModeles, peutLireEcarts } from '../../domaine/modele/droits'
import { socleParuDepuis, versionRegardee } from '../../domaine/modele/versions'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import type { PartieSource } from '../../domaine/texte/modele-source'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { AccordAdaptation, DetailAnnexe, GenreUnite, Variante } from '../../domaine/texte/unites'

/** Groupe qui a publié la version ; `null` : version fournie avec l'application. */
export type GroupeDeVersion = { id: string; code: string; nom: string; sigle: string | null } | null
export type ModeleResume = {
  code: string
  intitule: string
  resume: string
  numero: number
  groupe: GroupeDeVersion
  publieeLe: Date
  valideeLe: Date | null
  redaction: boolean
  /** Conventions visibles de l'acteur qui en sont nées. */
  conventions: number
  /** Un projet de version est ouvert dans le groupe de l'acteur. */
  projet: boolean
}
export type VisaDate = {
  code: string
  texte: string
  valideDu: string | null
  valideAu: string | null
  remplacePar: string | null
  note: string | null
}
export type UniteModeleLue = {
  identite: string
  parent: string | null
  rang: number
  genre: GenreUnite
  titre: string | null
  contenu: Contenu
  annexe: DetailAnnexe | null
  variantes: Variante[]
  facultative: boolean
  visa: VisaDate | null
  accordAdaptation: AccordAdaptation | null
}
export type ModeleLu = Omit<ModeleResume, 'conventions' | 'projet'> & {
  versionId: string
  titre: string
  source: string
  valideParNom: string | null
  note: string | null
  publieeParNom: string | null
  retrait: { le: Date; motif: string; parNom: string } | null
  parties: PartieSource[]
  definitions: DefinitionParametre[]
  unites: UniteModeleLue[]
  peutValider: boolean
  /** Groupe de l'acteur pour qui cette page est lue ; `null` s'il n'en rédige ni n'en conseille aucun. */
  pourGroupe: { id: string; nom: string; peutEcrire: boolean; peutLireEcarts: boolean } | null
  /** Vrai quand c'est d'elle que le groupe part aujourd'hui. */
  proposee: boolean
  projet: { id: string; parNom: string; modifieLe: Date } | null
  /** Version fournie parue depuis celle du groupe. */
  socleDepuis: { versionId: string; numero: number; publieeLe: Date } | null
}

const GROUPE = { select: { id: true, code: true, nom: true, sigle: true } } as const
const CHAMPS_VERSION = {
  id: true,
  modeleCode: true,
  numero: true,
  groupeId: true,
  publieeLe: true,
  retireeLe: true,
} as const

/** Version que regarde l'acteur, pour le groupe dit s'il en a plusieurs, de chaque modèle ; la bibliothèque est ouverte à toute personne connectée. */
export function listerModeles(acteur: Acteur, pour: string | null = null): Promise<ModeleResume[]> {
  const groupeId = groupeRegarde(acteur, pour)
  return avecActeur(acteur, async (tx) => {
    const modeles = await tx.modele.findMany({
      orderBy: { rang: 'asc' },
      include: {
        versions: {
          where: { retireeLe: null },
          omit: { parametres: true, parties: true },
          include: { groupe: GROUPE },
        },
        projets: {
          where: { closLe: null, groupeId: { in: acteur.groupes.filter((g) => g === groupeId) } },
          select: { id: true },
        },
      },
    })
    const comptes = await tx.convention.groupBy({ by: ['modeleCode'], _count: true })
    return modeles.flatMap(({ code, versions, projets }) => {
      const v = versionRegardee(versions, groupeId)
      if (!v) return []
      return [
        {
          code,
          intitule: v.intitule,
          resume: v.resume,
          numero: v.numero,
          groupe: v.groupe,
          publieeLe: v.publieeLe,
          valideeLe: v.valideeLe,
          redaction: v.redaction,
          conventions: comptes.find((c) => c.modeleCode === code)?._count ?? 0,
          projet: projets.length > 0,
        },
      ]
    })
  })
}

/**
 * Une version d'un modèle, avec ses unités, ses variantes et la validité de ses visas : celle que regarde le groupe de
 * l'acteur, ou celle demandée, si elle lui est visible ; `null` sinon.
 */
export function lireModele(
  acteur: Acteur,
  code: string,
  versionId: string | null = null,
  pour: string | null = null,
): Promise<ModeleLu | null> {
  return avecActeur(acteur, async (tx) => {
    const versions = await tx.modeleVersion.findMany({ where: { modeleCode: code }, select: CHAMPS_VERSION })
    const demandee = versionId === null ? null : versions.find((v) => v.id === versionId)
    if (demandee === undefined) return null
    const groupeId = demandee?.groupeId ?? groupeRegarde(acteur, pour)
    const regardee = versionRegardee(versions, groupeId)
    const choisie = demandee ?? regardee
    if (!choisie) return null
    const v = await tx.modeleVersion.findUniqueOrThrow({
      where: { id: choisie.id },
      include: { unites: { orderBy: { rang: 'asc' } }, groupe: GROUPE },
    })
    const visas = await visasDuGroupe(tx, groupeId)
    const socle = socleParuDepuis(versions, groupeId)
    return {
      ...versModeleLu(v, visas),
      code,
      valideParNom: await nomDuValideur(tx, v.valideePar),
      peutValider: peutValiderModele(acteur),
      pourGroupe: await lirePourGroupe(tx, acteur, groupeId),
      proposee: regardee?.id === v.id,
      projet: await projetOuvert(tx, code, groupeId),
      socleDepuis: socle && { versionId: socle.id, numero: socle.numero, publieeLe: socle.publieeLe },
    }
  })
}

type VersionEntiere = Prisma.ModeleVersionGetPayload<{ include: { unites: true; groupe: typeof GROUPE } }>

function versModeleLu(v: VersionEntiere, visas: ReadonlyMap<string, VisaDate>) {
  return {
    versionId: v.id,
    intitule: v.intitule,
    titre: v.titre,
    resume: v.resume,
    source: v.source,
    numero: v.numero,
    groupe: v.groupe,
    publieeLe: v.publieeLe,
    publieeParNom: v.publieeParNom,
    note: v.note,
    retrait: v.retireeLe && { le: v.retireeLe, motif: v.retraitMotif ?? '', parNom: v.retireeParNom ?? '' },
    valideeLe: v.valideeLe,
    redaction: v.redaction,
    parties: v.parties as unknown as PartieSource[],
    definitions: v.parametres as unknown as DefinitionParametre[],
    unites: v.unites.map((u) => versUniteModeleLue(u, visas)),
  }
}

type LigneUnite = Omit<Prisma.UniteModeleGetPayload<object>, 'id' | 'versionId'>

/** Unité d'une version ou d'un projet, avec le texte de référence de son visa. */
export const versUniteModeleLue = (u: LigneUnite, visas: ReadonlyMap<string, VisaDate>): UniteModeleLue => ({
  identite: u.identite,
  parent: u.parent,
  rang: u.rang,
  genre: u.genre as GenreUnite,
  titre: u.titre,
  contenu: u.contenu as unknown as Contenu,
  annexe: u.annexe as unknown as DetailAnnexe | null,
  variantes: u.variantes as unknown as Variante[],
  facultative: u.facultative,
  visa: visas.get(u.visa ?? '') ?? null,
  accordAdaptation: u.accordAdaptation as unknown as AccordAdaptation | null,
})

const nomDuValideur = async (tx: Tx, id: string | null): Promise<string | null> =>
  id ? ((await tx.utilisateur.findUnique({ where: { id }, select: { nom: true } }))?.nom ?? null) : null

async function lirePourGroupe(
  tx: Tx,
  acteur: Acteur,
  groupeId: string | null,
): Promise<ModeleLu['pourGroupe']> {
  if (!groupeId) return null
  const g = await tx.organisation.findUnique({ where: { id: groupeId }, select: { id: true, nom: true } })
  return (
    g && { ...g, peutEcrire: peutEcrireModeles(acteur, g.id), peutLireEcarts: peutLireEcarts(acteur, g.id) }
  )
}

async function projetOuvert(
  tx: Tx,
  modeleCode: string,
  groupeId: string | null,
): Promise<ModeleLu['projet']> {
  if (!groupeId) return null
  const p = await tx.modeleProjet.findFirst({
    where: { modeleCode, groupeId, closLe: null },
    select: { id: true, creeParNom: true, modifieLe: true },
  })
  return p && { id: p.id, parNom: p.creeParNom, modifieLe: p.modifieLe }
}
