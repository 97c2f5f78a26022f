import { canoniser } from '../texte/canoniser'
import type { Contenu } from '../texte/contenu'
import { memeTexte } from '../texte/empreinte'

type UniteDeVersion = {
  identite: string
  titre: string | null
  contenu: Contenu
  annexe?: unknown
  facultative?: boolean
}
export type Changement = { identite: string; sort: 'modifiee' | 'ajoutee' | 'retiree' }

/** Unités dont le texte de modèle diffère d'une version à l'autre, dans l'ordre de la seconde puis de la première. */
export function changementsDeVersion(
  avant: readonly UniteDeVersion[],
  apres: readonly UniteDeVersion[],
): Changement[] {
  const anciennes = new Map(avant.map((u) => [u.identite, u]))
  const restantes = new Set(apres.map((u) => u.identite))
  return [
    ...apres.flatMap((u): Changement[] => {
      const ancienne = anciennes.get(u.identite)
      if (!ancienne) return [{ identite: u.identite, sort: 'ajoutee' }]
      return memeUnite(ancienne, u) ? [] : [{ identite: u.identite, sort: 'modifiee' }]
    }),
    ...avant
      .filter((u) => !restantes.has(u.identite))
      .map((u): Changement => ({ identite: u.identite, sort: 'retiree' })),
  ]
}

const memeUnite = (a: UniteDeVersion, b: UniteDeVersion): boolean =>
  a.titre === b.titre &&
  memeTexte(a.contenu, b.contenu) &&
  canoniser(a.annexe ?? null) === canoniser(b.annexe ?? null)

/**
 * Ce qu'un changement ferait à une convention : `suivre`, son texte est celui du modèle ; `a-la-main`, il est adapté ou
 * tient à une variante, une personne doit décider ; `sans-objet`, elle ne porte pas cet article.
 */
export type Traitement = 'suivre' | 'a-la-main' | 'sans-objet'
export type EffetSurConvention = Changement & { traitement: Traitement }

/** Les changements d'une version, vus d'une convention ; `null` : ses articles ne sont pas visibles de l'acteur. */
export function effetsSurConvention(
  changements: readonly Changement[],
  unites: readonly { identite: string; origine: string; omise: boolean }[],
): EffetSurConvention[] {
  const siennes = new Map(unites.map((u) => [u.identite, u]))
  return changements.map((c): EffetSurConvention => {
    const u = siennes.get(c.identite)
    if (c.sort === 'ajoutee') return { ...c, traitement: 'suivre' }
    if (!u || u.omise) return { ...c, traitement: 'sans-objet' }
    return { ...c, traitement: u.origine === 'modele' ? 'suivre' : 'a-la-main' }
  })
}
