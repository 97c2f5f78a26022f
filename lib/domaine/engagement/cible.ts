import { ajouterMois, type DateIso } from '../calendrier/dates'
import type { Delai } from '../calendrier/delais'
import { canoniser } from '../texte/empreinte'
import type { ValeursParametres } from '../texte/parametres'
import type { Promesse, Recurrence, Sens } from './declaration'

/** Ce qu'il faut atteindre, valeur du texte comprise. Les parts et les taux sont en pour cent. */
export type Cible =
  | ({ genre: 'delai'; part: number } & Delai)
  | { genre: 'frequence'; nombre: number; par: Recurrence }
  | { genre: 'quantite'; nombre: number; sens: Sens; unite: string }
  | { genre: 'taux'; pourcent: number; sens: Sens }
  | { genre: 'livrable'; echeance: DateIso }
  | { genre: 'permanent' }

/**
 * Périodicité qu'un choix du texte désigne : l'adjectif dans la convention-cadre, la période dans l'affiliation et
 * l'activité partagée. Un code absent d'ici (« semaine ») n'a pas de rythme de mesure : rien ne se convertit.
 */
const PERIODICITES: Readonly<Record<string, Recurrence>> = {
  annuelle: 'an',
  semestrielle: 'semestre',
  trimestrielle: 'trimestre',
  mensuelle: 'mois',
  an: 'an',
  'an-anniversaire': 'an',
  semestre: 'semestre',
  trimestre: 'trimestre',
  mois: 'mois',
}

/**
 * Cible d'une promesse, selon les valeurs du texte en vigueur. `null` quand le texte ne dit pas la valeur, ou la dit sous
 * une forme qui ne se mesure pas : l'engagement existe, sa cible reste à dire par une personne.
 */
export function cibleDe(promesse: Promesse, valeurs: ValeursParametres, effetLe: DateIso): Cible | null {
  switch (promesse.genre) {
    case 'delai':
      return cibleDeDelai(promesse, valeurs)
    case 'frequence':
      return cibleDeFrequence(promesse, valeurs)
    case 'quantite': {
      const nombre = promesse.parametre ? nombreDe(valeurs[promesse.parametre]) : promesse.nombre
      return nombre === null
        ? null
        : { genre: 'quantite', nombre, sens: promesse.sens, unite: promesse.unite }
    }
    case 'taux': {
      const pourcent = promesse.parametre ? nombreDe(valeurs[promesse.parametre]) : promesse.pourcent
      return pourcent === null ? null : { genre: 'taux', pourcent, sens: promesse.sens }
    }
    case 'livrable': {
      const echeance = echeanceDe(promesse, valeurs, effetLe)
      return echeance === null ? null : { genre: 'livrable', echeance }
    }
    case 'permanent':
      return { genre: 'permanent' }
  }
}

type DelaiPromis = Extract<Promesse, { genre: 'delai' }>
function cibleDeDelai(p: DelaiPromis, valeurs: ValeursParametres): Cible | null {
  const duree = p.parametre ? valeurs[p.parametre] : p.valeur && { genre: 'duree' as const, ...p.valeur }
  if (duree?.genre !== 'duree') return null
  const choix = p.parametreDecompte ? valeurs[p.parametreDecompte] : undefined
  const decompte =
    choix?.genre === 'choix' ? (choix.code.startsWith('ouvre') ? 'ouvre' : 'calendaire') : p.decompte
  return { genre: 'delai', nombre: duree.nombre, unite: duree.unite, decompte, part: p.part }
}

function cibleDeFrequence(
  p: Extract<Promesse, { genre: 'frequence' }>,
  valeurs: ValeursParametres,
): Cible | null {
  const par = p.parametrePar ? periodiciteDite(valeurs[p.parametrePar]) : p.par
  if (!p.parametre) return par && { genre: 'frequence', nombre: p.nombre, par }
  const v = valeurs[p.parametre]
  if (v?.genre === 'choix') {
    const dite = periodiciteDite(v)
    return dite && { genre: 'frequence', nombre: p.nombre, par: dite }
  }
  const nombre = nombreDe(v)
  return nombre === null || nombre < 1 || !par ? null : { genre: 'frequence', nombre, par }
}

const periodiciteDite = (v: ValeursParametres[string]): Recurrence | null =>
  v?.genre === 'choix' ? (PERIODICITES[v.code] ?? null) : null

function echeanceDe(
  p: Extract<Promesse, { genre: 'livrable' }>,
  valeurs: ValeursParametres,
  effetLe: DateIso,
): DateIso | null {
  const v = p.parametre ? valeurs[p.parametre] : undefined
  if (v?.genre === 'date') return v.date
  if (p.echeance) return p.echeance
  return p.moisApresEffet === null ? null : ajouterMois(effetLe, p.moisApresEffet)
}

function nombreDe(v: ValeursParametres[string]): number | null {
  if (v?.genre === 'nombre') return v.nombre
  if (v?.genre === 'taux') return v.pourcent
  return null
}

/** Deux cibles sont la même promesse quand rien de ce qu'elles disent ne diffère. */
export const memeCible = (a: Cible | null, b: Cible | null): boolean => canoniser(a) === canoniser(b)
