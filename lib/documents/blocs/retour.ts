import {
  type Attendu,
  lireNumero,
  type TexteRange,
  texteDuBlocContenu,
} from '../../domaine/acte/retour/ranger'
import { reprendreContenu } from '../../domaine/acte/retour/reprendre'
import type { BlocContenu, Contenu } from '../../domaine/texte/contenu'
import { memeTexte } from '../../domaine/texte/empreinte'
import { type UniteDActe, unitesRetenues } from '../../domaine/texte/finalisation'
import { cleDeLecture } from '../../domaine/texte/mots'
import { texteDuBloc } from '../texte/texte-du-document'
import type { Bloc, BlocParagraphe, BlocTableau } from './blocs'
import { ENTETES_CIRCUIT, tableauDuCircuit } from './circuit'
import { porteDifference, type TexteAComparer, type UniteComparee } from './comparer'
import { comparerSuites } from './comparer-blocs'
import {
  blocsContenu,
  blocsUnite,
  enClair,
  fragmentsDeBalise,
  preparerResolution,
  type Resolution,
} from './construire'
import { fragments } from './resolution'

/** Ce que la version envoyée donne à lire, pour ranger le texte qui en revient. */
export function attenduDe(texte: TexteAComparer): Attendu {
  const r = preparerResolution(texte)
  return {
    titre: enClair(fragmentsDeBalise(r, texte.titre)),
    comparutions: texte.comparutions.map((b) => enClair(fragmentsDeBalise(r, b))),
    unites: unitesRetenues(texte).map((u) => {
      const blocs = lisiblesDansWord(blocsUnite(r, u))
      const [premier] = blocs
      return {
        identite: u.identite,
        genre: u.genre,
        numero: r.numeros.get(u.identite)?.intitule ?? '',
        titre: premier?.genre === 'titre' ? enClair(premier.fragments) : '',
        lignes: blocs.filter((b) => b.genre !== 'titre').map((b) => texteDuBloc(b).join('\n')),
      }
    }),
  }
}

/** Un circuit et un formulaire joint deviennent, dans Word, une légende et un tableau : on les compare ainsi. */
function lisiblesDansWord(blocs: readonly Bloc[]): Bloc[] {
  return blocs.flatMap((b): Bloc[] => {
    if (b.genre === 'circuit') {
      const { legende, ...tableau } = tableauDuCircuit(b)
      return [{ genre: 'paragraphe', fragments: [{ texte: legende ?? '' }] }, tableau]
    }
    if (b.genre === 'encart') {
      const ligne = (texte: string): BlocParagraphe => ({ genre: 'paragraphe', fragments: [{ texte }] })
      const tableau: BlocTableau = {
        genre: 'tableau',
        lignesEnTete: 0,
        largeurs: [1],
        lignes: [[{ enTete: false, blocs: [ligne(b.titre), ligne(enClair(b.fragments))] }]],
      }
      return [tableau]
    }
    if (b.genre === 'paragraphe') {
      const { numero: _n, ...reste } = b
      return reste.fragments.length ? [reste] : []
    }
    return [b]
  })
}

/**
 * Compare la version envoyée au texte revenu : une entrée par unité, inchangée, modifiée ou absente du fichier. Aucune
 * identité n'est prise du fichier.
 */
export function comparerRetour(texte: TexteAComparer, range: TexteRange): UniteComparee[] {
  const r = preparerResolution(texte)
  const unites = unitesRetenues(texte).map((u) => uniteRevenue(r, u, range))
  return [...partiesRevenues(r, range), ...unites]
}

function uniteRevenue(r: Resolution, u: UniteDActe, range: TexteRange): UniteComparee {
  const avant = lisiblesDansWord(blocsUnite(r, u))
  const lue = range.unites[u.identite]
  const numero = r.numeros.get(u.identite) ?? null
  const [premier] = avant
  const titre =
    premier?.genre === 'titre'
      ? enClair(premier.fragments)
      : avant[0]
        ? texteDuBloc(avant[0]).join(' ').slice(0, 60)
        : ''
  const base = {
    cle: u.identite,
    genre: u.genre,
    deplacee: false,
    renumerotee: false,
    numeroAvant: numero,
    numeroApres: numero,
    titre,
  }
  const apres: Bloc[] = lue ? blocsRevenus(r, lue, premier) : []
  const blocs = comparerSuites(avant, apres)
  const sort = !lue ? 'retiree' : blocs.some(porteDifference) ? 'modifiee' : 'inchangee'
  return { ...base, sort, blocs }
}

