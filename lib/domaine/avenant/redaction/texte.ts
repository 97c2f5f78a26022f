import type { BlocContenu, NoeudEnLigne } from '../../texte/contenu'
import { alignerMots } from '../../texte/mots'
import { enClair, resoudreTitre } from '../../texte/resoudre'
import { phraseAlinea } from './alineas'
import { type Chantier, enfantsVivants } from './chantier'
import type { Forme, FormesDUneCible } from './formes'
import { changementsDeMots, direChangement, type LigneComparee } from './mots'
import { a } from './nommer'
import type { Phrase } from './phrases'
import { morceaux, type Passe, type Piece, passes } from './pieces'
import { type LecturePassage, lirePassage, type Passage, phraseIntitule, phrasesUniteEntiere } from './unite'

/** Au-delà, mieux vaut relire l'unité entière que recoudre ses mots. */
const CHANGEMENTS_MAX = 6
const LONGUEUR_MAX = 400

/** Formes qui disent exactement le changement d'une unité ; l'unité entière est toujours permise et proposée. */
export function formesDeTexte(c: Chantier, p: Passage): FormesDUneCible {
  const permises = (['alinea', 'completer', 'mots'] as const).filter((f) => essayer(c, p, f) !== null)
  return { proposee: 'unite', permises: ['unite', ...permises] }
}

export const phrasesDeTexte = (c: Chantier, p: Passage, forme: Forme): Phrase[] =>
  (forme === 'unite' ? null : essayer(c, p, forme)) ?? phrasesUniteEntiere(c, p)

type Essai = Exclude<Forme, 'unite'>
/** Phrases déjà cherchées, par chantier puis par unité : le choix des formes, l'article et l'accord les redemandent. */
const ESSAIS = new WeakMap<Chantier, Map<string, Map<Essai, Phrase[] | null>>>()

function essayer(c: Chantier, p: Passage, forme: Essai): Phrase[] | null {
  const duChantier = ESSAIS.get(c) ?? new Map<string, Map<Essai, Phrase[] | null>>()
  ESSAIS.set(c, duChantier)
  const essais = duChantier.get(p.identite) ?? new Map<Essai, Phrase[] | null>()
  duChantier.set(p.identite, essais)
  const deja = essais.get(forme)
  if (deja !== undefined) return deja
  const phrases = chercher(c, p, forme)
  essais.set(forme, phrases)
  return phrases
}

/** Les phrases de cette forme, ou `null` quand elle ne peut pas dire tout le changement. */
function chercher(c: Chantier, p: Passage, forme: Essai): Phrase[] | null {
  const lu = lirePassage(c, p)
  if (lu.annexeChange || !lu.texteChange) return null
  const { avant, changees } = passesDe(lu)
  if (changees.length === 0) return null
  const titre = lu.titreChange ? [phraseIntitule(p.nom, lu.titreVoulu)] : []
  const dites =
    forme === 'mots'
      ? parMots(c, p, avant, changees, lu.titreChange)
      : parAlineas(c, p, avant, changees, forme)
  return dites && [...titre, ...dites]
}

/** Passages changés d'une lecture, comptés une fois pour toutes les formes. */
const PASSES = new WeakMap<LecturePassage, { avant: Piece[]; changees: Passe[] }>()

function passesDe(lu: LecturePassage): { avant: Piece[]; changees: Passe[] } {
  const deja = PASSES.get(lu)
  if (deja) return deja
  const avant = morceaux(lu.avant)
  const lues = { avant, changees: passes(avant, morceaux(lu.voulu)) }
  PASSES.set(lu, lues)
  return lues
}

function parAlineas(
  c: Chantier,
  p: Passage,
  avant: readonly Piece[],
  changees: readonly Passe[],
  forme: 'alinea' | 'completer',
): Phrase[] | null {
  if (p.avant.genre === 'visa' || avant.length === 0) return null
  const aDesEnfants = enfantsVivants(c, p.identite).length > 0
  const enFin = (x: Passe) => x.retirees.length === 0 && x.debut === avant.length && !aDesEnfants
  const complete = changees.length === 1 && changees.every(enFin)
  if (complete !== (forme === 'completer')) return null
  if (changees.reduce((n, x) => n + x.retirees.length, 0) === avant.length) return null
  const phrases = changees.map((x) => phraseAlinea(p.nom, avant, x, aDesEnfants))
  return phrases.every((x) => x !== null) ? phrases : null
}

