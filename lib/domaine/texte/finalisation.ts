import type { Modification } from '../avenant/modifications'
import { lireEnLigne } from './balisage'
import { noeudsEnLigne } from './contenu'
import { estRetenue, parcourir } from './numerotation'
import type { DefinitionParametre, ValeursParametres } from './parametres'
import type { Unite } from './unites'

export type UniteDActe = Unite & { omise: boolean; motif?: string | null }

/** Texte d'un acte : ce que lisent les rendus, la comparaison et le contrôle avant version définitive. */
export type TexteDActe = {
  /** Titre du document, balisé. */
  titre: string
  /** Comparutions des parties, balisées. */
  comparutions: readonly string[]
  unites: readonly UniteDActe[]
  definitions: readonly DefinitionParametre[]
  valeurs: ValeursParametres
  /** Effet d'un avenant, voté avec son texte. Absent d'une convention. */
  modifications?: readonly Modification[]
}

export type Obstacle =
  | { genre: 'valeur-manquante'; cle: string; libelle: string; unite: string | null; tardive: false }
  | { genre: 'parametre-inconnu'; cle: string; unite: string | null }
  | { genre: 'renvoi-casse'; cible: string; unite: string }
  | { genre: 'annexe-manquante'; cible: string; unite: string }
  | { genre: 'unite-vide'; unite: string }

export type MentionAttendue = { cle: string; libelle: string; moment: string; unite: string | null }

/** Clés de paramètres citées par le texte retenu, avec la première unité qui les cite (null : titre, parties). */
export function parametresCites(texte: TexteDActe): Map<string, string | null> {
  const cites = new Map<string, string | null>()
  const noter = (cle: string, unite: string | null) => {
    if (!cites.has(cle)) cites.set(cle, unite)
  }
  for (const balise of [texte.titre, ...texte.comparutions]) {
    for (const n of lireEnLigne(balise)) {
      if (n.type === 'parametre' || n.type === 'accord') noter(n.attrs.cle, null)
    }
  }
  for (const u of unitesRetenues(texte)) {
    const enTitre = u.titre ? lireEnLigne(u.titre) : []
    for (const n of [...enTitre, ...noeudsEnLigne(u.contenu.content)]) {
      if (n.type === 'parametre' || n.type === 'accord') noter(n.attrs.cle, u.identite)
    }
  }
  return cites
}

/** Unités retenues, dans l'ordre de lecture. */
export const unitesRetenues = (texte: Pick<TexteDActe, 'unites'>): UniteDActe[] =>
  parcourir(texte.unites).filter((u) => estRetenue(texte.unites, u.identite))

/**
 * Tout ce qui empêche une version définitive. Les mentions tardives (délibération, transmission, signatures) n'y
 * figurent pas : elles ne sont connues qu'après le vote sur ce texte même (regles-metier, Autorité).
 */
export function obstaclesFinalisation(texte: TexteDActe): Obstacle[] {
  const definitions = new Map(texte.definitions.map((d) => [d.cle, d]))
  const obstacles: Obstacle[] = []
  for (const [cle, unite] of parametresCites(texte)) {
    const d = definitions.get(cle)
    if (!d) obstacles.push({ genre: 'parametre-inconnu', cle, unite })
    else if (!texte.valeurs[cle] && !d.facultatif && d.origine !== 'mention-tardive') {
      obstacles.push({ genre: 'valeur-manquante', cle, libelle: d.libelle, unite, tardive: false })
    }
  }
  const parIdentite = new Map(texte.unites.map((u) => [u.identite, u]))
  for (const u of unitesRetenues(texte)) {
    for (const n of noeudsEnLigne(u.contenu.content)) {
      if (n.type !== 'renvoi' || estRetenue(texte.unites, n.attrs.cible)) continue
      const annexe = parIdentite.get(n.attrs.cible)?.genre === 'annexe'
      obstacles.push({
        genre: annexe ? 'annexe-manquante' : 'renvoi-casse',
        cible: n.attrs.cible,
        unite: u.identite,
      })
    }
    if (estVide(u) && !texte.unites.some((e) => e.parent === u.identite && !e.omise)) {
      obstacles.push({ genre: 'unite-vide', unite: u.identite })
    }
  }
  return obstacles
}

/** Vrai quand une version définitive peut être produite (mentions tardives exceptées). */
export const peutEtreFinalisee = (texte: TexteDActe): boolean => obstaclesFinalisation(texte).length === 0

/** Ce qui manque au texte, en mots : le libellé d'une valeur, ou la sorte de défaut. L'écran et le refus disent le même. */
export function manquesDuTexte(texte: TexteDActe): string[] {
  const mots = obstaclesFinalisation(texte).map((o) => {
    if (o.genre === 'valeur-manquante') return o.libelle
    if (o.genre === 'annexe-manquante') return 'une annexe citée mais absente'
    if (o.genre === 'unite-vide') return 'un article sans texte'
    return o.genre === 'renvoi-casse'
      ? 'un renvoi vers un article retiré'
      : 'une valeur que le modèle ne connaît pas'
  })
  return [...new Set(mots)]
}

/** Mentions tardives citées et encore vides, avec le moment où elles deviennent exigibles. */
export function mentionsAttendues(texte: TexteDActe): MentionAttendue[] {
  const definitions = new Map(texte.definitions.map((d) => [d.cle, d]))
  return [...parametresCites(texte)].flatMap(([cle, unite]) => {
    const d = definitions.get(cle)
    if (d?.origine !== 'mention-tardive' || texte.valeurs[cle]) return []
    return [{ cle, libelle: d.libelle, moment: d.moment ?? 'avant-signature', unite }]
  })
}

function estVide(u: UniteDActe): boolean {
  if (u.annexe?.etapes?.length || u.fichier) return false
  for (const n of noeudsEnLigne(u.contenu.content)) {
    if (n.type !== 'hardBreak' && (n.type !== 'text' || n.text.trim() !== '')) return false
  }
  return true
}
