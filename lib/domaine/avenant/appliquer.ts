import { CLES_DES_DATES } from '../acte/dates-du-texte'
import type { DateIso } from '../calendrier/dates'
import { canoniser } from '../texte/canoniser'
import type { BlocContenu } from '../texte/contenu'
import { avecId, dedoubler, idLibre } from './blocs'
import type { EtatDeLaChaine, Source, Trace, UniteEnVigueur } from './etat'
import { etatDeLUnite } from './etat'
import {
  type EtatUnite,
  empreinteBloc,
  empreinteEtat,
  type Modification,
  memeValeur,
  type OperationBloc,
} from './modifications'
import { memeValeurVotee } from './parties'

/** Pourquoi une modification ne s'applique pas au texte qu'elle trouve. */
export const RAISONS_CONFLIT = [
  'unite-inconnue',
  'unite-supprimee',
  'unite-presente',
  'parent-absent',
  'titre-change',
  'bloc-change',
  'bloc-absent',
  'place-absente',
  'annexe-changee',
  'formulaire-change',
  'texte-change',
  'valeur-changee',
  'partie-changee',
  'terme-change',
  'boucle',
] as const
export type RaisonConflit = (typeof RAISONS_CONFLIT)[number]

/** Conflit nommé : rien n'est deviné, la modification entière est laissée de côté et dite. */
export type Conflit = { modification: Modification; raison: RaisonConflit }

type Essai = { etat: EtatDeLaChaine } | { raison: RaisonConflit }

/**
 * Applique des modifications à un état. Totale : celle dont le départ ne se retrouve pas devient un conflit nommé, les
 * autres s'appliquent. L'ordre reçu ne compte pas : l'effet d'un avenant est un ensemble, pas un récit.
 */
export function appliquer(
  depart: EtatDeLaChaine,
  modifications: readonly Modification[],
  source: Source,
): { etat: EtatDeLaChaine; conflits: Conflit[] } {
  let etat = depart
  // Une unité peut attendre sa voisine ou son parent, insérés ou rétablis par le même avenant : on repasse.
  let reste = ordonner(depart, modifications)
  for (let avance = true; avance && reste.length > 0; ) {
    const encore: Modification[] = []
    for (const m of reste) {
      const essai = essayer(etat, m, source)
      if ('etat' in essai) etat = essai.etat
      else encore.push(m)
    }
    avance = encore.length < reste.length && encore.some(peutAttendre)
    reste = encore
  }
  const conflits = reste.flatMap((m): Conflit[] => {
    const essai = essayer(etat, m, source)
    return 'raison' in essai
      ? [{ modification: m, raison: enBoucle(m, reste) ? 'boucle' : essai.raison }]
      : []
  })
  return { etat, conflits }
}

const peutAttendre = (m: Modification): boolean => m.genre === 'insertion' || m.genre === 'retablissement'

const RANG: Record<Modification['genre'], number> = {
  partie: 0,
  terme: 1,
  valeur: 2,
  texte: 3,
  retablissement: 4,
  insertion: 5,
  suppression: 6,
}
const cleDeTri = (m: Modification): string => ('identite' in m ? m.identite : 'cle' in m ? m.cle : '')
const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Insérer avant de supprimer : « après l'article 5 » vaut même quand le même avenant supprime l'article 5. Un sous-article
 * est supprimé avant son article, qui l'emporterait.
 */
export function ordonner(e: EtatDeLaChaine, modifications: readonly Modification[]): Modification[] {
  const parents = new Map(e.unites.map((u) => [u.identite, u.parent]))
  const profondeur = (m: Modification): number => {
    if (m.genre !== 'suppression') return 0
    let n = 0
    for (let p = parents.get(m.identite); p && n < 10; p = parents.get(p)) n++
    return n
  }
  return [...modifications].sort(
    (a, b) =>
      RANG[a.genre] - RANG[b.genre] ||
      profondeur(b) - profondeur(a) ||
      comparer(cleDeTri(a), cleDeTri(b)) ||
      comparer(canoniser(a), canoniser(b)),
  )
}

/** Vrai quand l'insertion attend, de proche en proche, une unité qui l'attend elle-même. */
function enBoucle(m: Modification, autres: readonly Modification[]): boolean {
  if (m.genre !== 'insertion') return false
  const vues = new Set<string>()
  const aVoir = [m.place.apres, m.place.parent]
  while (aVoir.length > 0) {
    const identite = aVoir.pop()
    if (!identite || vues.has(identite)) continue
    if (identite === m.identite) return true
    vues.add(identite)
    for (const a of autres)
      if (a.genre === 'insertion' && a.identite === identite) aVoir.push(a.place.apres, a.place.parent)
  }
  return false
}

