import 'server-only'
import type { Tx } from '../../bd/client'
import type { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import type { Etape } from '../../domaine/acte/etapes'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { grouper } from '../../domaine/grouper'
import { groupesDesEcarts } from '../../domaine/modele/droits'
import {
  type EtatEcart,
  estEcart,
  etatsDEcart,
  motifDeSuppression,
  parArticleDuModele,
} from '../../domaine/modele/ecarts'
import type { Acteur } from '../../domaine/organisation/acteur'
import { numeroter, parcourir } from '../../domaine/texte/numerotation'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { GenreUnite } from '../../domaine/texte/unites'
import type { FiltresEcarts } from './filtres'
import { lireEffets, motifDesAvenants, nommerValeurs, SANS_AVENANT, type ValeurNommee } from './lire-effets'

export type ArticleDuRegistre = {
  identite: string
  genre: GenreUnite
  /** Numéro dans la version la plus récente ; vide pour un article que seule une version ancienne porte. */
  numero: string
  titre: string | null
  /** Conventions qui s'en écartent, parmi celles que les filtres retiennent. */
  ecarts: number
}
export type CelluleEcart = {
  /** Unité de l'acte que dit la cellule : l'article, ou l'exemplaire d'un autre gestionnaire dans un acte groupé. */
  exemplaire: string
  etat: EtatEcart
  variante: string | null
  motif: string | null
  avenants: readonly number[]
  /** Valeurs que ces avenants changent, nommées. */
  valeurs: readonly ValeurNommee[]
}
export type LigneEcarts = {
  acteId: string
  conventionId: string
  reference: string
  titre: string
  etape: Etape
  groupe: string
  centres: string[]
  version: { id: string; numero: number; groupe: { nom: string; sigle: string | null } | null }
  cellules: Map<string, CelluleEcart>
  ecarts: number
}
export type RegistreLu = {
  /** Jour dont ces écarts se lisent : un avenant qui n'a pas encore pris effet n'y est pas. */
  jour: DateIso
  modele: { code: string; intitule: string } | null
  articles: ArticleDuRegistre[]
  lignes: LigneEcarts[]
  comptes: Record<EtatEcart, number>
  options: {
    groupes: { code: string; nom: string; sigle: string | null }[]
    modeles: { code: string; intitule: string }[]
    centres: { code: string; nom: string }[]
  }
}

/**
 * Registre des écarts d'un modèle : chaque convention du périmètre, chaque article, ce qu'il en est. Huit requêtes au plus,
 * quel que soit le nombre de conventions. Le siège n'y lit que les conventions signées. `null` pour tout autre rôle.
 */
export function lireRegistre(
  acteur: Acteur,
  filtres: FiltresEcarts,
  maintenant: Date,
): Promise<RegistreLu | null> {
  const jour = filtres.jour ?? aujourdHuiAParis(maintenant)
  const groupes = groupesDesEcarts(acteur)
  if (groupes.length === 0) return Promise.resolve(null)
  return avecActeur(acteur, async (tx) => {
    const options = await lireOptions(tx, acteur, groupes, filtres)
    const modele = options.modeles.find((m) => m.code === filtres.modele) ?? options.modeles[0] ?? null
    const vides = { conforme: 0, 'non-repris': 0, variante: 0, adapte: 0, supprime: 0, ajoute: 0, avenant: 0 }
    if (!modele) return { jour, modele, articles: [], lignes: [], comptes: vides, options }
    const actes = await lireActes(tx, acteur, options, modele.code, filtres)
    const versions = await lireVersions(tx, [...new Set(actes.map((a) => a.modeleVersionId ?? ''))])
    const cellules = await lireCellules(tx, actes, versions, jour)
    const lignes = actes.flatMap((a): LigneEcarts[] => {
      const version = versions.get(a.modeleVersionId ?? '')
      if (!version) return []
      const siennes = retenir(cellules.get(a.id) ?? new Map<string, CelluleEcart>(), filtres)
      if ((filtres.etat || filtres.article) && siennes.size === 0) return []
      return [
        {
          acteId: a.id,
          conventionId: a.conventionId,
          reference: a.convention.reference,
          titre: a.titre,
          etape: a.etape,
          groupe: a.convention.groupe.sigle ?? a.convention.groupe.nom,
          centres: a.centres.map((c) => c.organisation.nom),
          version: { id: version.id, numero: version.numero, groupe: version.groupe },
          cellules: siennes,
          ecarts: [...siennes.values()].filter((c) => estEcart(c.etat)).length,
        },
      ]
    })
    const comptes = { ...vides }
    const parArticle = new Map<string, number>()
    for (const l of lignes)
      for (const [identite, c] of l.cellules) {
        comptes[c.etat]++
        if (estEcart(c.etat)) parArticle.set(identite, (parArticle.get(identite) ?? 0) + 1)
      }
    return {
      jour,
      modele,
      articles: articlesDe([...versions.values()], parArticle, filtres),
      lignes,
      comptes,
      options,
    }
  })
}

/** Les seules cellules que demandent les filtres d'article et d'état. */
function retenir(cellules: Map<string, CelluleEcart>, f: FiltresEcarts): Map<string, CelluleEcart> {
  if (!f.article && !f.etat) return cellules
  return new Map(
    [...cellules].filter(
      ([identite, c]) => (!f.article || identite === f.article) && (!f.etat || c.etat === f.etat),
    ),
  )
}

/** Ce que l'acteur lit : tout de ses groupes, les conventions signées de ceux qu'il observe. */
const perimetre = (acteur: Acteur, groupeIds: readonly string[]): Prisma.ActeWhereInput => ({
  genre: 'CONVENTION',
  modeleVersionId: { not: null },
  etape: { not: 'ABANDONNEE' },
  OR: [
    { groupeId: { in: groupeIds.filter((g) => acteur.groupes.includes(g)) } },
    { groupeId: { in: groupeIds.filter((g) => !acteur.groupes.includes(g)) }, etape: 'SIGNEE' },
  ],
})

type Options = RegistreLu['options'] & { choisis: string[] }

async function lireOptions(
  tx: Tx,
  acteur: Acteur,
  groupeIds: readonly string[],
  f: FiltresEcarts,
): Promise<Options> {
  const groupes = await tx.organisation.findMany({
    where: { id: { in: [...groupeIds] } },
    select: { id: true, code: true, nom: true, sigle: true },
    orderBy: { nom: 'asc' },
  })
  const choisi = groupes.find((g) => g.code === f.groupe)
  const modeles = await tx.modele.findMany({
    where: { versions: { some: { actes: { some: perimetre(acteur, groupeIds) } } } },
    orderBy: { rang: 'asc' },
    select: { code: true, intitule: true },
  })
  const centres = await tx.organisation.findMany({
    where: { nature: 'CENTRE', actesCentre: { some: { acte: perimetre(acteur, groupeIds) } } },
    select: { code: true, nom: true },
    orderBy: { nom: 'asc' },
  })
  return {
    groupes: groupes.map(({ code, nom, sigle }) => ({ code, nom, sigle })),
    modeles,
    centres,
    choisis: choisi ? [choisi.id] : [...groupeIds],
  }
}

const lireActes = (tx: Tx, acteur: Acteur, options: Options, modeleCode: string, f: FiltresEcarts) =>
  tx.acte.findMany({
    where: {
      ...perimetre(acteur, options.choisis),
      convention: { modeleCode },
      ...(f.centre ? { centres: { some: { organisation: { code: f.centre } } } } : {}),
    },
    orderBy: [{ tri: 'asc' }, { id: 'asc' }],
    take: 2_000,
    select: {
      id: true,
      conventionId: true,
      titre: true,
      etape: true,
      modeleVersionId: true,
      convention: { select: { reference: true, groupe: { select: { nom: true, sigle: true } } } },
      centres: { select: { organisation: { select: { nom: true } } } },
    },
  })
type ActeDuRegistre = Awaited<ReturnType<typeof lireActes>>[number]

async function lireVersions(tx: Tx, ids: readonly string[]) {
  const versions = await tx.modeleVersion.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      numero: true,
      publieeLe: true,
      parametres: true,
      groupe: { select: { nom: true, sigle: true } },
      unites: {
        select: {
          identite: true,
          parent: true,
          rang: true,
          genre: true,
          titre: true,
          facultative: true,
          variantes: true,
        },
      },
    },
    orderBy: [{ publieeLe: 'desc' }, { numero: 'desc' }],
  })
  return new Map(versions.map((v) => [v.id, v]))
}
type Versions = Awaited<ReturnType<typeof lireVersions>>
type VersionLue = Versions extends Map<string, infer V> ? V : never

