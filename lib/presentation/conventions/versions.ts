import type { Bloc } from '../../documents/blocs/blocs'
import {
  aChange,
  type Cote,
  comparerTextes,
  coteDesBlocs,
  type UniteComparee,
} from '../../documents/blocs/comparer'
import type { CoteCompare } from '../../domaine/acte/cotes'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import type { AccordRecu, VersionLue } from '../../lectures/convention/lire-versions'
import { compter, dateEnLettres, typographier } from '../typographie'
import {
  aCote,
  ancienNumero,
  coteDate,
  deCote,
  nomDUnite,
  nomDuCote,
  phraseDesChanges,
  renumerotations,
  sortDeLUnite,
} from './comparaison'

export type VersionDite = {
  numero: number
  creeLe: Date
  par: string
  message: string | null
  /** Ce qui a changé depuis la précédente ; `null` pour la première. */
  changes: string | null
  precedente: number | null
  accords: string[]
  derniere: boolean
}

/** Versions, de la plus récente à la plus ancienne, avec ce que chacune a changé. */
export const versionsDites = (versions: readonly VersionLue[]): VersionDite[] =>
  versions.map((v, i): VersionDite => {
    const precedente = versions[i + 1]
    return {
      numero: v.numero,
      creeLe: v.creeLe,
      par: v.creeParNom,
      message: v.message,
      changes: precedente ? phraseDesChanges(comparerTextes(precedente.texte, v.texte)) : null,
      precedente: precedente?.numero ?? null,
      accords: v.accords.map(accordDit),
      derniere: i === 0,
    }
  })

const accordDit = (a: AccordRecu): string =>
  a.ensemble
    ? `${a.organisation}\u00a0: accord sur l’ensemble`
    : `${a.organisation}\u00a0: accord sur ${compter(a.articles, 'article')}`

export type CoteOffert = { cote: CoteCompare; libelle: string }

/** Textes que l'acteur peut comparer, du plus ancien au plus récent : modèle, versions, texte en cours. */
export function cotesComparables(c: ConventionLue): CoteOffert[] {
  const redacteur = c.qualites.includes('redacteur') && c.unites.length > 0
  const cotes: CoteCompare[] = [
    ...(redacteur && c.modele && !c.initiale ? (['modele'] as const) : []),
    ...c.versions.map((v) => v.numero).sort((x, y) => x - y),
    ...(redacteur ? (['travail'] as const) : []),
  ]
  return cotes.map((cote) => ({ cote, libelle: coteDate(cote, c.versions) }))
}

/** Ce que le lecteur tient en main : la dernière version, ou une ancienne que d'autres ont remplacée. */
export function placeDeLaVersion(c: ConventionLue, numero: number) {
  const derniere = c.versions[0]
  const version = c.versions.find((v) => v.numero === numero)
  const quand = version ? `partagée le ${dateEnLettres(version.creeLe)} par ${version.creeParNom}` : ''
  const estDerniere = derniere?.numero === numero
  return {
    derniere: estDerniere,
    numeroDerniere: derniere?.numero ?? numero,
    titre: estDerniere
      ? `Version\u00a0${numero}, la dernière partagée`
      : `Version\u00a0${numero}\u00a0: ce n’est pas la dernière`,
    detail: estDerniere
      ? `Elle a été ${quand}.`
      : `Elle a été ${quand}. La version\u00a0${derniere?.numero ?? ''}, partagée le ${derniere ? dateEnLettres(derniere.creeLe) : ''}, l’a remplacée.`,
  }
}

export type Reglages = { vue: 'fondu' | 'colonnes'; montrer: 'changements' | 'tout' }

/** Réglages lus dans l'adresse : un seul texte et ce qui change, sauf demande contraire. */
export const lireReglages = (demande: Readonly<Record<string, unknown>>): Reglages => ({
  vue: demande.vue === 'colonnes' ? 'colonnes' : 'fondu',
  montrer: demande.montrer === 'tout' ? 'tout' : 'changements',
})

export type UniteDite = {
  ancre: string
  nom: string
  sort: string
  /** « était l’article 4 » ; vide quand son numéro est resté. */
  note: string
  change: boolean
  /** Un titre la nomme déjà à l'écran. */
  titree: boolean
  fondu: Bloc[]
  avant: Bloc[]
  apres: Bloc[]
}
export type ComparaisonDite = {
  titre: string
  dates: string
  phrase: string
  /** Noms des deux textes, en tête de colonne. */
  noms: { avant: string; apres: string }
  unites: UniteDite[]
  changements: { ancre: string; nom: string; sort: string }[]
  renumerotations: string[]
}

/** La comparaison prête à lire : une entrée par unité, dans l'ordre du nouveau texte. */
export const comparaisonDite = (
  c: ConventionLue,
  { de, a }: { de: CoteCompare; a: CoteCompare },
  unites: readonly UniteComparee[],
): ComparaisonDite =>
  direComparaison(
    {
      titre: `Ce qui change ${deCote(de)} ${aCote(a)}`,
      dates: `${coteDate(de, c.versions)} – ${coteDate(a, c.versions)}`,
      noms: { avant: majuscule(nomDuCote(de)), apres: majuscule(nomDuCote(a)) },
    },
    unites,
  )

/** La même, entre deux textes que l'appelant nomme. */
export function direComparaison(
  nom: Pick<ComparaisonDite, 'titre' | 'dates' | 'noms'>,
  unites: readonly UniteComparee[],
): ComparaisonDite {
  const dites = unites.map(uniteDite)
  return {
    ...nom,
    titre: typographier(nom.titre),
    phrase: phraseDesChanges(unites),
    unites: dites,
    changements: dites
      .filter((u) => u.change)
      .map(({ ancre, nom: dit, sort }) => ({ ancre, nom: dit, sort })),
    renumerotations: renumerotations(unites),
  }
}

const majuscule = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1)

function uniteDite(u: UniteComparee): UniteDite {
  return {
    ancre: `c-${u.cle}`,
    nom: nomDUnite(u),
    sort: sortDeLUnite(u),
    note: ancienNumero(u),
    change: aChange(u),
    titree: u.blocs[0]?.genre === 'titre',
    fondu: u.blocs,
    avant: colonne(u, 'avant'),
    apres: colonne(u, 'apres'),
  }
}

/** Une colonne garde ses marques ; les ancres de la première ne doublent pas celles de la seconde. */
const colonne = (u: UniteComparee, cote: Cote): Bloc[] =>
  coteDesBlocs(u.blocs, cote).map((b) =>
    b.genre === 'titre' && cote === 'avant' ? { ...b, ancre: `${b.ancre}-avant` } : b,
  )