function essayer(e: EtatDeLaChaine, m: Modification, source: Source): Essai {
  switch (m.genre) {
    case 'texte':
      return changerTexte(e, m, source)
    case 'insertion':
      return inserer(e, m, source)
    case 'suppression':
      return supprimer(e, m, source)
    case 'retablissement':
      return retablir(e, m, source)
    case 'valeur':
      return changerValeur(e, m, source)
    case 'partie':
      return changerPartie(e, m, source)
    case 'terme':
      return e.fin === m.depart
        ? {
            etat: {
              ...e,
              fin: m.voulu,
              valeurs: avecNouvelleFin(e, m.voulu),
              tracesTerme: [...e.tracesTerme, { ...source, effet: 'terme' }],
            },
          }
        : { raison: 'terme-change' }
  }
}

/** Le texte écrit parfois son dernier jour : il suit le terme. */
const avecNouvelleFin = (e: EtatDeLaChaine, fin: DateIso): EtatDeLaChaine['valeurs'] =>
  e.valeurs[CLES_DES_DATES.fin]
    ? { ...e.valeurs, [CLES_DES_DATES.fin]: { genre: 'date', date: fin } }
    : e.valeurs

function poser(e: EtatDeLaChaine, unite: UniteEnVigueur): Essai {
  return { etat: { ...e, unites: e.unites.map((u) => (u.identite === unite.identite ? unite : u)) } }
}

const tracer = (u: UniteEnVigueur, source: Source, effet: Trace['effet']): readonly Trace[] => [
  ...u.traces,
  { ...source, effet },
]

function changerTexte(
  e: EtatDeLaChaine,
  m: Extract<Modification, { genre: 'texte' }>,
  source: Source,
): Essai {
  const u = e.unites.find((x) => x.identite === m.identite)
  if (!u) return { raison: 'unite-inconnue' }
  if (u.supprimee) return { raison: 'unite-supprimee' }
  if (m.titre && u.titre !== m.titre.depart) return { raison: 'titre-change' }
  if (m.annexe && !memeValeur(u.annexe ?? null, m.annexe.depart)) return { raison: 'annexe-changee' }
  if (m.fichier && u.fichier?.empreinte !== m.fichier.depart?.empreinte)
    return { raison: 'formulaire-change' }
  const blocs = appliquerBlocs(u.contenu.content, m.blocs)
  if (!Array.isArray(blocs)) return { raison: blocs.raison }
  return poser(e, {
    ...u,
    titre: m.titre ? m.titre.voulu : u.titre,
    contenu: { type: 'doc', content: blocs },
    annexe: m.annexe ? m.annexe.voulu : u.annexe,
    fichier: m.fichier ? m.fichier.voulu : u.fichier,
    traces: tracer(u, source, 'modifie'),
  })
}

/**
 * Applique les changements de blocs ; deux avenants qui touchent des blocs différents d'un article ne se gênent pas, même
 * quand ils ont donné le même identifiant à ce que chacun ajoute.
 */
export function appliquerBlocs(
  blocs: readonly BlocContenu[],
  operations: readonly OperationBloc[],
): BlocContenu[] | { raison: RaisonConflit } {
  let sortie = dedoubler(blocs)
  for (const o of operations) {
    if (o.genre === 'inserer') continue
    const bloc = sortie.find((b) => b.attrs.id === o.id)
    if (!bloc) return { raison: 'bloc-absent' }
    if (empreinteBloc(bloc) !== o.depart) return { raison: 'bloc-change' }
    sortie =
      o.genre === 'supprimer'
        ? sortie.filter((b) => b !== bloc)
        : sortie.map((b) => (b === bloc ? o.voulu : b))
  }
  const renommes = new Map<string, string>()
  for (const o of operations) {
    if (o.genre !== 'inserer') continue
    const apres = o.apres === null ? null : (renommes.get(o.apres) ?? o.apres)
    const place = apres === null ? 0 : sortie.findIndex((b) => b.attrs.id === apres) + 1
    if (apres !== null && place === 0) return { raison: 'place-absente' }
    const jumeau = sortie.find((b) => b.attrs.id === o.voulu.attrs.id)
    if (jumeau && empreinteBloc(jumeau) === empreinteBloc(o.voulu)) return { raison: 'bloc-change' }
    const libre = idLibre(o.voulu.attrs.id, new Set(sortie.map((b) => b.attrs.id)))
    renommes.set(o.voulu.attrs.id, libre)
    sortie.splice(place, 0, avecId(o.voulu, libre))
  }
  return sortie
}

