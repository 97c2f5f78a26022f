import type { DateIso } from '../calendrier/dates'
import { type Contenu, noeudsEnLigne } from '../texte/contenu'
import type { ValeurParametre } from '../texte/parametres'
import type { RaisonConflit } from './appliquer'
import { type EtatDeLaChaine, etatDeLUnite } from './etat'
import { type EtatUnite, empreinteEtat, memeValeur } from './modifications'
import { cibleDeRetouche } from './projet'
import { rebaser } from './rebaser'
import type { Forme } from './rediger'
import type { Retouche } from './retouches'
import { finReportee } from './terme'

/** Pourquoi une modification commune n'est pas reprise telle quelle chez un centre. */
export const EXCEPTIONS_CAMPAGNE = [
  /** Le texte de ce centre dit déjà ce que la modification voulait : il n'y a rien à faire. */
  'deja-fait',
  /** La direction l'a retirée pour ce centre. */
  'ecartee',
  'article-adapte',
  'article-absent',
  'article-supprime',
  'article-present',
  'place-absente',
  'renvoi-absent',
  'formulaire-a-joindre',
  'valeur-differente',
  'valeur-inconnue',
  'terme-different',
  'terme-trop-loin',
  'partie-differente',
  'autre-texte',
] as const
export type ExceptionCampagne = (typeof EXCEPTIONS_CAMPAGNE)[number]

/** Exceptions qui n'attendent aucun geste : le résultat voulu est là, ou personne n'en veut. */
const SANS_SUITE: readonly ExceptionCampagne[] = ['deja-fait', 'ecartee']
export const demandeUnGeste = (e: ExceptionCampagne): boolean => !SANS_SUITE.includes(e)

/** Ce que la direction a décidé pour un centre : des valeurs qui lui sont propres, des modifications écartées. */
export type ChoixDuCentre = {
  /** Par cible, « valeur:… » ou « terme » (une date). Dite, elle vaut même si le centre partait d'une autre valeur. */
  valeurs: Readonly<Record<string, ValeurParametre>>
  ecartees: readonly string[]
  /** Mois d'un renouvellement : aucun terme propre ne va au-delà (voir `termeVoulu`). Sans borne quand il manque. */
  moisAuPlus?: number
}
export const AUCUN_CHOIX: ChoixDuCentre = { valeurs: {}, ecartees: [] }

export type Transposition = {
  /** Retouches reprises sur le texte de ce centre, leurs numéros recalculés. */
  reprises: Retouche[]
  /** Les autres, chacune avec sa raison : rien n'est deviné. */
  exceptions: { cible: string; exception: ExceptionCampagne }[]
}

/** Ce que le texte d'origine connaissait : une citation qu'il n'avait pas lui-même n'arrête pas les autres. */
export type Connu = { identites: readonly string[]; cles: readonly string[] }
export const connuDe = (e: Pick<EtatDeLaChaine, 'unites' | 'definitions'>): Connu => ({
  identites: e.unites.filter((u) => !u.supprimee).map((u) => u.identite),
  cles: e.definitions.map((d) => d.cle),
})

/** Jeu commun d'une campagne, figé à son ouverture. */
export type JeuCommun = {
  retouches: readonly { retouche: Retouche; forme: Forme | null }[]
  connu: Connu
  /** Date d'effet écrite de l'avenant d'origine ; `null` : à la dernière signature. */
  effet: DateIso | null
}

type Essai = { retouche: Retouche } | { exception: ExceptionCampagne }

/**
 * Porte un jeu commun de retouches sur le texte en vigueur d'un autre centre. Une retouche passe quand ce texte se lit
 * comme celui dont elle est partie ; sinon elle devient une exception nommée. Vers le texte d'origine, c'est l'identité.
 */
export function transposer(
  retouches: readonly Retouche[],
  origine: Connu,
  centre: EtatDeLaChaine,
  choix: ChoixDuCentre = AUCUN_CHOIX,
): Transposition {
  const exceptions = new Map<string, ExceptionCampagne>()
  const candidates: Retouche[] = []
  for (const r of retouches) {
    const cible = cibleDeRetouche(r)
    const essai: Essai = choix.ecartees.includes(cible)
      ? { exception: 'ecartee' }
      : porter(r, centre, choix.valeurs[cible] ?? null, choix.moisAuPlus)
    if ('retouche' in essai) candidates.push(essai.retouche)
    else exceptions.set(cible, essai.exception)
  }
  const { retouches: reprises, arretees } = rebaser(
    centre,
    soutenues(candidates, origine, centre, exceptions),
  )
  for (const a of arretees) exceptions.set(cibleDeRetouche(a.retouche), EXCEPTION_DE[a.raison])
  const passees = new Set(reprises.map(cibleDeRetouche))
  const cibles = retouches.map(cibleDeRetouche)
  return {
    reprises,
    exceptions: cibles.flatMap((cible) =>
      passees.has(cible) ? [] : [{ cible, exception: exceptions.get(cible) ?? 'deja-fait' }],
    ),
  }
}