async function lireCellules(
  tx: Tx,
  actes: readonly ActeDuRegistre[],
  versions: Versions,
  jour: DateIso,
): Promise<Map<string, Map<string, CelluleEcart>>> {
  const unites = await tx.unite.findMany({
    where: { acteId: { in: actes.map((a) => a.id) } },
    select: {
      acteId: true,
      identite: true,
      parent: true,
      origine: true,
      variante: true,
      omise: true,
      motif: true,
      motifAdaptation: true,
    },
  })
  const effets = await lireEffets(tx, actes, jour)
  const parActe = grouper(unites, (u) => u.acteId)
  const variantes = new Map<string, string>()
  for (const v of versions.values())
    for (const u of v.unites)
      for (const x of u.variantes as unknown as { code: string; libelle: string }[])
        variantes.set(`${v.id}/${u.identite}/${x.code}`, x.libelle)
  return new Map(
    actes.map((a) => {
      const siennes = parActe.get(a.id) ?? []
      const version = versions.get(a.modeleVersionId ?? '')
      const facultatives = new Set(version?.unites.filter((u) => u.facultative).map((u) => u.identite))
      const duModele = new Set(version?.unites.map((u) => u.identite))
      const sien = effets.get(a.conventionId) ?? SANS_AVENANT
      const definitions = (version?.parametres ?? []) as unknown as DefinitionParametre[]
      const etats = etatsDEcart(siennes, facultatives, sien.touchees)
      const parIdentite = new Map(siennes.map((u) => [u.identite, u]))
      return [
        a.id,
        new Map(
          [...parArticleDuModele(etats, duModele)].map(([article, lu]): [string, CelluleEcart] => {
            const { exemplaire, etat } = lu
            const u = parIdentite.get(exemplaire)
            return [
              article,
              {
                exemplaire,
                etat,
                variante: variantes.get(`${version?.id}/${article}/${u?.variante}`) ?? null,
                motif:
                  etat === 'supprime'
                    ? motifDeSuppression(u, parIdentite)
                    : etat === 'adapte'
                      ? (u?.motifAdaptation ?? null)
                      : etat === 'avenant'
                        ? motifDesAvenants(sien, exemplaire)
                        : null,
                avenants: sien.touchees.get(exemplaire) ?? [],
                valeurs: nommerValeurs(sien.valeurs.get(exemplaire) ?? [], definitions),
              },
            ]
          }),
        ),
      ]
    }),
  )
}

