import 'server-only'
import { versIsoOuNul } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { peutValiderModele } from '../../domaine/acte/droits'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import type { PartieSource } from '../../domaine/texte/modele-source'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { DetailAnnexe, GenreUnite, Variante } from '../../domaine/texte/unites'

export type ModeleResume = {
  code: string
  intitule: string
  resume: string
  numero: number
  publieeLe: Date
  valideeLe: Date | null
  redaction: boolean
  /** Conventions visibles de l'acteur qui en sont nées. */
  conventions: number
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
}
export type ModeleLu = Omit<ModeleResume, 'conventions'> & {
  versionId: string
  titre: string
  source: string
  valideParNom: string | null
  parties: PartieSource[]
  definitions: DefinitionParametre[]
  unites: UniteModeleLue[]
  peutValider: boolean
}

/** Dernière version publiée de chaque modèle ; la bibliothèque est ouverte à toute personne connectée. */
export function listerModeles(acteur: Acteur): Promise<ModeleResume[]> {
  return avecActeur(acteur, async (tx) => {
    const modeles = await tx.modele.findMany({
      orderBy: { rang: 'asc' },
      include: {
        versions: {
          where: { retireeLe: null },
          orderBy: { numero: 'desc' },
          take: 1,
          omit: { parametres: true, parties: true },
        },
      },
    })
    const comptes = await tx.convention.groupBy({ by: ['modeleCode'], _count: true })
    return modeles.flatMap(({ code, versions }) =>
      versions.map((v) => ({
        code,
        intitule: v.intitule,
        resume: v.resume,
        numero: v.numero,
        publieeLe: v.publieeLe,
        valideeLe: v.valideeLe,
        redaction: v.redaction,
        conventions: comptes.find((c) => c.modeleCode === code)?._count ?? 0,
      })),
    )
  })
}

/** Dernière version d'un modèle, avec ses unités, ses variantes et la validité de ses visas. */
export function lireModele(acteur: Acteur, code: string): Promise<ModeleLu | null> {
  return avecActeur(acteur, async (tx) => {
    const v = await tx.modeleVersion.findFirst({
      where: { modeleCode: code, retireeLe: null },
      orderBy: { numero: 'desc' },
      include: { unites: { orderBy: { rang: 'asc' } } },
    })
    if (!v) return null
    const visas = new Map((await tx.visa.findMany()).map((x) => [x.code, x]))
    const valideur = v.valideePar
      ? await tx.utilisateur.findUnique({ where: { id: v.valideePar }, select: { nom: true } })
      : null
    const visaDe = (codeVisa: string | null): VisaDate | null => {
      const x = visas.get(codeVisa ?? '')
      return x
        ? {
            code: x.code,
            texte: x.texte,
            valideDu: versIsoOuNul(x.valideDu),
            valideAu: versIsoOuNul(x.valideAu),
            remplacePar: visas.get(x.remplacePar ?? '')?.texte ?? null,
            note: x.note,
          }
        : null
    }
    return {
      code,
      versionId: v.id,
      intitule: v.intitule,
      titre: v.titre,
      resume: v.resume,
      source: v.source,
      numero: v.numero,
      publieeLe: v.publieeLe,
      valideeLe: v.valideeLe,
      valideParNom: valideur?.nom ?? null,
      redaction: v.redaction,
      parties: v.parties as unknown as PartieSource[],
      definitions: v.parametres as unknown as DefinitionParametre[],
      unites: v.unites.map((u) => ({
        identite: u.identite,
        parent: u.parent,
        rang: u.rang,
        genre: u.genre as GenreUnite,
        titre: u.titre,
        contenu: u.contenu as unknown as Contenu,
        annexe: u.annexe as unknown as DetailAnnexe | null,
        variantes: u.variantes as unknown as Variante[],
        facultative: u.facultative,
        visa: visaDe(u.visa),
      })),
      peutValider: peutValiderModele(acteur),
    }
  })
}
