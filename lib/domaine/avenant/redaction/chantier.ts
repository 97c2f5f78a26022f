import { enfantsDe, type Numero, parcourir } from '../../texte/numerotation'
import type { ContexteEcriture } from '../../texte/resoudre'
import type { GenreUnite } from '../../texte/unites'
import { appliquer } from '../appliquer'
import { A_BLANC, type EtatDeLaChaine, type UniteEnVigueur } from '../etat'
import type { Modification } from '../modifications'
import { deriver, type Retouche } from '../retouches'
import { type Nom, nommer } from './nommer'

/** Tout ce que lisent les phrases d'un avenant : le texte d'avant, celui d'après, et de quoi les écrire en mots. */
export type Chantier = {
  base: EtatDeLaChaine
  apres: EtatDeLaChaine
  avant: ContexteEcriture
  voulu: ContexteEcriture
  /** Modification de chaque unité touchée. */
  parUnite: ReadonlyMap<string, Modification>
  modifications: readonly Modification[]
  /** Identités dans l'ordre de lecture du texte d'après, supprimées comprises. */
  ordre: readonly string[]
}

export function ouvrirChantier(base: EtatDeLaChaine, retouches: readonly Retouche[]): Chantier {
  const modifications = retouches.flatMap((r) => deriver(r) ?? [])
  const apres = appliquer(base, modifications, A_BLANC).etat
  return {
    base,
    apres,
    avant: contexte(base),
    voulu: contexte(apres),
    parUnite: new Map(modifications.flatMap((m) => ('identite' in m ? [[m.identite, m] as const] : []))),
    modifications,
    ordre: parcourir(apres.unites).map((u) => u.identite),
  }
}

function contexte(e: EtatDeLaChaine): ContexteEcriture {
  const vivantes = e.unites.filter((u) => !u.supprimee && !u.omise)
  const numeros = vivantes.flatMap((u): [string, Numero][] => {
    const n = e.numeros[u.identite]
    return n ? [[u.identite, n]] : []
  })
  return {
    valeurs: e.valeurs,
    definitions: new Map(e.definitions.map((d) => [d.cle, d])),
    numeros: new Map(numeros),
    genres: new Map(vivantes.map((u): [string, GenreUnite] => [u.identite, u.genre])),
  }
}

export const uniteDe = (c: Chantier, identite: string): UniteEnVigueur | undefined =>
  c.apres.unites.find((u) => u.identite === identite) ?? c.base.unites.find((u) => u.identite === identite)

/** Nom d'une unité, tel qu'on la cite : celui du texte d'avant, ou celui qu'elle prend quand l'avenant l'insère. */
export function nomDe(c: Chantier, identite: string): Nom {
  const u = uniteDe(c, identite)
  const m = c.parUnite.get(identite)
  const insere = m?.genre === 'insertion' ? m : null
  const genre = u?.genre ?? insere?.etat.genre ?? 'article'
  const nu = insere?.place.numero.nu ?? c.apres.numeros[identite]?.nu ?? ''
  return nommer(genre, nu, genre === 'visa' ? rangDuVisa(c, identite) : null)
}

/** Les visas se comptent dans le texte d'avant, seul que le lecteur a sous les yeux. */
function rangDuVisa(c: Chantier, identite: string): number | null {
  const visas = parcourir(c.base.unites).filter((u) => u.genre === 'visa' && !u.supprimee)
  const i = visas.findIndex((u) => u.identite === identite)
  return i < 0 ? null : i + 1
}

/** Enfants en vigueur avant l'avenant : le texte propre de leur parent s'arrête devant le premier. */
export const enfantsVivants = (c: Chantier, identite: string): UniteEnVigueur[] =>
  enfantsDe(c.base.unites, identite).filter((u) => !u.supprimee)