function parMots(
  c: Chantier,
  p: Passage,
  avant: readonly Piece[],
  changees: readonly Passe[],
  titreChange: boolean,
): Phrase[] | null {
  if (changees.reduce((n, x) => n + x.retirees.length, 0) > CHANGEMENTS_MAX * 2) return null
  const changes = new Map<Piece, Piece>()
  for (const x of changees) {
    if (x.retirees.length !== x.ajoutees.length) return null
    x.retirees.forEach((r, i) => {
      const ajoutee = x.ajoutees[i]
      if (ajoutee) changes.set(r, ajoutee)
    })
  }
  const lignes: LigneComparee[] =
    p.avant.titre && !titreChange ? [gardee(resoudreTitre(c.avant, p.avant.titre))] : []
  for (const m of avant) {
    const comparees = comparerPieces(c, m, changes.get(m) ?? m)
    if (!comparees) return null
    lignes.push(...comparees)
  }
  const changements = changementsDeMots(lignes, CHANGEMENTS_MAX * 2)
  if (!changements || changements.length === 0 || changements.length > CHANGEMENTS_MAX) return null
  if (changements.some((x) => !x.avant || x.avant.length + x.apres.length > LONGUEUR_MAX)) return null
  return changements.map((x): Phrase => {
    const mots = direChangement(x)
    return { seule: `${a(p.nom)}, ${mots}`, parmi: mots }
  })
}

const gardee = (texte: string): LigneComparee => ({
  segments: [{ etat: 'egal', avant: texte, apres: texte }],
})

/** Alinéas de deux morceaux de même forme, mot à mot ; `null` si leur forme ou leurs mises en valeur diffèrent. */
function comparerPieces(c: Chantier, avant: Piece, apres: Piece): LigneComparee[] | null {
  const [la, lb] = [feuilles(avant.bloc), feuilles(apres.bloc)]
  if (ossature(avant.bloc) !== ossature(apres.bloc) || la.length !== lb.length) return null
  const lignes: LigneComparee[] = []
  for (const [i, x] of la.entries()) {
    const y = lb[i] ?? []
    if (marques(x) !== marques(y)) return null
    if ([...x, ...y].some((n) => n.type !== 'text') && JSON.stringify(x) !== JSON.stringify(y)) return null
    const segments = alignerMots(lire(c, x), lire(c, y))
    if (segments.length > 0 && segments.every((s) => s.etat !== 'egal')) return null
    lignes.push({ segments })
  }
  return lignes
}

const lire = (c: Chantier, noeuds: readonly NoeudEnLigne[]): string =>
  noeuds.map((n) => enClair(c.voulu, n)).join('')

const feuilles = (b: BlocContenu): NoeudEnLigne[][] => {
  if (b.type === 'paragraph') return [b.content ?? []]
  if (b.type === 'table')
    return b.content.flatMap((l) => l.content.flatMap((x) => x.content.flatMap(feuilles)))
  return b.content.flatMap((e) => e.content.flatMap(feuilles))
}

/** Forme d'un bloc sans ses mots. */
const ossature = (b: BlocContenu): string =>
  JSON.stringify(b, (cle, v: unknown) =>
    cle === 'id' ? undefined : cle === 'content' && estEnLigne(v) ? null : v,
  )

const estEnLigne = (v: unknown): boolean =>
  Array.isArray(v) &&
  v.every((n: unknown) => {
    const type = typeof n === 'object' && n !== null && 'type' in n ? n.type : null
    return ['text', 'hardBreak', 'parametre', 'accord', 'renvoi'].includes(String(type))
  })

/** Passages en gras, en italique… : les mots seuls ne diraient pas qu'ils ont changé. */
const marques = (noeuds: readonly NoeudEnLigne[]): string =>
  JSON.stringify(noeuds.flatMap((n) => (n.type === 'text' && n.marks?.length ? [[n.text, n.marks]] : [])))