function blocsRevenus(r: Resolution, lue: TexteRange['unites'][string], premier: Bloc | undefined): Bloc[] {
  const corps: Bloc[] = blocsContenu(r, lue.blocs.filter(aDuTexte), {})
  if (premier?.genre !== 'titre') return corps
  return [{ ...premier, numero: '', fragments: lue.titre ? [{ texte: lue.titre }] : [] }, ...corps]
}

const aDuTexte = (b: BlocContenu): boolean => b.type !== 'paragraph' || texteDuBlocContenu(b).trim() !== ''

function partiesRevenues(r: Resolution, range: TexteRange): UniteComparee[] {
  const paragraphe = (texte: string): Bloc => ({ genre: 'paragraphe', fragments: [{ texte }] })
  const ligne = (cle: 'titre' | 'parties', avant: string[], apres: string[]): UniteComparee => {
    const blocs = comparerSuites(avant.map(paragraphe), apres.map(paragraphe))
    return {
      cle,
      genre: cle,
      sort: blocs.some(porteDifference) ? 'modifiee' : 'inchangee',
      deplacee: false,
      renumerotee: false,
      numeroAvant: null,
      numeroApres: null,
      titre: '',
      blocs,
    }
  }
  const titre = enClair(fragmentsDeBalise(r, r.texte.titre))
  const comparutions = r.texte.comparutions.map((b) => enClair(fragmentsDeBalise(r, b)))
  return [ligne('titre', [titre], [range.titre ?? titre]), ligne('parties', comparutions, range.comparutions)]
}

/**
 * Contre-proposition tirée du texte revenu pour une unité, ou `null` quand rien n'en serait repris : unité absente, ou
 * seul son circuit a changé. Valeurs et renvois dont les mots n'ont pas changé restent ce qu'ils sont.
 */
export function propositionDuRetour(
  texte: TexteAComparer,
  range: TexteRange,
  identite: string,
): { titre: string | null; contenu: Contenu } | null {
  const u = unitesRetenues(texte).find((x) => x.identite === identite)
  const lue = range.unites[identite]
  if (!u || !lue) return null
  const r = preparerResolution(texte)
  const contenu = reprendreContenu(u.contenu, sansPieces(u, lue.blocs.filter(aDuTexte)), (noeuds) =>
    fragments(r, noeuds).map((f) => f.texte),
  )
  const titre = titreRevenu(r, u, lue.titre)
  return memeTexte(contenu, u.contenu) && titre === u.titre ? null : { titre, contenu }
}

function titreRevenu(r: Resolution, u: UniteDActe, lu: string | null): string | null {
  if (u.titre === null || !lu) return u.titre
  const nu = lireNumero(lu)?.reste || lu
  return cleDeLecture(enClair(fragmentsDeBalise(r, u.titre))) === cleDeLecture(nu) ? u.titre : nu
}

/** Le circuit et le formulaire ne sont pas du contenu : ils se changent dans la rédaction. */
function sansPieces(u: UniteDActe, blocs: readonly BlocContenu[]): BlocContenu[] {
  const entete = ENTETES_CIRCUIT.join('')
  const estCircuit = (b: BlocContenu | undefined) =>
    b?.type === 'table' && Boolean(u.annexe?.etapes?.length) && texteDuBlocContenu(b).startsWith(entete)
  return blocs.filter((b, i) => {
    if (estCircuit(b) || (estCircuit(blocs[i + 1]) && texteDuBlocContenu(b).startsWith('Étapes')))
      return false
    return !(u.fichier && b.type === 'table' && texteDuBlocContenu(b).startsWith('Formulaire joint'))
  })
}
