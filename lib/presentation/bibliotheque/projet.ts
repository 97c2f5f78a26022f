import { enClair, fragmentsDeBalise, preparerResolution } from '../../documents/blocs/construire'
import type { Resolution } from '../../documents/blocs/resolution'
import { type ObstacleModele, texteDuModele } from '../../domaine/modele/controle'
import { contenuVide } from '../../domaine/texte/contenu'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import type { ApprobationDemandee } from '../../domaine/texte/modele-source'
import { enfantsDe, parcourir } from '../../domaine/texte/numerotation'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { GenreUnite } from '../../domaine/texte/unites'
import type { ProjetLu, UniteProjetLue } from '../../lectures/modele/lire-projet'
import { nommeur } from '../redaction/acte'
import { typographier } from '../typographie'
import { resolutionDuModele, texteEnJetons } from './modele'

export type LignePlan = {
  identite: string
  nom: string
  genre: GenreUnite
  niveau: 1 | 2
  version: number
  marques: string[]
  /** Peut passer devant, ou derrière, sa voisine de même genre. */
  monte: boolean
  descend: boolean
}

const SORTS: Record<UniteProjetLue['sort'], string[]> = {
  inchangee: [],
  modifiee: ['modifié'],
  ajoutee: ['ajouté'],
}

/** Plan du projet : ce qui y a changé depuis la version d'origine, ce qui peut bouger. */
export function planDuProjet(p: ProjetLu): LignePlan[] {
  const nommer = nommeur(texteEnJetons(p))
  return parcourir(p.unites).map((u) => {
    const soeurs = enfantsDe(p.unites, u.parent)
    const i = soeurs.indexOf(u)
    return {
      identite: u.identite,
      nom: nommer(u.identite) || 'Sans titre',
      genre: u.genre,
      niveau: u.parent === null ? 1 : 2,
      version: u.version,
      marques: [
        ...SORTS[u.sort],
        ...(u.facultative ? ['facultatif'] : []),
        ...(u.accordAdaptation ? ['accord si adapté'] : []),
      ],
      monte: soeurs[i - 1]?.genre === u.genre,
      descend: soeurs[i + 1]?.genre === u.genre,
    }
  })
}

export type ObstacleDit = { phrase: string; unite: string | null }

/** Ce qui empêche de publier, nommé comme à l'écran, avec l'article où aller. */
export function obstaclesDits(p: ProjetLu, obstacles: readonly ObstacleModele[]): ObstacleDit[] {
  const nommer = nommeur(texteEnJetons(p))
  const ou = (unite: string | null) =>
    unite ? `« ${nommer(unite) || 'Article sans titre'} »` : 'Le titre ou les parties'
  return obstacles.map((o): ObstacleDit => {
    switch (o.genre) {
      case 'parametre-inconnu':
        return {
          unite: o.unite,
          phrase: typographier(`${ou(o.unite)} cite une valeur que le projet ne définit plus.`),
        }
      case 'renvoi-casse':
      case 'annexe-manquante':
        return {
          unite: o.unite,
          phrase: typographier(`${ou(o.unite)} renvoie à un article ou une annexe qui n’existe plus.`),
        }
      case 'unite-vide':
        return { unite: o.unite, phrase: typographier(`${ou(o.unite)} n’a pas de texte.`) }
      case 'variante-vide':
        return {
          unite: o.unite,
          phrase: typographier(`${ou(o.unite)} : la variante « ${o.variante} » n’a pas de texte.`),
        }
      case 'choix-incomplet':
        return {
          unite: null,
          phrase: typographier(`La valeur « ${o.libelle} » n’offre pas au moins deux réponses.`),
        }
    }
  })
}

/** Titre lu, valeurs comprises : pour un titre qui en cite, et ne se réécrit pas ici. */
export const titreLu = (p: ProjetLu, balise: string, r: Resolution = resolutionDuModele(p)): string =>
  enClair(fragmentsDeBalise(r, balise))

/** Une comparution comme on la lira, chaque valeur sous son nom entre crochets. */
export function comparutionLue(p: ProjetLu, balise: string): string {
  const noms = p.definitions.map((d) => [d.cle, { genre: 'texte' as const, texte: `[${d.libelle}]` }])
  const r = preparerResolution(texteDuModele(p, Object.fromEntries(noms)))
  return enClair(fragmentsDeBalise(r, balise))
}

export const LIBELLES_GENRE: Record<GenreUnite, string> = {
  visa: 'Visa',
  preambule: 'Préambule',
  considerant: 'Considérant du préambule',
  article: 'Article',
  'sous-article': 'Sous-article',
  annexe: 'Annexe',
}

/** Vrai pour un titre sans valeur citée : les autres se changent par elle. */
export const titreLibre = (titre: string | null): boolean => titre === null || !/\{\{|\[\[/.test(titre)

/** Valeurs qu'une variante peut fixer : celles qu'une personne saisit, d'un genre simple. */
export const definitionsDeVariante = (
  definitions: readonly DefinitionParametre[],
): readonly DefinitionParametre[] =>
  definitions.filter(
    (d) => (d.origine ?? 'saisie') === 'saisie' && !['personne', 'commune', 'designation'].includes(d.genre),
  )

/** Avis demandés avant et après, en une phrase chacun ; `null` s'ils n'ont pas changé. */
export function avisChanges(
  p: Pick<ProjetLu, 'approbations' | 'base'>,
): { avant: string; apres: string } | null {
  const [avant, apres] = [p.base.approbations, p.approbations].map(listeDAvis)
  return avant === undefined || apres === undefined || avant === apres ? null : { avant, apres }
}

const listeDAvis = (avis: readonly ApprobationDemandee[]): string =>
  avis
    .map((a) => `${a.libelle} (${a.nature})`)
    .join(', puis ')
    .trim() || 'Aucun'

/** Le projet sans le corps des autres articles : les numéros, les noms et les valeurs, pour écrire celui-ci. */
export function texteAutour(p: ProjetLu, identite: string): TexteDActe {
  const texte = texteEnJetons(p)
  return {
    ...texte,
    comparutions: [],
    unites: texte.unites.map(({ identite: i, parent, rang, genre, titre, contenu, annexe, omise }) => ({
      identite: i,
      parent,
      rang,
      genre,
      titre,
      annexe: annexe ?? null,
      omise,
      contenu: i === identite || genre === 'visa' ? contenu : contenuVide(),
    })),
  }
}