/** Articles dans l'ordre de la version la plus récente, suivis de ceux que seules d'anciennes versions portent. */
function articlesDe(
  versions: readonly VersionLue[],
  ecarts: ReadonlyMap<string, number>,
  f: FiltresEcarts,
): ArticleDuRegistre[] {
  const articles = new Map<string, ArticleDuRegistre>()
  for (const [i, v] of versions.entries()) {
    const unites = v.unites.map((u) => ({ ...u, genre: u.genre as GenreUnite }))
    const numeros = numeroter(unites)
    // Un visa n'a pas de numéro dans l'acte : son rang le distingue ici des autres.
    const visas = parcourir(unites).filter((u) => u.genre === 'visa')
    for (const u of parcourir(unites))
      if (!articles.has(u.identite))
        articles.set(u.identite, {
          identite: u.identite,
          genre: u.genre,
          numero:
            i > 0
              ? ''
              : u.genre === 'visa'
                ? `Visa ${visas.indexOf(u) + 1}`
                : (numeros.get(u.identite)?.intitule ?? ''),
          titre: u.titre,
          ecarts: ecarts.get(u.identite) ?? 0,
        })
  }
  for (const [identite, n] of ecarts)
    if (!articles.has(identite))
      articles.set(identite, { identite, genre: 'article', numero: '', titre: null, ecarts: n })
  return [...articles.values()].filter((a) => !f.article || a.identite === f.article)
}
