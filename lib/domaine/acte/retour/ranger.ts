import { type BlocContenu, noeudsEnLigne } from '../../texte/contenu'
import { rapprocher, ressemblance } from '../../texte/difference'
import { cleDeLecture } from '../../texte/mots'
import { plier } from '../../texte/plier'
import type { GenreUnite } from '../../texte/unites'

/** Ce qu'un fichier Word dit, dans son ordre. Niveau 0 : le titre de l'acte. */
export type BlocLu = { genre: 'titre'; niveau: number; texte: string } | { genre: 'bloc'; bloc: BlocContenu }
export type LectureWord = { blocs: BlocLu[]; revisions: { ajouts: number; retraits: number } }

/** Une unité de la version envoyée, telle qu'elle se lit. */
export type UniteAttendue = {
  identite: string
  genre: GenreUnite
  /** « Article 2 », « 2.1 », « Annexe 1 », « 3. » ou vide. */
  numero: string
  titre: string
  /** Un texte par bloc du contenu. */
  lignes: readonly string[]
}
export type Attendu = { titre: string; comparutions: readonly string[]; unites: readonly UniteAttendue[] }

export type UniteRangee = { titre: string | null; blocs: BlocContenu[] }
export type TexteRange = {
  titre: string | null
  comparutions: string[]
  /** Par identité ; une unité absente du fichier n'y est pas. */
  unites: Record<string, UniteRangee>
  /** Ce qui n'a pas trouvé sa place : montré à part, jamais perdu ni pris pour autre chose. */
  horsPlace: { titre: string | null; blocs: BlocContenu[] }[]
}

const SEUIL = 0.34
const pareil = (a: string, b: string): boolean =>
  plier(cleDeLecture(a).trim()) === plier(cleDeLecture(b).trim())
/** Mots fixes autour des parties : ils ne sont à personne. */
const CHARNIERES =
  /^(entre( les soussignés)?|et|d[’']une part,?|d[’']autre part,?|les parties sont convenues.*|il est convenu.*)\s*:?$/i

export const texteDuBlocContenu = (bloc: BlocContenu): string =>
  [...noeudsEnLigne([bloc])]
    .map((n) => (n.type === 'text' ? n.text : n.type === 'hardBreak' ? '\n' : ''))
    .join('')

type Section = { unite: UniteAttendue | null; titre: string | null; blocs: BlocContenu[] }

/**
 * Range un texte lu sous les unités de la version : les titres et les numéros ouvrent les sections ; visas, alinéas et
 * comparutions, qui n'ont pas de titre, se reconnaissent à leurs mots. Le sommaire et les signatures sont ignorés.
 */
export function ranger(attendu: Attendu, lus: readonly BlocLu[]): TexteRange {
  const titrees = attendu.unites.filter(estTitree)
  const resultat: TexteRange = { titre: null, comparutions: [], unites: {}, horsPlace: [] }
  const sections = decouper(titrees, lus, resultat)
  const tete = sections.shift()
  if (tete) rangerTete(attendu, tete.blocs, resultat)
  for (const s of sections) {
    if (!s.unite) {
      resultat.horsPlace.push({ titre: s.titre, blocs: s.blocs })
      continue
    }
    const sansTitre = suivantesSansTitre(attendu.unites, s.unite.identite)
    resultat.unites[s.unite.identite] = { titre: s.titre, blocs: sansTitre.length ? [] : s.blocs }
    if (sansTitre.length) rangerAlineas([s.unite, ...sansTitre], s.blocs, resultat, s.unite.identite)
  }
  return resultat
}

const estTitree = (u: UniteAttendue): boolean => u.genre !== 'visa' && u.genre !== 'considerant'

function suivantesSansTitre(unites: readonly UniteAttendue[], identite: string): UniteAttendue[] {
  const suite = unites.slice(unites.findIndex((u) => u.identite === identite) + 1)
  const fin = suite.findIndex(estTitree)
  return fin < 0 ? suite : suite.slice(0, fin)
}

function decouper(titrees: readonly UniteAttendue[], lus: readonly BlocLu[], r: TexteRange): Section[] {
  let sections: Section[] = [{ unite: null, titre: null, blocs: [] }]
  let signatures = false
  for (const lu of lus) {
    const texte = lu.genre === 'titre' ? lu.texte : texteDuBlocContenu(lu.bloc).trim()
    if (lu.genre === 'titre' && lu.niveau === 0) {
      r.titre ??= texte
      continue
    }
    const estEntete = lu.genre === 'titre'
    const candidat = estEntete || (lu.bloc.type === 'paragraph' && texte.length < 200)
    const unite = candidat ? uniteDuTitre(titrees, texte, estEntete, vues(sections)) : null
    if (unite || estEntete) {
      signatures = false
      // Une entrée de sommaire n'a rien dessous : le vrai titre la remplace.
      if (unite) sections = sections.filter((s) => s.unite !== unite || s.blocs.length > 0)
      sections.push({ unite, titre: texte, blocs: [] })
      continue
    }
    if (!texte && lu.bloc.type === 'paragraph') continue
    if (/^Fait à .*(exemplaire|, le )/i.test(texte)) signatures = true
    if (!signatures) sections.at(-1)?.blocs.push(lu.bloc)
  }
  return sections
}

/** Unités qui ont déjà leur texte : un second titre pareil n'est pas le leur. */
const vues = (sections: readonly Section[]): ReadonlySet<UniteAttendue | null> =>
  new Set(sections.filter((s) => s.blocs.length > 0).map((s) => s.unite))

const NUMERO =
  /^(?:(article|annexe)\s+(\d+(?:\.\d+)*|premier)(?:er|re)?|(\d+(?:\.\d+)+)\.?)(?=[\s\u00a0\u2002:–—.-]|$)/iu