const EXCEPTION_DE: Record<RaisonConflit, ExceptionCampagne> = {
  'unite-inconnue': 'article-absent',
  'unite-supprimee': 'article-supprime',
  'unite-presente': 'article-present',
  'parent-absent': 'place-absente',
  'titre-change': 'article-adapte',
  'bloc-change': 'article-adapte',
  'bloc-absent': 'article-adapte',
  'place-absente': 'place-absente',
  'annexe-changee': 'article-adapte',
  'formulaire-change': 'article-adapte',
  'texte-change': 'article-adapte',
  'valeur-changee': 'valeur-differente',
  'partie-changee': 'partie-differente',
  'terme-change': 'terme-different',
  boucle: 'autre-texte',
}

function porter(
  r: Retouche,
  centre: EtatDeLaChaine,
  propre: ValeurParametre | null,
  moisAuPlus?: number,
): Essai {
  switch (r.cible) {
    case 'unite':
      return porterUnite(r, centre)
    case 'valeur':
      return porterValeur(r, centre, propre)
    case 'terme':
      return porterTerme(r, centre.fin, propre?.genre === 'date' ? propre.date : null, moisAuPlus)
    case 'partie':
      return porterPartie(r, centre)
  }
}

function porterUnite(r: Extract<Retouche, { cible: 'unite' }>, centre: EtatDeLaChaine): Essai {
  const u = centre.unites.find((x) => x.identite === r.identite)
  const { depart, voulu } = r
  if (depart === null) {
    if (voulu?.fichier) return { exception: 'formulaire-a-joindre' }
    // Absente du texte : `rebaser` recalcule son numéro, ou dit que sa place manque.
    if (!u) return r.place ? { retouche: r } : { exception: 'article-absent' }
    if (u.supprimee) return r.place ? { exception: 'article-supprime' } : { retouche: r }
    return { exception: voulu && memeLecture(etatDeLUnite(u), voulu) ? 'deja-fait' : 'article-present' }
  }
  if (!u) return { exception: 'article-absent' }
  if (u.supprimee) return { exception: voulu === null ? 'deja-fait' : 'article-supprime' }
  const sien = etatDeLUnite(u)
  if (voulu && memeLecture(sien, voulu)) return { exception: 'deja-fait' }
  if (!memeLecture(sien, depart)) return { exception: 'article-adapte' }
  if (voulu === null) return { retouche: { ...r, depart: sien } }
  // Un formulaire est un fichier de l'autre acte : il se joint chez ce centre, il ne s'y copie pas.
  const garde = depart.fichier?.empreinte === voulu.fichier?.empreinte
  if (!garde && voulu.fichier) return { exception: 'formulaire-a-joindre' }
  const contenu = memesBlocs(depart.contenu, sien.contenu, voulu.contenu)
  return {
    retouche: { ...r, depart: sien, voulu: { ...voulu, contenu, fichier: garde ? sien.fichier : null } },
  }
}

const memeLecture = (a: EtatUnite, b: EtatUnite): boolean => empreinteEtat(a) === empreinteEtat(b)

/** Les blocs se reconnaissent à leur identifiant : le texte voulu prend ceux du centre, place pour place. */
function memesBlocs(depart: Contenu, sien: Contenu, voulu: Contenu): Contenu {
  const siens = new Map(
    depart.content.flatMap((b, i) => {
      const id = sien.content[i]?.attrs.id
      return id === undefined ? [] : [[b.attrs.id, id] as const]
    }),
  )
  return {
    ...voulu,
    content: voulu.content.map((b) => {
      const id = siens.get(b.attrs.id)
      return id === undefined || id === b.attrs.id ? b : ({ ...b, attrs: { ...b.attrs, id } } as typeof b)
    }),
  }
}

