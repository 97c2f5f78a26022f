import { diffArrays } from 'diff'
import type { TexteDActe, UniteDActe } from '../texte/finalisation'
import { unitesRetenues } from '../texte/finalisation'
import { type Numero, numeroter } from '../texte/numerotation'

/** Une unité des deux textes : présente d'un côté ou des deux, et ce que sa place est devenue. */
export type UniteAlignee = {
  identite: string
  avant: UniteDActe | null
  apres: UniteDActe | null
  numeroAvant: Numero | null
  numeroApres: Numero | null
  /** Changée de parent, ou passée devant ou derrière une sœur restée en place. */
  deplacee: boolean
  /** Même place, autre numéro : un article voisin est venu ou parti. */
  renumerotee: boolean
}

type TexteAAligner = Pick<TexteDActe, 'unites'> & { numeros?: Readonly<Record<string, Numero>> }

/**
 * Aligne les unités retenues de deux textes par leur identité, dans l'ordre de lecture du nouveau ; une unité retirée
 * prend la place qu'elle avait après celle qui la précédait. Aucune n'est perdue, aucune n'est comptée deux fois.
 */
export function alignerTextes(avant: TexteAAligner, apres: TexteAAligner): UniteAlignee[] {
  const [anciennes, nouvelles] = [unitesRetenues(avant), unitesRetenues(apres)]
  const parAncienne = new Map(anciennes.map((u) => [u.identite, u]))
  const parNouvelle = new Map(nouvelles.map((u) => [u.identite, u]))
  const deplacees = unitesDeplacees(anciennes, nouvelles)
  const numeros = { avant: numerosDe(avant), apres: numerosDe(apres) }
  return ordreCommun(anciennes, nouvelles, deplacees).map((identite): UniteAlignee => {
    const [a, b] = [parAncienne.get(identite) ?? null, parNouvelle.get(identite) ?? null]
    const numeroAvant = a ? numeros.avant(identite) : null
    const numeroApres = b ? numeros.apres(identite) : null
    const deplacee = deplacees.has(identite)
    return {
      identite,
      avant: a,
      apres: b,
      numeroAvant,
      numeroApres,
      deplacee,
      renumerotee:
        a !== null &&
        b !== null &&
        !deplacee &&
        (numeroAvant?.intitule ?? '') !== (numeroApres?.intitule ?? ''),
    }
  })
}

/** Comme `alignerTextes`, mais une unité déplacée y paraît deux fois : retirée à son ancienne place, ajoutée à la nouvelle. */
export function alignerSansDeplacement(avant: TexteAAligner, apres: TexteAAligner): UniteAlignee[] {
  const bougees = new Set(
    alignerTextes(avant, apres)
      .filter((u) => u.deplacee)
      .map((u) => u.identite),
  )
  // Les sous-articles suivent l'article déplacé.
  for (const u of unitesRetenues(avant))
    if (u.parent !== null && bougees.has(u.parent)) bougees.add(u.identite)
  const ancien = (identite: string) => (bougees.has(identite) ? `${identite}${ANCIENNE_PLACE}` : identite)
  const unites = avant.unites.map((u) => ({
    ...u,
    identite: ancien(u.identite),
    parent: u.parent && ancien(u.parent),
  }))
  const origines = new Map(avant.unites.map((u) => [ancien(u.identite), u]))
  const numeros = numerosDe(avant)
  return alignerTextes({ unites }, apres).map((u) => {
    const origine = u.avant && (origines.get(u.avant.identite) ?? u.avant)
    const numeroAvant = origine && numeros(origine.identite)
    return {
      ...u,
      avant: origine,
      numeroAvant,
      renumerotee:
        origine !== null &&
        u.apres !== null &&
        (numeroAvant?.intitule ?? '') !== (u.numeroApres?.intitule ?? ''),
    }
  })
}
const ANCIENNE_PLACE = '§avant'

/** Une version garde les numéros qu'on y a lus ; un texte de travail les calcule. */
function numerosDe(texte: TexteAAligner): (identite: string) => Numero | null {
  const { numeros } = texte
  if (numeros) return (identite) => numeros[identite] ?? null
  const calcules = numeroter(texte.unites)
  return (identite) => calcules.get(identite) ?? null
}

/**
 * Unités qui ont changé de parent, ou qu'il faut bouger pour retrouver le nouvel ordre de leurs sœurs (les autres forment
 * la plus longue suite restée dans l'ordre).
 */
function unitesDeplacees(anciennes: readonly UniteDActe[], nouvelles: readonly UniteDActe[]): Set<string> {
  const deplacees = new Set<string>()
  const ancienParent = new Map(anciennes.map((u) => [u.identite, u.parent]))
  for (const u of nouvelles) {
    const parent = ancienParent.get(u.identite)
    if (parent !== undefined && parent !== u.parent) deplacees.add(u.identite)
  }
  const communes = (unites: readonly UniteDActe[], parent: string | null) =>
    unites
      .filter((u) => u.parent === parent && ancienParent.has(u.identite) && !deplacees.has(u.identite))
      .map((u) => u.identite)
  const presentes = new Set(nouvelles.map((u) => u.identite))
  for (const parent of new Set(nouvelles.map((u) => u.parent))) {
    const avant = communes(anciennes, parent).filter((i) => presentes.has(i))
    for (const c of diffArrays(avant, communes(nouvelles, parent)))
      if (c.added) for (const i of c.value) deplacees.add(i)
  }
  return deplacees
}

function ordreCommun(
  anciennes: readonly UniteDActe[],
  nouvelles: readonly UniteDActe[],
  deplacees: ReadonlySet<string>,
): string[] {
  const ordre = nouvelles.map((u) => u.identite)
  const presentes = new Set(ordre)
  const profondeurs = new Map([...profondeurDe(anciennes), ...profondeurDe(nouvelles)])
  let precedente: string | null = null
  for (const u of anciennes) {
    if (!presentes.has(u.identite)) {
      let place = precedente === null ? 0 : ordre.indexOf(precedente) + 1
      // Après les sous-articles de celle qui la précède, même ajoutés depuis.
      const profondeur = profondeurs.get(u.identite) ?? 0
      while (place > 0 && place < ordre.length && (profondeurs.get(ordre[place] ?? '') ?? 0) > profondeur)
        place++
      ordre.splice(place, 0, u.identite)
    }
    if (!deplacees.has(u.identite)) precedente = u.identite
  }
  return ordre
}

function profondeurDe(unites: readonly UniteDActe[]): Map<string, number> {
  const profondeurs = new Map<string, number>()
  // Dans l'ordre de lecture, un parent est toujours vu avant ses enfants.
  for (const u of unites)
    profondeurs.set(u.identite, u.parent === null ? 0 : (profondeurs.get(u.parent) ?? 0) + 1)
  return profondeurs
}
