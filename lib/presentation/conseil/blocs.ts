import type { Bloc, BlocTableau, BlocTexte, DocumentNeutre, Fragment } from '../../documents/blocs/blocs'
import type { DossierConseilLu } from '../../lectures/acte/lire-dossier-conseil'
import { typographier } from '../typographie'

const enFragments = (t: string | Fragment[]): Fragment[] =>
  typeof t === 'string'
    ? [{ texte: typographier(t) }]
    : t.map((f) => ({ ...f, texte: typographier(f.texte) }))

export const p = (t: string | Fragment[], style?: 'visa' | 'centre'): BlocTexte => ({
  genre: 'paragraphe',
  fragments: enFragments(t),
  ...(style ? { style } : {}),
})
export const titre = (texte: string, ancre: string, numero = ''): Bloc => ({
  genre: 'titre',
  niveau: 1,
  numero,
  fragments: enFragments(texte),
  ancre,
  auSommaire: false,
})
export const liste = (elements: readonly string[]): BlocTexte => ({
  genre: 'liste',
  ordonnee: false,
  elements: elements.map((e) => [p(e)]),
})
export const tableau = (enTete: readonly string[], lignes: readonly (readonly string[])[]): BlocTableau => ({
  genre: 'tableau',
  lignesEnTete: 1,
  largeurs: enTete.map(() => 1 / enTete.length),
  lignes: [enTete, ...lignes].map((ligne, i) =>
    ligne.map((t) => ({
      enTete: i === 0,
      blocs: [p(i === 0 ? [{ texte: t, gras: true }] : t)],
    })),
  ),
})

/** Pièce du dossier : un document d'une section, sans sommaire. */
export function piece(
  d: DossierConseilLu,
  {
    titre: nom,
    surtitre,
    mention,
    blocs,
  }: { titre: string; surtitre: string; mention: string; blocs: Bloc[] },
): DocumentNeutre {
  return {
    titre: typographier(nom),
    surtitre: typographier(surtitre),
    sujet: typographier(nom),
    reference: d.reference,
    auteur: d.auteur,
    langue: 'fr-FR',
    filigrane: 'PROJET',
    mention: typographier(mention),
    fabriqueLe: `${d.version.creeLe.toISOString().slice(0, 19)}Z`,
    logos: [],
    sommaire: false,
    sections: [{ code: 'corps', nature: 'corps', blocs }],
    lacunes: [],
  }
}

/** « Madame la Maire », « Monsieur le Président » ; sans civilité connue, la fonction au masculin avec son article. */
export function dirigeant(d: DossierConseilLu, fonction: { masculin: string; feminin: string }): string {
  const civilite = d.gestionnaire.signataire?.civilite
  const majuscule = (t: string) => t.charAt(0).toUpperCase() + t.slice(1)
  if (civilite === 'MME') return `Madame la ${majuscule(fonction.feminin)}`
  return civilite === 'M'
    ? `Monsieur le ${majuscule(fonction.masculin)}`
    : `le ${majuscule(fonction.masculin)}`
}
