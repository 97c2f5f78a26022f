import type { Bloc } from '../../documents/blocs/blocs'
import {
  ancreDe,
  blocsContenu,
  blocsUnite,
  enClair,
  fragmentsDeBalise,
  preparerResolution,
  type Resolution,
} from '../../documents/blocs/construire'
import type { DateIso } from '../../domaine/calendrier/dates'
import { type TexteDeModele, texteDuModele } from '../../domaine/modele/controle'
import { LIBELLES_FONCTION } from '../../domaine/organisation/fonctions-validation'
import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import { parcourir } from '../../domaine/texte/numerotation'
import type { DefinitionParametre, GenreParametre } from '../../domaine/texte/parametres'
import type { AccordAdaptation, ObjetAccord } from '../../domaine/texte/unites'
import type { ModeleLu, UniteModeleLue, VisaDate } from '../../lectures/modele/lire-modeles'
import { lignesDuBloc } from '../conventions/journal'
import { phrasesDesValeurs } from '../conventions/valeurs-de-variante'
import { dateEnLettres, typographier } from '../typographie'

export type AlerteVisa = { ton: 'manque' | 'vigilance' | 'inconnu'; phrase: string; note: string | null }
export type UniteAffichee = {
  identite: string
  blocs: Bloc[]
  facultative: boolean
  /** « Adapter cet article (durée) demandera l’accord : Directeur des finances. » */
  accord: string | null
  visa: AlerteVisa | null
  variantes: {
    code: string
    libelle: string
    source: string | null
    /** Une phrase par valeur que la variante porte avec elle. */
    valeurs: string[]
    avant: string[]
    apres: string[]
  }[]
}
export type EntreeSommaire = { ancre: string; numero: string; titre: string; niveau: number }

/** Jeton d'un paramètre : son nom, et la valeur que le modèle propose. */
export const jetonDe = (d: DefinitionParametre): string => {
  const defaut = d.defaut ? ecrireValeur(d.defaut, null, d) : ''
  const libelle = d.libelle.charAt(0).toLowerCase() + d.libelle.slice(1)
  return defaut ? `${libelle} : ${defaut}` : libelle
}

/** Résolution où chaque paramètre se lit par son jeton : le modèle se montre entier, annexes facultatives comprises. */
export const resolutionDuModele = (m: TexteDeModele): Resolution => preparerResolution(texteEnJetons(m))

/** Texte du modèle où chaque valeur est son jeton : pour l'écran et pour la comparaison de deux versions. */
export const texteEnJetons = (m: TexteDeModele): TexteDActe =>
  texteDuModele(
    m,
    Object.fromEntries(m.definitions.map((d) => [d.cle, { genre: 'texte' as const, texte: jetonDe(d) }])),
  )

/** Unités dans l'ordre de lecture, chacune avec ses blocs, ses variantes comparées et l'état de son visa. */
export function unitesAffichees(m: ModeleLu, r: Resolution, jour: DateIso): UniteAffichee[] {
  const lues = new Map(m.unites.map((u) => [u.identite, u]))
  return parcourir(r.texte.unites).map((u) => {
    const lue = lues.get(u.identite)
    return {
      identite: u.identite,
      blocs: blocsUnite(r, u),
      facultative: lue?.facultative ?? false,
      accord: lue?.accordAdaptation ? phraseAccord(lue.accordAdaptation) : null,
      visa: lue?.visa ? alerteVisa(lue.visa, jour) : null,
      variantes: lue ? variantesDe(r, lue) : [],
    }
  })
}

function variantesDe(r: Resolution, u: UniteModeleLue): UniteAffichee['variantes'] {
  const lignes = (titre: string | null | undefined, contenu: UniteModeleLue['contenu']) => [
    ...(titre ? [enClair(fragmentsDeBalise(r, titre))] : []),
    ...blocsContenu(r, contenu.content, {}).flatMap(lignesDuBloc),
  ]
  return u.variantes.map((v) => ({
    code: v.code,
    libelle: v.libelle,
    source: v.source ?? null,
    valeurs: phrasesDesValeurs(v.valeurs, r.definitions.values()),
    avant: lignes(u.titre, u.contenu),
    apres: lignes(v.titre ?? u.titre, v.contenu),
  }))
}

