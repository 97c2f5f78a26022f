import fc from 'fast-check'
import { type EtatDeLaChaine, etatDeLUnite, etatInitial } from '@/lib/domaine/avenant/etat'
import type { EtatUnite } from '@/lib/domaine/avenant/modifications'
import { numeroInsere } from '@/lib/domaine/avenant/numeroter-insertion'
import type { Retouche } from '@/lib/domaine/avenant/retouches'
import type { BlocContenu, NoeudEnLigne } from '@/lib/domaine/texte/contenu'
import { enfantsDe, numeroter } from '@/lib/domaine/texte/numerotation'

/** Bande de nombres tirés par fast-check : chaque choix en lit un, ce qui laisse réduire un échec. */
export const bande = fc.array(fc.nat(9_999), { minLength: 150, maxLength: 400 })

export class Hasard {
  private i = 0
  private serie = 0
  constructor(private readonly nombres: readonly number[]) {}
  entier(max: number): number {
    const n = this.nombres[this.i++ % this.nombres.length] ?? 0
    return n % (max + 1)
  }
  chance(sur100: number): boolean {
    return this.entier(99) < sur100
  }
  parmi<T>(liste: readonly T[]): T {
    return liste[this.entier(liste.length - 1)] as T
  }
  neuf(prefixe: string): string {
    return `${prefixe}${++this.serie}`
  }
}

const MOTS = [
  'soin',
  'centre',
  'délai',
  'le',
  'de',
  '48 h',
  'patient',
  '« cité »',
  'l’article',
  'avis',
  '"id":"x"',
]

export const noeuds = (h: Hasard): NoeudEnLigne[] =>
  Array.from({ length: 1 + h.entier(3) }, (): NoeudEnLigne => {
    const marks = h.chance(20) ? { marks: [{ type: 'bold' as const }] } : {}
    if (h.chance(15))
      return { type: 'parametre', attrs: { cle: h.parmi(['p1', 'p2']), forme: null }, ...marks }
    if (h.chance(10)) return { type: 'renvoi', attrs: { cible: h.parmi(['u1', 'u2', 'u3']), forme: 'le' } }
    const texte = Array.from({ length: 1 + h.entier(4) }, () => h.parmi(MOTS)).join(' ')
    return { type: 'text', text: `${texte} `, ...marks }
  })

export function bloc(h: Hasard): BlocContenu {
  const attrs = { id: h.chance(4) ? 'b1' : h.neuf('b') }
  const n = h.entier(9)
  const p = (): BlocContenu => ({ type: 'paragraph', attrs: { id: h.neuf('b') }, content: noeuds(h) })
  if (n === 0)
    return { type: 'bulletList', attrs, content: [1, 2].map(() => ({ type: 'listItem', content: [p()] })) }
  if (n === 1) return { type: 'orderedList', attrs, content: [{ type: 'listItem', content: [p(), p()] }] }
  if (n === 2) {
    const ligne = (type: 'tableHeader' | 'tableCell') => ({
      type: 'tableRow' as const,
      content: [1, 2].map(() => ({ type, content: [p()] })),
    })
    return { type: 'table', attrs, content: [ligne('tableHeader'), ligne('tableCell')] }
  }
  return n === 3 ? { type: 'paragraph', attrs } : { type: 'paragraph', attrs, content: noeuds(h) }
}

const etat = (h: Hasard, genre: EtatUnite['genre']): EtatUnite => ({
  genre,
  titre: h.chance(70) ? h.parmi(['Objet', 'Délais de {{p1}}', 'Suivi']) : null,
  contenu: { type: 'doc', content: Array.from({ length: h.entier(4) }, () => bloc(h)) },
  annexe: genre === 'annexe' ? { nature: 'tableau', revision: 'avenant' } : null,
  fichier: null,
})

/** Un texte en vigueur au hasard, dont quelques unités ont déjà été supprimées. */
export function etatAuHasard(h: Hasard): EtatDeLaChaine {
  const articles = 2 + h.entier(4)
  const unites = Array.from({ length: articles }, (_, i) => {
    const identite = `u${i + 1}`
    const genre = i > 2 && h.chance(30) ? ('annexe' as const) : ('article' as const)
    const enfants = genre === 'article' ? h.entier(2) : 0
    const unite = (id: string, parent: string | null, rang: number, g: EtatUnite['genre']) => ({
      identite: id,
      parent,
      rang,
      ...etat(h, g),
      omise: false,
    })
    return [
      unite(identite, null, i + 1, genre),
      ...Array.from({ length: enfants }, (_x, j) =>
        unite(`${identite}s${j}`, identite, j + 1, 'sous-article'),
      ),
    ]
  }).flat()
  const e = etatInitial(
    {
      titre: 'Convention',
      surtitre: '',
      comparutions: ['{{p2}}'],
      unites,
      definitions: [
        { cle: 'p1', libelle: 'Délai', genre: 'duree' },
        { cle: 'p2', libelle: 'Nom', genre: 'texte' },
      ],
      valeurs: {
        p1: { genre: 'duree', nombre: 48, unite: 'heure' },
        p2: { genre: 'texte', texte: 'Arcueil' },
      },
      parties: [{ partieId: 'x', role: 'GESTIONNAIRE', organisationId: 'o', nom: 'Arcueil', adresse: null }],
      numeros: Object.fromEntries(numeroter(unites)),
    },
    '2029-12-31',
  )
  const otees = new Set(e.unites.filter(() => h.chance(15)).map((u) => u.identite))
  return {
    ...e,
    unites: e.unites.map((u) =>
      otees.has(u.identite) || (u.parent !== null && otees.has(u.parent)) ? { ...u, supprimee: true } : u,
    ),
  }
}

