import { alignerMots, cleDeLecture } from '../../domaine/texte/mots'
import type { Fragment } from './blocs'

export type Cote = 'avant' | 'apres'
export type Difference = NonNullable<Fragment['difference']>

const enClair = (f: readonly Fragment[]): string => f.map((x) => x.texte).join('')

/**
 * Fond deux suites de fragments en une : mots égaux tels que le nouveau texte les écrit, mots retirés et ajoutés marqués.
 * La mise en forme de chaque côté est gardée ; elle seule ne fait pas une différence.
 */
export function comparerFragments(avant: readonly Fragment[], apres: readonly Fragment[]): Fragment[] {
  const ancien = decoupeur(avant)
  const nouveau = decoupeur(apres)
  return alignerMots(enClair(avant), enClair(apres)).flatMap((s) => {
    const ote = ancien(s.avant.length)
    const mis = nouveau(s.apres.length)
    if (s.etat === 'egal') return mis
    return s.etat === 'retrait' ? marquer(ote, 'retrait') : marquer(mis, 'ajout')
  })
}

/** Marque tous les fragments ; un passage retiré ne mène plus nulle part et n'attend plus de valeur. */
export const marquer = (fragments: readonly Fragment[], difference: Difference): Fragment[] =>
  fragments.map((f) => {
    if (difference === 'ajout') return { ...f, difference }
    const { lacune: _l, parametre: _p, versAncre: _v, ...reste } = f
    return { ...reste, difference }
  })

/** Prend les fragments suivants, coupés à la longueur demandée. */
function decoupeur(fragments: readonly Fragment[]): (longueur: number) => Fragment[] {
  let rang = 0
  let debut = 0
  return (longueur) => {
    const pris: Fragment[] = []
    let reste = longueur
    for (let f = fragments[rang]; reste > 0 && f; f = fragments[rang]) {
      const texte = f.texte.slice(debut, debut + reste)
      if (texte) pris.push({ ...f, texte })
      reste -= texte.length
      debut += texte.length
      if (debut >= f.texte.length) {
        rang++
        debut = 0
      }
    }
    return pris
  }
}

/** Fragments d'un seul côté d'une fusion. */
export const fragmentsDuCote = (fragments: readonly Fragment[], cote: Cote): Fragment[] =>
  fragments.filter((f) => f.difference !== (cote === 'avant' ? 'ajout' : 'retrait'))

/** Ce que ces fragments disent, un renvoi y valant sa cible : la renumérotation seule ne change pas une phrase. */
export const sensDesFragments = (fragments: readonly Fragment[]): string =>
  cleDeLecture(
    fragments
      .map((f) => (f.versAncre ? `§${f.versAncre}:${f.texte.replace(/\d+(\.\d+)*(er)?/g, '')}` : f.texte))
      .join(''),
  )