/** Un texte cité hors de sa validité, ou dont la portée n'est pas établie, se signale ; un visa sûr ne dit rien. */
export function alerteVisa(v: VisaDate, jour: DateIso): AlerteVisa | null {
  if (v.valideAu && v.valideAu < jour)
    return {
      ton: 'manque',
      phrase: `Texte abrogé depuis le ${dateEnLettres(v.valideAu)}${v.remplacePar ? `, remplacé par : ${v.remplacePar}` : ''}.`,
      note: v.note,
    }
  if (v.valideDu && v.valideDu > jour)
    return {
      ton: 'vigilance',
      phrase: `Texte applicable seulement à partir du ${dateEnLettres(v.valideDu)}.`,
      note: v.note,
    }
  return v.note ? { ton: 'vigilance', phrase: 'À vérifier par le service juridique.', note: v.note } : null
}

export const OBJETS: Record<ObjetAccord, string> = {
  argent: 'argent',
  responsabilite: 'responsabilité',
  duree: 'durée',
  donnees: 'données de santé',
  autre: 'autre engagement',
}

/** Ce que coûte d'adapter cet article, dit avant de le faire. */
export const phraseAccord = ({ fonction, objet }: AccordAdaptation): string =>
  typographier(
    `L’adapter demande un accord : ${LIBELLES_FONCTION[fonction].masculin}${objet === 'autre' ? '' : ` (${OBJETS[objet]})`}.`,
  )

export const sommaireDe = (unites: readonly UniteAffichee[]): EntreeSommaire[] =>
  unites.flatMap((u) =>
    u.blocs.flatMap((b) =>
      b.genre === 'titre'
        ? [{ ancre: ancreDe(u.identite), numero: b.numero, titre: enClair(b.fragments), niveau: b.niveau }]
        : [],
    ),
  )

export const GENRES: Record<GenreParametre, string> = {
  texte: 'Texte',
  nombre: 'Nombre',
  duree: 'Durée',
  montant: 'Montant',
  taux: 'Taux',
  date: 'Date',
  choix: 'Choix',
  liste: 'Liste',
  commune: 'Commune',
  personne: 'Personne',
  designation: 'Organisation',
}
const ORIGINES = {
  saisie: 'Saisie à la rédaction',
  reference: 'Repris des fiches',
  'mention-tardive': 'Connu après le vote',
} as const

export type LigneParametre = {
  cle: string
  libelle: string
  genre: string
  defaut: string
  origine: string
  aide: string
}
export const parametresAffiches = (definitions: readonly DefinitionParametre[]): LigneParametre[] =>
  definitions.map((d) => ({
    cle: d.cle,
    libelle: d.libelle,
    genre: GENRES[d.genre],
    defaut: d.defaut ? ecrireValeur(d.defaut, null, d) : '',
    origine: ORIGINES[d.origine ?? 'saisie'],
    aide: d.aide ?? '',
  }))

/** Où en est la validation d'une version, en une phrase. */
export const etatValidation = (m: {
  valideeLe: Date | null
  valideParNom?: string | null
}): { ton: 'tenu' | 'vigilance'; libelle: string } =>
  m.valideeLe
    ? {
        ton: 'tenu',
        libelle: `Validé par le service juridique le ${dateEnLettres(m.valideeLe)}${m.valideParNom ? ` (${m.valideParNom})` : ''}`,
      }
    : { ton: 'vigilance', libelle: 'Proposition, à valider par votre service juridique' }

type VersionNommee = { numero: number; groupe: { nom: string; sigle: string | null } | null }

/** « Version 2 (HUPS) », « Version 1 (modèle fourni) » : de qui elle vient, toujours. */
export const nomDeVersion = ({ numero, groupe }: VersionNommee): string =>
  `Version\u00a0${numero} (${groupe ? (groupe.sigle ?? groupe.nom) : 'modèle fourni'})`
