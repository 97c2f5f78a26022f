import { estDateIso } from '../../domaine/calendrier/dates'
import type { DefinitionParametre, UniteDuree, ValeurParametre } from '../../domaine/texte/parametres'
import { plier } from '../../domaine/texte/plier'
import type { CentreDit } from './nouvelle'

export type Collage = {
  /** Valeur lue pour chaque convention reconnue. */
  lues: { conventionId: string; valeur: ValeurParametre }[]
  /** Lignes laissées, chacune avec sa raison. */
  laissees: { ligne: string; raison: string }[]
}

/**
 * Lit un tableau collé d'un tableur : une ligne par centre, sa ville ou sa référence d'abord, sa valeur en dernier. Rien
 * n'est deviné : une ville que plusieurs conventions partagent, une valeur illisible sont rendues avec leur raison.
 */
export function lireCollage(
  texte: string,
  centres: readonly Pick<CentreDit, 'conventionId' | 'reference' | 'ville'>[],
  d: DefinitionParametre,
): Collage {
  const lues = new Map<string, ValeurParametre>()
  const laissees: Collage['laissees'] = []
  for (const ligne of texte.split(/\r?\n/).map((l) => l.trim())) {
    if (!ligne) continue
    const cellules = ligne.split(/\t|\s*;\s*/).map((c) => c.trim())
    const nom = cellules[0] ?? ''
    const trouves = centres.filter((c) => plier(c.reference) === plier(nom) || plier(c.ville) === plier(nom))
    const valeur = cellules.length < 2 ? null : lireCellule(cellules.at(-1) ?? '', d)
    const [centre] = trouves
    if (cellules.length < 2) laissees.push({ ligne, raison: 'deux colonnes sont attendues' })
    else if (!centre) laissees.push({ ligne, raison: 'ce centre n’est pas dans la liste' })
    else if (trouves.length > 1)
      laissees.push({ ligne, raison: 'plusieurs conventions portent ce nom, donnez la référence' })
    else if (!valeur) laissees.push({ ligne, raison: 'la valeur ne se lit pas' })
    else lues.set(centre.conventionId, valeur)
  }
  return { lues: [...lues].map(([conventionId, valeur]) => ({ conventionId, valeur })), laissees }
}

const UNITES: Record<string, UniteDuree> = {
  h: 'heure',
  heure: 'heure',
  j: 'jour',
  jour: 'jour',
  mois: 'mois',
  an: 'an',
  annee: 'an',
}
const MOIS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]

/** Une cellule comme une valeur du genre attendu ; `null` si elle ne se lit pas, ou si ce genre ne se colle pas. */
export function lireCellule(cellule: string, d: DefinitionParametre): ValeurParametre | null {
  switch (d.genre) {
    case 'date': {
      const date = lireDate(cellule)
      return date === null ? null : { genre: 'date', date }
    }
    case 'duree': {
      const [, n, mot = ''] = /^(\d+)\s*(\p{L}+)$/u.exec(cellule) ?? []
      const replie = plier(mot)
      const unite = UNITES[replie] ?? UNITES[replie.replace(/s$/, '')]
      return n && unite && (!d.unites || d.unites.includes(unite))
        ? { genre: 'duree', nombre: Number(n), unite }
        : null
    }
    case 'nombre':
    case 'montant':
    case 'taux':
      return lireNombre(cellule, d.genre)
    case 'choix': {
      const choix = d.choix?.find((c) => plier(c.libelle) === plier(cellule))
      return choix ? { genre: 'choix', code: choix.code } : null
    }
    case 'texte':
      return cellule ? { genre: 'texte', texte: cellule } : null
    case 'liste':
    case 'personne':
    case 'commune':
    case 'designation':
      return null
  }
}

function lireNombre(cellule: string, genre: 'nombre' | 'montant' | 'taux'): ValeurParametre | null {
  const propre = cellule.replace(/[\s€%]/g, '').replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(propre)) return null
  const n = Number(propre)
  if (genre === 'montant') return { genre, centimes: Math.round(n * 100) }
  return genre === 'taux' ? { genre, pourcent: n } : { genre, nombre: n }
}

/** 31/01/2032, 2032-01-31 ou « 31 janvier 2032 ». */
function lireDate(cellule: string): string | null {
  const barres = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cellule)
  const mots = /^(\d{1,2})(?:er)? (\p{L}+) (\d{4})$/u.exec(plier(cellule))
  const [, jour = '', mois = '', annee = ''] = barres ?? mots ?? []
  const rang = barres ? Number(mois) : MOIS.indexOf(mois) + 1
  const iso = barres || mots ? `${annee}-${String(rang).padStart(2, '0')}-${jour.padStart(2, '0')}` : cellule
  return estDateIso(iso) ? iso : null
}