function editer(h: Hasard, e: EtatUnite): EtatUnite {
  let blocs = [...e.contenu.content]
  for (let n = h.entier(3); n >= 0; n--) {
    const i = h.entier(Math.max(0, blocs.length - 1))
    const cible = blocs[i]
    const geste = h.entier(4)
    if (geste === 0 || !cible) blocs.splice(h.entier(blocs.length), 0, bloc(h))
    else if (geste === 1) blocs = blocs.filter((b) => b !== cible)
    else if (geste === 2) {
      blocs.splice(i, 1)
      blocs.splice(h.entier(blocs.length), 0, cible)
    } else if (geste === 3) blocs.splice(i, 0, structuredClone(cible))
    else if (cible.type === 'paragraph') blocs[i] = { ...cible, content: noeuds(h) }
  }
  return {
    ...e,
    titre: h.chance(20) ? h.parmi(['Objet', 'Autre', null]) : e.titre,
    contenu: { type: 'doc', content: blocs },
    annexe: e.annexe && h.chance(30) ? { ...e.annexe, revision: 'echange' } : e.annexe,
  }
}

export type Voulu = {
  retouches: Retouche[]
  /** État voulu de chaque unité ; `null` : supprimée. */
  unites: Map<string, EtatUnite | null>
  /** Ordre des sœurs sous chaque parent, supprimées comprises. */
  ordre: Map<string | null, string[]>
}

/** Des éditions au hasard : le texte voulu, écrit sans passer par le moteur, et les retouches qui y mènent. */
export function editionsAuHasard(h: Hasard, e: EtatDeLaChaine): Voulu {
  const unites = new Map<string, EtatUnite | null>()
  const retouches: Retouche[] = []
  const parent = new Map(e.unites.map((u) => [u.identite, u.parent]))
  for (const u of e.unites) {
    const lu = etatDeLUnite(u)
    const depart = u.supprimee ? null : lu
    let voulu = depart
    const parentOte = u.parent !== null && unites.get(u.parent) === null
    if (u.supprimee && !parentOte && h.chance(40)) voulu = editer(h, lu)
    else if (depart && h.chance(12)) voulu = null
    else if (depart && h.chance(50)) voulu = editer(h, depart)
    if (depart !== voulu) retouches.push({ cible: 'unite', identite: u.identite, depart, voulu })
    unites.set(u.identite, parentOte ? null : voulu)
  }
  const ordre = new Map<string | null, string[]>()
  const soeurs = (p: string | null) => {
    const liste = ordre.get(p) ?? enfantsDe(e.unites, p).map((u) => u.identite)
    ordre.set(p, liste)
    return liste
  }
  for (const u of e.unites) soeurs(u.parent)
  const inserees: { identite: string; parent: string | null; etat: EtatUnite }[] = []
  for (let n = h.entier(4); n > 0; n--) {
    const identite = h.neuf('n')
    const articles = [...unites].flatMap(([i, x]) => (x?.genre === 'article' && !parent.get(i) ? [i] : []))
    const sous = articles.length > 0 && h.chance(40) ? h.parmi(articles) : null
    const liste = soeurs(sous)
    liste.splice(h.entier(liste.length), 0, identite)
    const x = etat(h, sous ? 'sous-article' : 'article')
    unites.set(identite, x)
    parent.set(identite, sous)
    inserees.push({ identite, parent: sous, etat: x })
  }
  for (const i of inserees) {
    const liste = soeurs(i.parent)
    const apres = liste[liste.indexOf(i.identite) - 1] ?? null
    const numero = numeroInsere(e, { genre: i.etat.genre, parent: i.parent, apres })
    retouches.push({
      cible: 'unite',
      identite: i.identite,
      depart: null,
      voulu: i.etat,
      place: { parent: i.parent, apres, numero },
    })
  }
  if (h.chance(40))
    retouches.push({
      cible: 'valeur',
      cle: 'p1',
      depart: e.valeurs.p1 ?? null,
      voulu: { genre: 'duree', nombre: 24, unite: h.parmi(['heure', 'jour']) },
    })
  if (h.chance(20))
    retouches.push({ cible: 'terme', nature: 'prolongation', depart: e.fin, voulu: '2031-06-30' })
  return { retouches: melanger(h, retouches), unites, ordre }
}

export function melanger<T>(h: Hasard, liste: readonly T[]): T[] {
  const reste = [...liste]
  const sortie: T[] = []
  while (reste.length > 0) sortie.push(...reste.splice(h.entier(reste.length - 1), 1))
  return sortie
}
