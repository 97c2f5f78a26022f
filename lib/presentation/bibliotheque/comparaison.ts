import { comparerTextes, type UniteComparee } from '../../documents/blocs/comparer'
import type { TexteDeModele } from '../../domaine/modele/controle'
import { canoniser } from '../../domaine/texte/canoniser'
import type { AccordAdaptation, Variante } from '../../domaine/texte/unites'
import { nomDUnite } from '../conventions/comparaison'
import { type ComparaisonDite, direComparaison } from '../conventions/versions'
import { typographier } from '../typographie'
import { phraseAccord, texteEnJetons } from './modele'

type Unite = TexteDeModele['unites'][number] & {
  facultative?: boolean
  accordAdaptation?: AccordAdaptation | null
}
type Modele = Omit<TexteDeModele, 'unites'> & { unites: readonly Unite[] }
export type TexteNomme = { texte: Modele; nom: string }
export type ComparaisonDeModeles = ComparaisonDite & {
  /** Ce qui change sans être dans le texte : variantes, caractère facultatif, accords, valeurs. */
  reglages: string[]
}

/** Deux versions d'un modèle, ou une version et un projet, chaque valeur lue par son nom. */
export function comparaisonDeModeles(avant: TexteNomme, apres: TexteNomme): ComparaisonDeModeles {
  const unites = comparerTextes(texteEnJetons(avant.texte), texteEnJetons(apres.texte))
  return {
    ...direComparaison(
      {
        titre: typographier(`${avant.nom} → ${apres.nom}`),
        dates: '',
        noms: { avant: avant.nom, apres: apres.nom },
      },
      unites,
    ),
    reglages: [
      ...reglagesChanges(avant.texte, apres.texte, unites),
      ...valeursChangees(avant.texte, apres.texte),
    ],
  }
}

function reglagesChanges(avant: Modele, apres: Modele, unites: readonly UniteComparee[]): string[] {
  const [a, b] = [parIdentite(avant), parIdentite(apres)]
  return unites.flatMap((u) => {
    const [x, y] = [a.get(u.cle), b.get(u.cle)]
    if (!x || !y) return []
    const nom = nomDUnite(u)
    const dits: string[] = []
    if (Boolean(x.facultative) !== Boolean(y.facultative))
      dits.push(`${nom} : ${y.facultative ? 'devient facultatif' : 'n’est plus facultatif'}.`)
    if (canoniser(x.accordAdaptation ?? null) !== canoniser(y.accordAdaptation ?? null))
      dits.push(
        `${nom} : ${y.accordAdaptation ? phraseAccord(y.accordAdaptation) : 'l’adapter ne demande plus d’accord.'}`,
      )
    dits.push(...variantesChangees(nom, x.variantes, y.variantes))
    return dits.map(typographier)
  })
}

const parIdentite = (m: Modele) => new Map(m.unites.map((u) => [u.identite, u]))

function variantesChangees(nom: string, avant: readonly Variante[], apres: readonly Variante[]): string[] {
  const sansIds = (v: Variante) => canoniser(v).replace(/"id":"[^"]*",?/g, '')
  const anciennes = new Map(avant.map((v) => [v.code, v]))
  const restantes = new Set(apres.map((v) => v.code))
  return [
    ...apres.flatMap((v) => {
      const ancienne = anciennes.get(v.code)
      if (!ancienne) return [`${nom} : variante « ${v.libelle} » ajoutée.`]
      return sansIds(ancienne) === sansIds(v) ? [] : [`${nom} : variante « ${v.libelle} » modifiée.`]
    }),
    ...avant.filter((v) => !restantes.has(v.code)).map((v) => `${nom} : variante « ${v.libelle} » retirée.`),
  ]
}

function valeursChangees(avant: Modele, apres: Modele): string[] {
  const anciennes = new Map(avant.definitions.map((d) => [d.cle, d]))
  const restantes = new Set(apres.definitions.map((d) => d.cle))
  return [
    ...apres.definitions.flatMap((d) => {
      const ancienne = anciennes.get(d.cle)
      if (!ancienne) return [`Valeur « ${d.libelle} » ajoutée.`]
      return canoniser(ancienne) === canoniser(d) ? [] : [`Valeur « ${d.libelle} » modifiée.`]
    }),
    ...avant.definitions.filter((d) => !restantes.has(d.cle)).map((d) => `Valeur « ${d.libelle} » retirée.`),
  ].map(typographier)
}
