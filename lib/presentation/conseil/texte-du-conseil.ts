import type { BlocTableau, BlocTexte, CelluleTableau } from '../../documents/blocs/blocs'
import { blocsUnite, enClair, fragmentsDeBalise, preparerResolution } from '../../documents/blocs/construire'
import { alignerTextes } from '../../domaine/acte/comparer'
import { empreinteUnite } from '../../domaine/acte/version'
import { lireTexteBalise } from '../../domaine/texte/balisage'
import { type TexteDActe, type UniteDActe, unitesRetenues } from '../../domaine/texte/finalisation'

const RESERVEE =
  'Cette annexe nominative est réservée aux parties. Elle ne figure pas au dossier du conseil ; les parties la tiennent à la disposition de leurs représentants.'

const parAncetre = (
  unites: readonly UniteDActe[],
  u: UniteDActe,
  test: (u: UniteDActe) => boolean,
): boolean => {
  const parent = unites.find((x) => x.identite === u.parent)
  return test(u) || (parent !== undefined && parAncetre(unites, parent, test))
}
const estReservee = (u: UniteDActe): boolean => u.annexe?.reserveeAuxParties === true

/** Annexes réservées aux parties : nommées dans la note, jamais jointes. */
export const annexesReservees = (texte: TexteDActe): UniteDActe[] => unitesRetenues(texte).filter(estReservee)

/**
 * Le texte pour l'assemblée, séance publique : une annexe réservée garde son numéro et son titre, pour que les renvois
 * restent justes, mais perd tout contenu, ses sous-parties et son formulaire.
 */
export function texteDuConseil<T extends TexteDActe>(texte: T): T {
  const unites = unitesRetenues(texte)
  return {
    ...texte,
    unites: unites
      .filter((u) => estReservee(u) || !parAncetre(unites, u, estReservee))
      .map((u) =>
        estReservee(u)
          ? { ...u, contenu: lireTexteBalise(RESERVEE, u.identite), annexe: null, fichier: null }
          : u,
      ),
  }
}

type TexteNumerote = Parameters<typeof preparerResolution>[0]

/**
 * Tableau avant et après, en deux colonnes : une ligne par unité dont les mots diffèrent, qui vient ou qui part, dans l'ordre
 * du nouveau texte. `null` quand rien n'a changé. Les annexes réservées n'y entrent pas.
 */
export function tableauAvantApres(avant: TexteNumerote, apres: TexteNumerote): BlocTableau | null {
  const [ra, rn] = [preparerResolution(avant), preparerResolution(apres)]
  const cellule = (blocs: BlocTexte[]): CelluleTableau => ({ enTete: false, blocs })
  const lignes = alignerTextes(avant, apres).flatMap((x): CelluleTableau[][] => {
    const [ancien, neuf] = [x.avant, x.apres]
    if ((ancien && estReservee(ancien)) || (neuf && estReservee(neuf))) return []
    if (ancien && neuf && empreinteUnite(avant, ancien) === empreinteUnite(apres, neuf)) return []
    return [
      [
        cellule(ancien ? enParagraphes(ra, ancien) : seul('Sans équivalent dans le texte en vigueur.')),
        cellule(neuf ? enParagraphes(rn, neuf) : seul('Supprimé.')),
      ],
    ]
  })
  if (lignes.length === 0) return null
  const enTete = ['Texte en vigueur', 'Texte proposé'].map(
    (texte): CelluleTableau => ({
      enTete: true,
      blocs: [{ genre: 'paragraphe', fragments: [{ texte, gras: true }] }],
    }),
  )
  return {
    genre: 'tableau',
    legende: 'Tableau des modifications',
    lignesEnTete: 1,
    largeurs: [0.5, 0.5],
    lignes: [enTete, ...lignes],
  }
}

const seul = (texte: string): BlocTexte[] => [{ genre: 'paragraphe', fragments: [{ texte, italique: true }] }]

/** Titre de l'unité en gras, puis son texte : ce qui tient dans une cellule. */
function enParagraphes(r: ReturnType<typeof preparerResolution>, u: UniteDActe): BlocTexte[] {
  return blocsUnite(r, u).flatMap((b): BlocTexte[] => {
    if (b.genre === 'titre') {
      const titre = [b.numero, enClair(b.fragments)].filter(Boolean).join('. ')
      return titre ? [{ genre: 'paragraphe', fragments: [{ texte: titre, gras: true }] }] : []
    }
    if (b.genre === 'paragraphe') return [{ genre: 'paragraphe', fragments: b.fragments }]
    return b.genre === 'liste' || b.genre === 'tableau' ? [b] : []
  })
}

/** Titre du document, en clair. */
export const titreEnClair = (texte: TexteDActe): string =>
  enClair(fragmentsDeBalise(preparerResolution(texte), texte.titre))