function inserer(e: EtatDeLaChaine, m: Extract<Modification, { genre: 'insertion' }>, source: Source): Essai {
  const { parent, apres, numero } = m.place
  if (e.unites.some((u) => u.identite === m.identite)) return { raison: 'unite-presente' }
  if (parent !== null && !e.unites.some((u) => u.identite === parent && !u.supprimee))
    return { raison: 'parent-absent' }
  const soeurs = e.unites
    .filter((u) => u.parent === parent)
    .sort((a, b) => a.rang - b.rang || a.identite.localeCompare(b.identite))
  const place = apres === null ? 0 : soeurs.findIndex((u) => u.identite === apres) + 1
  if (apres !== null && place === 0) return { raison: 'place-absente' }
  const nouvelle: UniteEnVigueur = {
    identite: m.identite,
    parent,
    rang: 0,
    ...m.etat,
    omise: false,
    supprimee: false,
    traces: [{ ...source, effet: 'insere' }],
  }
  const rangs = new Map(soeurs.toSpliced(place, 0, nouvelle).map((u, i) => [u.identite, i + 1]))
  return {
    etat: {
      ...e,
      unites: [...e.unites, nouvelle].map((u) => ({ ...u, rang: rangs.get(u.identite) ?? u.rang })),
      numeros: { ...e.numeros, [m.identite]: numero },
    },
  }
}

/** Les sous-articles suivent l'article supprimé ; tous gardent leur place, pour être rétablis le cas échéant. */
function supprimer(
  e: EtatDeLaChaine,
  m: Extract<Modification, { genre: 'suppression' }>,
  source: Source,
): Essai {
  const u = e.unites.find((x) => x.identite === m.identite)
  if (!u) return { raison: 'unite-inconnue' }
  if (u.supprimee) return { raison: 'unite-supprimee' }
  if (empreinteEtat(etatDeLUnite(u)) !== m.depart) return { raison: 'texte-change' }
  const emportees = new Set([m.identite])
  for (let avant = 0; avant < emportees.size; ) {
    avant = emportees.size
    for (const x of e.unites) if (x.parent !== null && emportees.has(x.parent)) emportees.add(x.identite)
  }
  return {
    etat: {
      ...e,
      unites: e.unites.map((x) =>
        emportees.has(x.identite) && !x.supprimee
          ? { ...x, supprimee: true, traces: tracer(x, source, 'supprime') }
          : x,
      ),
    },
  }
}

function retablir(
  e: EtatDeLaChaine,
  m: Extract<Modification, { genre: 'retablissement' }>,
  source: Source,
): Essai {
  const u = e.unites.find((x) => x.identite === m.identite)
  if (!u) return { raison: 'unite-inconnue' }
  if (!u.supprimee) return { raison: 'unite-presente' }
  if (u.parent !== null && e.unites.some((p) => p.identite === u.parent && p.supprimee))
    return { raison: 'parent-absent' }
  const etat: EtatUnite = m.etat
  return poser(e, { ...u, ...etat, supprimee: false, traces: tracer(u, source, 'retabli') })
}

function changerValeur(
  e: EtatDeLaChaine,
  m: Extract<Modification, { genre: 'valeur' }>,
  source: Source,
): Essai {
  if (!memeValeurVotee(e.valeurs[m.cle], m.depart)) return { raison: 'valeur-changee' }
  const { definition } = m
  const connue = e.definitions.some((d) => d.cle === m.cle)
  return {
    etat: {
      ...e,
      valeurs: { ...e.valeurs, [m.cle]: m.voulu ?? undefined },
      definitions: definition && !connue ? [...e.definitions, definition] : e.definitions,
      tracesValeurs: {
        ...e.tracesValeurs,
        [m.cle]: [...(e.tracesValeurs[m.cle] ?? []), { ...source, effet: 'valeur', cle: m.cle }],
      },
    },
  }
}

function changerPartie(
  e: EtatDeLaChaine,
  m: Extract<Modification, { genre: 'partie' }>,
  source: Source,
): Essai {
  const partie = e.parties.find(
    (p) =>
      p.role === m.role &&
      memeValeur({ organisationId: p.organisationId, nom: p.nom, adresse: p.adresse }, m.depart),
  )
  if (!partie) return { raison: 'partie-changee' }
  return {
    etat: {
      ...e,
      parties: e.parties.map((p) => (p === partie ? { ...p, ...m.voulu } : p)),
      tracesParties: [...e.tracesParties, { ...source, effet: 'partie' }],
    },
  }
}
