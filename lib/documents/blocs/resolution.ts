import { choisirAccord } from '../../domaine/texte/accords'
import { lireEnLigne } from '../../domaine/texte/balisage'
import type { Marque, NoeudEnLigne } from '../../domaine/texte/contenu'
import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import { ecrireRenvoi } from '../../domaine/texte/ecriture/renvoi'
import { typographierSuite } from '../../domaine/texte/ecriture/suite'
import { type TexteDActe, type UniteDActe } from '../../domaine/texte/finalisation'
import { type Numero, numeroter } from '../../domaine/texte/numerotation'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { Fragment } from './blocs'

/** Contexte de résolution : valeurs, définitions et numéros du texte retenu. */
export type Resolution = {
  texte: TexteDActe
  definitions: ReadonlyMap<string, DefinitionParametre>
  numeros: ReadonlyMap<string, Numero>
  genres: ReadonlyMap<string, UniteDActe['genre']>
}

/** `numeros` : ceux d'un texte signé, où rien ne se renumérote ; sinon ils se calculent. */
export function preparerResolution(
  texte: TexteDActe & { numeros?: Readonly<Record<string, Numero>> },
): Resolution {
  return {
    texte,
    definitions: new Map(texte.definitions.map((d) => [d.cle, d])),
    numeros: texte.numeros ? new Map(Object.entries(texte.numeros)) : numeroter(texte.unites),
    genres: new Map(texte.unites.map((u) => [u.identite, u.genre])),
  }
}

export const ancreDe = (identite: string) => `u-${identite}`

export const fragmentsDeBalise = (r: Resolution, balise: string): Fragment[] =>
  // Un retour à la ligne de la source n'en est pas un dans le document.
  fragments(r, lireEnLigne(balise.replace(/\s*\n\s*/g, ' ')))

/** Texte des fragments, sans mise en forme. */
export const enClair = (f: readonly Fragment[]): string => f.map((x) => x.texte).join('')

/** Nœuds en ligne → fragments typographiés, valeurs et renvois résolus. */
export function fragments(r: Resolution, noeuds: readonly NoeudEnLigne[]): Fragment[] {
  const liste = noeuds.map((n) => fragment(r, n))
  const textes = typographierSuite(liste.map((f) => f.texte))
  return liste.map((f, i) => ({ ...f, texte: textes[i] ?? '' }))
}

function fragment(r: Resolution, n: NoeudEnLigne): Fragment {
  switch (n.type) {
    case 'text':
      return { texte: n.text, ...marques(n.marks) }
    case 'hardBreak':
      return { texte: '\n' }
    case 'parametre':
      return fragmentParametre(r, n.attrs.cle, n.attrs.forme, n.marks)
    case 'accord': {
      const mots = choisirAccord(r.texte.valeurs[n.attrs.cle], n.attrs.formes)
      return { texte: mots ?? n.attrs.formes[0], ...marques(n.marks) }
    }
    case 'renvoi':
      return fragmentRenvoi(r, n.attrs.cible, n.attrs.forme, n.marks)
  }
}

function fragmentParametre(r: Resolution, cle: string, forme: string | null, marks?: Marque[]): Fragment {
  const definition = r.definitions.get(cle)
  const valeur = r.texte.valeurs[cle]
  const libelle = definition?.libelle ?? cle
  if (valeur) return { texte: ecrireValeur(valeur, forme, definition), parametre: cle, ...marques(marks) }
  const tardive = definition?.origine === 'mention-tardive'
  return {
    texte: tardive ? `[${minuscule(libelle)}]` : `[à compléter : ${minuscule(libelle)}]`,
    parametre: cle,
    lacune: { cle, libelle, tardive },
    ...marques(marks),
  }
}

/** Première lettre seulement : « représentant de l’État » garde sa capitale. */
const minuscule = (t: string) => t.charAt(0).toLowerCase() + t.slice(1)

function fragmentRenvoi(r: Resolution, cible: string, forme: string | null, marks?: Marque[]): Fragment {
  const numero = r.numeros.get(cible)
  if (!numero) {
    return {
      texte: '[renvoi à rétablir]',
      lacune: { cle: cible, libelle: 'Renvoi à rétablir', tardive: false },
    }
  }
  return {
    texte: ecrireRenvoi(numero.nu, r.genres.get(cible), forme),
    versAncre: ancreDe(cible),
    ...marques(marks),
  }
}

function marques(marks?: readonly Marque[]): Partial<Fragment> {
  const m: Partial<Fragment> = {}
  for (const { type } of marks ?? []) {
    if (type === 'bold') m.gras = true
    else if (type === 'italic') m.italique = true
    else if (type === 'underline') m.souligne = true
    else m.exposant = true
  }
  return m
}
