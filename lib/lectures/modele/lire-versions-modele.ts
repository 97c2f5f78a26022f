import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import type { Etape } from '../../domaine/acte/etapes'
import { groupeRegarde, groupesDesEcarts, peutEcrireModeles } from '../../domaine/modele/droits'
import {
  changementsDeVersion,
  type EffetSurConvention,
  effetsSurConvention,
} from '../../domaine/modele/evolution'
import { type VersionPubliee, versionRegardee } from '../../domaine/modele/versions'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import type { GroupeDeVersion } from './lire-modeles'

export type ConventionDeVersion = {
  reference: string
  titre: string
  etape: Etape
  groupe: string
  centres: string[]
  /** Ce que la version proposée au groupe y changerait ; `null` : c'est déjà la sienne, ou elle ne se lit pas. */
  effets: EffetSurConvention[] | null
}
export type VersionListee = {
  versionId: string
  numero: number
  groupe: GroupeDeVersion
  publieeLe: Date
  publieeParNom: string | null
  note: string | null
  valideeLe: Date | null
  retrait: { le: Date; motif: string; parNom: string } | null
  base: { versionId: string; numero: number; groupe: GroupeDeVersion } | null
  /** Proposée aujourd'hui au groupe de l'acteur. */
  proposee: boolean
  peutRetirer: boolean
  conventions: ConventionDeVersion[]
}
export type VersionsLues = {
  code: string
  intitule: string
  /** Vrai pour qui lit l'usage des versions : la direction du groupe, le siège. */
  avecUsage: boolean
  versions: VersionListee[]
  /** Titre de chaque unité connue d'une version, pour la nommer. */
  titres: Record<string, string>
}

const GROUPE = { select: { id: true, code: true, nom: true, sigle: true } } as const

/** Versions publiées d'un modèle que l'acteur voit, les plus récentes d'abord, avec qui est sur laquelle. */
export function lireVersionsModele(
  acteur: Acteur,
  code: string,
  pour: string | null = null,
): Promise<VersionsLues | null> {
  return avecActeur(acteur, async (tx) => {
    const modele = await tx.modele.findUnique({ where: { code } })
    const versions = await tx.modeleVersion.findMany({
      where: { modeleCode: code },
      orderBy: [{ publieeLe: 'desc' }, { numero: 'desc' }],
      omit: { parties: true, parametres: true, approbations: true },
      include: { groupe: GROUPE, base: { select: { id: true, numero: true, groupe: GROUPE } } },
    })
    if (!modele || versions.length === 0) return null
    const proposee = versionRegardee(versions, groupeRegarde(acteur, pour))
    const { conventions, titres } = await usages(tx, acteur, code, versions)
    return {
      code,
      intitule: proposee?.intitule ?? modele.intitule,
      avecUsage: groupesDesEcarts(acteur).length > 0,
      titres,
      versions: versions.map((v) => ({
        versionId: v.id,
        numero: v.numero,
        groupe: v.groupe,
        publieeLe: v.publieeLe,
        publieeParNom: v.publieeParNom,
        note: v.note,
        valideeLe: v.valideeLe,
        retrait: v.retireeLe && {
          le: v.retireeLe,
          motif: v.retraitMotif ?? '',
          parNom: v.retireeParNom ?? '',
        },
        base: v.base && { versionId: v.base.id, numero: v.base.numero, groupe: v.base.groupe },
        proposee: proposee?.id === v.id,
        peutRetirer: v.groupeId !== null && !v.retireeLe && peutEcrireModeles(acteur, v.groupeId),
        conventions: conventions.get(v.id) ?? [],
      })),
    }
  })
}

/** Quatre requêtes, quel que soit le nombre de conventions : les actes, les textes des versions, les unités touchées. */
async function usages(
  tx: Tx,
  acteur: Acteur,
  code: string,
  versions: readonly VersionPubliee[],
): Promise<{ conventions: Map<string, ConventionDeVersion[]>; titres: Record<string, string> }> {
  const actes = await tx.acte.findMany({
    where: {
      genre: 'CONVENTION',
      groupeId: { in: groupesDesEcarts(acteur) },
      etape: { not: 'ABANDONNEE' },
      convention: { modeleCode: code },
      modeleVersionId: { not: null },
    },
    orderBy: [{ tri: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      titre: true,
      etape: true,
      groupeId: true,
      modeleVersionId: true,
      convention: { select: { reference: true, groupe: { select: { nom: true, sigle: true } } } },
      centres: { select: { organisation: { select: { nom: true } } } },
    },
  })
  const unitesModele = await tx.uniteModele.findMany({
    where: { versionId: { in: versions.map((v) => v.id) } },
    select: { versionId: true, identite: true, titre: true, contenu: true, annexe: true, rang: true },
    orderBy: { rang: 'asc' },
  })
  const parVersion = new Map<
    string,
    (Omit<(typeof unitesModele)[number], 'contenu'> & { contenu: Contenu })[]
  >()
  for (const u of unitesModele)
    parVersion.set(u.versionId, [
      ...(parVersion.get(u.versionId) ?? []),
      { ...u, contenu: u.contenu as unknown as Contenu },
    ])
  // Le même passage, d'une version à une autre, ne se compare qu'une fois.
  const connus = new Map<string, ReturnType<typeof changementsDeVersion>>()
  const changements = (de: string, a: string) => {
    const cle = `${de}>${a}`
    const calcules =
      connus.get(cle) ?? changementsDeVersion(parVersion.get(de) ?? [], parVersion.get(a) ?? [])
    connus.set(cle, calcules)
    return calcules
  }
  const vises = actes.map((acte) => {
    const cible = versionRegardee(versions, acte.groupeId)
    const de = acte.modeleVersionId ?? ''
    return { acte, de, change: cible && cible.id !== de ? changements(de, cible.id) : null }
  })
  const identites = [...new Set(vises.flatMap((v) => v.change?.map((c) => c.identite) ?? []))]
  const unites = identites.length
    ? await tx.unite.findMany({
        where: {
          acteId: { in: vises.filter((v) => v.change?.length).map((v) => v.acte.id) },
          identite: { in: identites },
        },
        select: { acteId: true, identite: true, origine: true, omise: true },
      })
    : []
  const parActe = new Map<string, typeof unites>()
  for (const u of unites) parActe.set(u.acteId, [...(parActe.get(u.acteId) ?? []), u])
  const conventions = new Map<string, ConventionDeVersion[]>()
  for (const { acte, de, change } of vises)
    conventions.set(de, [
      ...(conventions.get(de) ?? []),
      {
        reference: acte.convention.reference,
        titre: acte.titre,
        etape: acte.etape,
        groupe: acte.convention.groupe.sigle ?? acte.convention.groupe.nom,
        centres: acte.centres.map((c) => c.organisation.nom),
        effets: change && effetsSurConvention(change, parActe.get(acte.id) ?? []),
      },
    ])
  return {
    conventions,
    titres: Object.fromEntries(unitesModele.flatMap((u) => (u.titre ? [[u.identite, u.titre]] : []))),
  }
}
