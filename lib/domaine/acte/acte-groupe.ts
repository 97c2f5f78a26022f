import { type BlocContenu, type Contenu, type NoeudEnLigne, noeudsEnLigne } from '../texte/contenu'
import type { PartieSource } from '../texte/modele-source'
import type { DefinitionParametre } from '../texte/parametres'

/** Un acte groupé réunit neuf gestionnaires au plus : leurs visas se rangent entre deux rangs du modèle, espacés de dix. */
export const GESTIONNAIRES_AU_PLUS = 9

/** Clé d'une valeur propre au gestionnaire de rang `n`, à partir de 1 : « commune », puis « commune_g2 ». */
export const cleDuGestionnaire = (base: string, n: number): string => (n === 1 ? base : `${base}_g${n}`)

/** De même pour une unité que chaque gestionnaire a pour lui : « visa-deliberation », puis « visa-deliberation-g2 ». */
export const identiteDuGestionnaire = (identite: string, n: number): string =>
  n === 1 ? identite : `${identite}-g${n}`

/** Identité de l'unité du modèle dont celle-ci répète la rédaction pour un autre gestionnaire. */
export const identiteDuModele = (identite: string): string => identite.replace(/-g[2-9]$/, '')

/** Vrai d'un modèle qui dit lequel de ses paramètres chaque gestionnaire a pour lui : plusieurs peuvent alors signer un texte. */
export const permetUnActeGroupe = (definitions: readonly DefinitionParametre[]): boolean =>
  definitions.some((d) => d.parGestionnaire)

type ModeleEcrit = { parties: readonly PartieSource[]; definitions: readonly DefinitionParametre[] }
type UniteRepetable = { identite: string; rang: number; contenu: unknown; variantes?: unknown }

const propresDe = (definitions: readonly DefinitionParametre[]): ReadonlySet<string> =>
  new Set(definitions.flatMap((d) => (d.parGestionnaire ? [d.cle] : [])))

/**
 * Parties et définitions d'un modèle dans un acte de ces gestionnaires, nommés dans l'ordre de leurs parties. La
 * comparution du gestionnaire se répète avec ses propres valeurs ; à un seul gestionnaire, le modèle est rendu tel quel.
 */
export function repeterParGestionnaire(m: ModeleEcrit, gestionnaires: readonly string[]): ModeleEcrit {
  if (gestionnaires.length < 2 || !permetUnActeGroupe(m.definitions)) return m
  const propres = propresDe(m.definitions)
  const rangs = gestionnaires.map((nom, i) => ({ nom, n: i + 1 }))
  return {
    parties: m.parties.flatMap((p) =>
      p.role === 'hopital'
        ? [p]
        : rangs.map(({ n }) => ({
            ...p,
            comparution: recler(p.comparution, propres, n),
            designation: recler(p.designation, propres, n),
          })),
    ),
    definitions: m.definitions.flatMap((d) =>
      d.parGestionnaire
        ? rangs.map(({ nom, n }) => ({
            ...d,
            cle: cleDuGestionnaire(d.cle, n),
            libelle: `${d.libelle} (${nom})`,
          }))
        : [d],
    ),
  }
}

/** Clés du texte balisé, celles des gestionnaires renommées pour le rang `n`. */
const recler = (balise: string, propres: ReadonlySet<string>, n: number): string =>
  balise.replace(/(\{\{|\[\[)([a-z][a-z0-9_]*)/g, (tout, ouvre: string, cle: string) =>
    propres.has(cle) ? `${ouvre}${cleDuGestionnaire(cle, n)}` : tout,
  )

/**
 * Unités d'un modèle dans un acte de tant de gestionnaires : celle qui cite une valeur propre à chacun (le visa de sa
 * délibération) se répète à la suite, sous une identité à elle.
 */
export function repeterUnites<U extends UniteRepetable>(
  unites: readonly U[],
  definitions: readonly DefinitionParametre[],
  nombre: number,
): U[] {
  const propres = propresDe(definitions)
  if (nombre < 2 || propres.size === 0) return [...unites]
  return unites.flatMap((u) => [
    u,
    ...(citeUnPropre(u, propres)
      ? Array.from({ length: nombre - 1 }, (_, i) => uniteDuRang(u, propres, i + 2))
      : []),
  ])
}

type VarianteEcrite = { contenu: Contenu }

const variantesDe = (u: UniteRepetable): VarianteEcrite[] =>
  Array.isArray(u.variantes) ? (u.variantes as VarianteEcrite[]) : []

const citeUnPropre = (u: UniteRepetable, propres: ReadonlySet<string>): boolean =>
  [u.contenu as Contenu, ...variantesDe(u).map((v) => v.contenu)].some((c) =>
    [...noeudsEnLigne(c.content)].some((n) => estCite(n, propres)),
  )

const estCite = (n: NoeudEnLigne, propres: ReadonlySet<string>): boolean =>
  (n.type === 'parametre' || n.type === 'accord') && propres.has(n.attrs.cle)

function uniteDuRang<U extends UniteRepetable>(u: U, propres: ReadonlySet<string>, n: number): U {
  const contenu = (c: Contenu): Contenu => ({
    ...c,
    content: c.content.map((b) => blocDuRang(b, propres, n)),
  })
  return {
    ...u,
    identite: identiteDuGestionnaire(u.identite, n),
    rang: u.rang + n - 1,
    contenu: contenu(u.contenu as Contenu),
    ...(Array.isArray(u.variantes)
      ? { variantes: variantesDe(u).map((v) => ({ ...v, contenu: contenu(v.contenu) })) }
      : {}),
  }
}

function blocDuRang(b: BlocContenu, propres: ReadonlySet<string>, n: number): BlocContenu {
  const blocs = (l: readonly BlocContenu[]) => l.map((x) => blocDuRang(x, propres, n))
  const attrs = { ...b.attrs, id: `${b.attrs.id}-g${n}` }
  if (b.type === 'paragraph')
    return { ...b, attrs, content: (b.content ?? []).map((x) => noeudDuRang(x, propres, n)) }
  if (b.type === 'table')
    return {
      ...b,
      attrs,
      content: b.content.map((l) => ({
        ...l,
        content: l.content.map((c) => ({ ...c, content: blocs(c.content) })),
      })),
    }
  return { ...b, attrs, content: b.content.map((e) => ({ ...e, content: blocs(e.content) })) }
}

function noeudDuRang(n: NoeudEnLigne, propres: ReadonlySet<string>, rang: number): NoeudEnLigne {
  if (n.type === 'parametre' && propres.has(n.attrs.cle))
    return { ...n, attrs: { ...n.attrs, cle: cleDuGestionnaire(n.attrs.cle, rang) } }
  if (n.type === 'accord' && propres.has(n.attrs.cle))
    return { ...n, attrs: { ...n.attrs, cle: cleDuGestionnaire(n.attrs.cle, rang) } }
  return n
}