/** « article|2 », « |2.1 », « annexe|1 » : le numéro que porte un titre, et le titre qui reste. */
export function lireNumero(texte: string): { cle: string; reste: string } | null {
  const m = NUMERO.exec(texte.replace(/[\u00a0\u202f\u2002]/g, ' ').trim())
  if (!m) return null
  const nu = (m[2] ?? m[3] ?? '').replace(/^premier$/i, '1')
  const genre = (m[1] ?? '').toLowerCase()
  const reste = texte
    .replace(/[\u00a0\u202f\u2002]/g, ' ')
    .trim()
    .slice(m[0].length)
  return {
    cle: `${nu.includes('.') ? '' : genre}|${nu}`,
    reste: reste.replace(/^[\s:–—.-]+/, '').trim(),
  }
}

function uniteDuTitre(
  titrees: readonly UniteAttendue[],
  texte: string,
  entete: boolean,
  prises: ReadonlySet<UniteAttendue | null>,
): UniteAttendue | null {
  const lu = lireNumero(texte)
  const titre = lu?.reste ?? texte
  const libres = titrees.filter((u) => !prises.has(u))
  const memeNumero = (u: UniteAttendue) => lu !== null && lireNumero(u.numero)?.cle === lu.cle
  const memeTitre = (u: UniteAttendue) => u.titre !== '' && pareil(u.titre, titre)
  const exacte =
    libres.find((u) => memeNumero(u) && memeTitre(u)) ??
    libres.find((u) => memeTitre(u) && (lu !== null || entete || u.numero === ''))
  if (exacte) return exacte
  const numerotee = libres.find(memeNumero)
  // Hors d'un style de titre, « Article 2 … » peut n'être qu'une phrase : ses mots doivent aussi ressembler au titre.
  if (numerotee && ressemblance(numerotee.titre, titre) >= (entete ? 0 : 0.5)) {
    // Un titre tout autre, sous un numéro connu : un article nouveau a pu prendre la place.
    const ailleurs = libres.find((u) => u !== numerotee && ressemblance(u.titre, titre) >= 0.6)
    return ailleurs ?? numerotee
  }
  return entete ? (libres.find((u) => u.titre !== '' && ressemblance(u.titre, titre) >= 0.6) ?? null) : null
}

function rangerTete(attendu: Attendu, blocs: readonly BlocContenu[], r: TexteRange): void {
  const premiere = attendu.unites.findIndex(estTitree)
  const visas = premiere < 0 ? attendu.unites : attendu.unites.slice(0, premiere)
  const utiles = debutDuTexte(blocs).filter((b) => !CHARNIERES.test(texteDuBlocContenu(b).trim()))
  const cibles = [
    ...attendu.comparutions.map((texte) => ({ identite: null, texte })),
    ...visas.flatMap((u) => u.lignes.map((texte) => ({ identite: u.identite as string | null, texte }))),
  ]
  apparier(cibles, utiles, r, null)
}

/** Ce qui précède « Entre » (titre, mentions, valeurs à compléter) n'est pas du texte. */
function debutDuTexte(blocs: readonly BlocContenu[]): readonly BlocContenu[] {
  const entre = blocs.findIndex((b) => /^entre\b.{0,20}$/i.test(texteDuBlocContenu(b).trim()))
  return entre < 0 ? blocs.filter((b) => b.type !== 'table') : blocs.slice(entre)
}

function rangerAlineas(
  unites: readonly UniteAttendue[],
  blocs: readonly BlocContenu[],
  r: TexteRange,
  courante: string,
): void {
  const cibles = unites.flatMap((u) =>
    u.lignes.map((texte) => ({ identite: u.identite as string | null, texte })),
  )
  const utiles = blocs.filter((b) => !CHARNIERES.test(texteDuBlocContenu(b).trim()))
  apparier(cibles, utiles.map(sansNumero), r, courante)
}

type Cible = { identite: string | null; texte: string }

/** Rapproche mots pour mots ; ce qui ne ressemble à rien est mis à part, sauf la suite d'un alinéa. */
function apparier(
  cibles: readonly Cible[],
  blocs: readonly BlocContenu[],
  r: TexteRange,
  repli: string | null,
): void {
  const paires = rapprocher<Cible | BlocContenu>(
    cibles,
    blocs,
    (x) => ('texte' in x ? x.texte : texteDuBlocContenu(x)),
    SEUIL,
  )
  let courante = repli
  for (const { avant, apres } of paires) {
    const cible = avant && 'texte' in avant ? avant : null
    const bloc = apres && 'type' in apres ? apres : null
    if (cible?.identite) courante = cible.identite
    if (!bloc) continue
    if (cible && cible.identite === null) r.comparutions.push(texteDuBlocContenu(bloc))
    else if (cible?.identite) (r.unites[cible.identite] ??= { titre: null, blocs: [] }).blocs.push(bloc)
    else if (repli && courante && bloc.type !== 'paragraph')
      (r.unites[courante] ??= { titre: null, blocs: [] }).blocs.push(bloc)
    else r.horsPlace.push({ titre: null, blocs: [bloc] })
  }
}

/** « 3. » en tête d'un alinéa du préambule est son numéro, pas son texte. */
function sansNumero(bloc: BlocContenu): BlocContenu {
  const premier = bloc.type === 'paragraph' ? bloc.content?.[0] : undefined
  if (bloc.type !== 'paragraph' || premier?.type !== 'text') return bloc
  const text = premier.text.replace(/^\s*\d+\.[\s\u00a0]+/, '')
  if (text === premier.text) return bloc
  const suite = bloc.content?.slice(1) ?? []
  return { ...bloc, content: text ? [{ ...premier, text }, ...suite] : suite }
}