function porterValeur(
  r: Extract<Retouche, { cible: 'valeur' }>,
  centre: EtatDeLaChaine,
  propre: ValeurParametre | null,
): Essai {
  const definie = centre.definitions.find((d) => d.cle === r.cle)
  if (!definie && !r.definition) return { exception: 'valeur-inconnue' }
  const attendu = (definie ?? r.definition)?.genre
  const voulu = propre?.genre === attendu ? propre : r.voulu
  const sienne = centre.valeurs[r.cle] ?? null
  if (memeValeur(sienne, voulu)) return { exception: 'deja-fait' }
  if (voulu !== propre && !memeValeur(sienne, r.depart)) return { exception: 'valeur-differente' }
  return { retouche: { ...r, depart: sienne, voulu } }
}

function porterTerme(
  r: Extract<Retouche, { cible: 'terme' }>,
  fin: DateIso | null,
  propre: DateIso | null,
  moisAuPlus?: number,
): Essai {
  const voulu = propre ?? r.voulu
  if (fin === voulu) return { exception: 'deja-fait' }
  if (propre === null ? fin !== r.depart : fin !== null && propre < fin)
    return { exception: 'terme-different' }
  if (propre && fin && moisAuPlus !== undefined && propre > finReportee(fin, moisAuPlus))
    return { exception: 'terme-trop-loin' }
  return { retouche: { ...r, depart: fin, voulu } }
}

function porterPartie(r: Extract<Retouche, { cible: 'partie' }>, centre: EtatDeLaChaine): Essai {
  const designee = (d: unknown) =>
    centre.parties.some(
      ({ role, organisationId, nom, adresse }) =>
        role === r.role && memeValeur({ organisationId, nom, adresse }, d),
    )
  if (designee(r.depart)) return { retouche: r }
  return { exception: designee(r.voulu) ? 'deja-fait' : 'partie-differente' }
}

/** Retire ce qui citerait un article ou une valeur que ce centre n'a pas, et n'aura pas par le même avenant. */
function soutenues(
  candidates: readonly Retouche[],
  origine: Connu,
  centre: EtatDeLaChaine,
  exceptions: Map<string, ExceptionCampagne>,
): Retouche[] {
  let gardees = [...candidates]
  const apports = candidates.flatMap(apportDe)
  for (let avant = -1; avant !== gardees.length; ) {
    avant = gardees.length
    const ici = connuDe(centre)
    const connues = new Set([
      ...ici.identites.map(renvoi),
      ...ici.cles.map(valeur),
      ...gardees.flatMap(apportDe),
    ])
    const attendues = new Set([...origine.identites.map(renvoi), ...origine.cles.map(valeur), ...apports])
    gardees = gardees.filter((r) => {
      const manquante = ajoutees(r).find((c) => attendues.has(c) && !connues.has(c))
      if (manquante)
        exceptions.set(
          cibleDeRetouche(r),
          manquante.startsWith('renvoi:') ? 'renvoi-absent' : 'valeur-inconnue',
        )
      return !manquante
    })
  }
  return gardees
}

const renvoi = (identite: string): string => `renvoi:${identite}`
const valeur = (cle: string): string => `parametre:${cle}`

/** Ce qu'une retouche donne à citer aux autres. */
const apportDe = (r: Retouche): string[] =>
  r.cible === 'valeur'
    ? [valeur(r.cle)]
    : r.cible === 'unite' && r.depart === null && r.voulu !== null
      ? [renvoi(r.identite)]
      : []

/** Citations nouvelles : celles que le texte de départ avait déjà ne sont pas notre affaire. */
function ajoutees(r: Retouche): string[] {
  if (r.cible !== 'unite' || r.voulu === null) return []
  const deja = new Set(r.depart ? citations(r.depart.contenu) : [])
  return citations(r.voulu.contenu).filter((c) => !deja.has(c))
}

const citations = (contenu: Contenu): string[] =>
  [...noeudsEnLigne(contenu.content)].flatMap((n) =>
    n.type === 'renvoi' ? [renvoi(n.attrs.cible)] : n.type === 'parametre' ? [valeur(n.attrs.cle)] : [],
  )

/** Jours entre deux relances d'un même centre. */
export const JOURS_ENTRE_RELANCES = 7

/** Vrai quand ce centre peut être relancé : jamais relancé, ou il y a sept jours au moins. */
export const relancable = (relanceLe: Date | null, maintenant: Date): boolean =>
  relanceLe === null || maintenant.getTime() - relanceLe.getTime() >= JOURS_ENTRE_RELANCES * 86_400_000
