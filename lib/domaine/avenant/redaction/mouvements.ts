import type { BlocContenu } from '../../texte/contenu'
import { enfantsDe } from '../../texte/numerotation'
import { etatDeLUnite, type UniteEnVigueur } from '../etat'
import type { EtatUnite, Modification } from '../modifications'
import { type Chantier, nomDe, uniteDe } from './chantier'
import { a, accorder, le, nommer, un } from './nommer'
import type { Phrase } from './phrases'
import { blocsCites, intitule } from './texte-cite'

type Insertion = Extract<Modification, { genre: 'insertion' }>
type Retablissement = Extract<Modification, { genre: 'retablissement' }>

const MOUVEMENTS = new Set(['insertion', 'retablissement'])

/** Vrai quand l'unité se dit avec son parent : insérée ou rétablie avec lui, ou supprimée avec lui. */
export function ditAvecSonParent(c: Chantier, m: Modification): boolean {
  if (!('identite' in m)) return false
  let parent = m.genre === 'insertion' ? m.place.parent : (uniteDe(c, m.identite)?.parent ?? null)
  for (let i = 0; parent !== null && i < 10; i++) {
    const sur = c.parUnite.get(parent)
    if (sur?.genre === 'suppression' && m.genre !== 'insertion') return true
    if (sur && MOUVEMENTS.has(sur.genre) && MOUVEMENTS.has(m.genre)) return true
    parent = uniteDe(c, parent)?.parent ?? null
  }
  return false
}

/** « Après l’article 5, il est inséré un article 5 bis ainsi rédigé », « Il est ajouté un article 14 ainsi rédigé ». */
export function phraseInsertion(c: Chantier, m: Insertion): Phrase {
  const { genre } = m.etat
  const nom = nommer(genre, m.place.numero.nu, null)
  const nouveau = `${un(nom)} ainsi ${accorder(nom, 'rédigé')}`
  const citation = citationEntiere(c, m.identite, m.etat)
  const dire = (mots: string): Phrase => ({ seule: mots, parmi: mots, citation })
  if (genre === 'preambule') return dire(`il est inséré ${nouveau}`)
  const { avant, apres } = voisines(c, m)
  if (!apres && genre !== 'visa') {
    const parent = m.place.parent
    return dire(`${parent ? `${a(nomDe(c, parent))}, ` : ''}il est ajouté ${nouveau}`)
  }
  if (avant) return dire(`après ${le(nomDe(c, avant.identite))}, il est inséré ${nouveau}`)
  return dire(
    apres ? `avant ${le(nomDe(c, apres.identite))}, il est inséré ${nouveau}` : `il est inséré ${nouveau}`,
  )
}

/** Sœurs de même genre autour de la place prise, dans le texte d'après ; pour un visa, celles qui existaient déjà. */
function voisines(c: Chantier, m: Insertion): { avant?: UniteEnVigueur; apres?: UniteEnVigueur } {
  const soeurs = enfantsDe(c.apres.unites, m.place.parent).filter(
    (u) =>
      u.identite === m.identite ||
      (u.genre === m.etat.genre && (u.genre !== 'visa' || c.parUnite.get(u.identite)?.genre !== 'insertion')),
  )
  const i = soeurs.findIndex((u) => u.identite === m.identite)
  if (i < 0) return { avant: soeurs.find((u) => u.identite === m.place.apres) }
  return { avant: soeurs[i - 1], apres: soeurs[i + 1] }
}

export function phraseSuppression(c: Chantier, identite: string): Phrase {
  const nom = nomDe(c, identite)
  const mots = `${le(nom)} est ${accorder(nom, 'supprimé')}`
  return { seule: mots, parmi: mots }
}

export function phraseRetablissement(c: Chantier, m: Retablissement): Phrase {
  const nom = nomDe(c, m.identite)
  const mots = `${le(nom)} est ${accorder(nom, 'rétabli')} dans la rédaction suivante`
  return { seule: mots, parmi: mots, citation: citationEntiere(c, m.identite, m.etat) }
}

/** L'unité avec son intitulé, puis les unités que le même avenant insère ou rétablit sous elle. */
function citationEntiere(c: Chantier, identite: string, etat: EtatUnite): BlocContenu[] {
  const enfants = enfantsDe(c.apres.unites, identite).filter((u) => !u.supprimee && u.identite !== identite)
  return [
    ...intitule(c.voulu, etat, c.apres.numeros[identite] ?? numeroDePlace(c, identite)),
    ...blocsCites(c.voulu, etat),
    ...enfants.flatMap((u) => citationEntiere(c, u.identite, etatDeLUnite(u))),
  ]
}

function numeroDePlace(c: Chantier, identite: string) {
  const m = c.parUnite.get(identite)
  return m?.genre === 'insertion' ? m.place.numero : undefined
}
