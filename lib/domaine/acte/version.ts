import { canoniser, empreinteTexteVote, sha256 } from '../texte/empreinte'
import { type TexteDActe, type UniteDActe, unitesRetenues } from '../texte/finalisation'
import { type Numero, numeroter } from '../texte/numerotation'
import type { DefinitionParametre, ValeursParametres } from '../texte/parametres'

/** Désignation d'une partie, telle que la version l'a montrée. */
export type PartieFigee = {
  partieId: string
  role: 'HOPITAL' | 'GESTIONNAIRE'
  organisationId: string
  nom: string
  adresse: string | null
}

/**
 * Texte d'une version partagée : tout ce qu'il faut pour la relire, la comparer et l'imprimer sans rien demander aux
 * tables de travail. Les numéros sont ceux que l'on a lus : dans une version, rien ne se renumérote.
 */
export type TexteFige = TexteDActe & {
  surtitre: string
  parties: readonly PartieFigee[]
  numeros: Readonly<Record<string, Numero>>
}

/** Fige le texte d'un acte : unités retenues seulement, numéros calculés une fois. */
export function figerTexte(
  texte: TexteDActe,
  acte: { surtitre: string; parties: readonly PartieFigee[] },
): TexteFige {
  return {
    titre: texte.titre,
    comparutions: texte.comparutions,
    unites: unitesRetenues(texte),
    definitions: texte.definitions,
    valeurs: texte.valeurs,
    ...(texte.modifications ? { modifications: texte.modifications } : {}),
    surtitre: acte.surtitre,
    parties: acte.parties,
    numeros: Object.fromEntries(numeroter(texte.unites)),
  }
}

/** Empreinte d'une unité telle qu'elle se lit : ses mots, son annexe, son formulaire et les valeurs qu'elle cite. */
export function empreinteUnite(texte: TexteDActe, unite: UniteDActe): string {
  return empreinteTexteVote({
    titre: '',
    comparutions: [],
    unites: [{ ...unite, parent: null, omise: false }],
    definitions: texte.definitions,
    valeurs: texte.valeurs,
  })
}

/** Empreinte de chaque unité retenue, par identité. Une acceptation ne vaut que pour l'empreinte qu'elle a lue. */
export const empreintesDesUnites = (texte: TexteDActe): Record<string, string> =>
  Object.fromEntries(unitesRetenues(texte).map((u) => [u.identite, empreinteUnite(texte, u)]))

/** Valeur hors du texte voté : mention tardive, ou nom d'un représentant (seule sa fonction est votée). */
export const estTardive = (d: Pick<DefinitionParametre, 'origine' | 'genre'>): boolean =>
  d.origine === 'mention-tardive' || d.genre === 'personne'

/**
 * Le texte d'une version avec les mentions connues depuis : ni son empreinte ni ses mots votés ne changent. Une valeur
 * votée venue d'ailleurs est ignorée.
 */
export function avecMentions(fige: TexteFige, valeurs: ValeursParametres): TexteFige {
  const tardives = new Set(fige.definitions.filter(estTardive).map((d) => d.cle))
  const connues = Object.fromEntries(Object.entries(valeurs).filter(([cle, v]) => v && tardives.has(cle)))
  return { ...fige, valeurs: { ...fige.valeurs, ...connues } }
}

/** Empreinte de tout ce qui est figé à l'envoi : texte, mentions, signataires et autorités. */
export const empreinteComplete = (fige: TexteFige, signataires: unknown): string =>
  sha256(canoniser({ texte: fige, signataires }))
