import type { BlocTexte } from '../../documents/blocs/blocs'
import {
  blocsContenu,
  enClair,
  fragmentsDeBalise,
  preparerResolution,
} from '../../documents/blocs/construire'
import { schemaContenu } from '../../domaine/texte/contenu'
import { ecrireValeur } from '../../domaine/texte/ecriture/formes'
import type { TexteDActe } from '../../domaine/texte/finalisation'
import { schemaValeur } from '../../domaine/texte/parametres'
import type { LigneJournal } from '../../lectures/convention/lire-journal'
import { dateEnLettres, heure, jourCivil, typographier } from '../typographie'
import { FAITS_ACCORD } from './journal-accord'
import { FAITS_ACTIVITE } from './journal-activite'
import { FAITS_AVENANT } from './journal-avenant'
import { FAITS_DATES } from './journal-dates'
import { FAITS_ENGAGEMENT } from './journal-engagement'
import { type ContexteJournal, type Fait, nomDeLUnite, texte } from './journal-faits'
import { FAITS_MESURE } from './journal-mesure'
import { FAITS_PASSAGES } from './journal-passages'
import { FAITS_REMARQUES } from './journal-remarques'
import { FAITS_RETOURS } from './journal-retours'
import { FAITS_SIGNATURE } from './journal-signature'
import { FAITS_VOTE } from './journal-vote'

export { type ContexteJournal, type Fait, nomDeLUnite, texte }

export const contexteJournal = (texte: TexteDActe): ContexteJournal => ({
  texte,
  resolution: preparerResolution(texte),
})

export type EntreeJournal = {
  id: string
  phrase: string
  /** « 9 h 30 », ou « de 9 h 30 à 9 h 52 » pour une saisie regroupée. */
  moment: string
  motif: string | null
  /** Avant et après, un texte par paragraphe, à comparer mot à mot. */
  change: { avant: string[]; apres: string[] } | null
}

/** Ce qui a été fait pendant la rédaction, après le nom de qui l'a fait. */
const FAITS_REDACTION = {
  'convention-creee': ({ donnees }: Fait) =>
    `a ouvert la convention${texte(donnees.modele, (m) => ` d’après le modèle « ${m} »`)}`,
  'acte-repris': ({ donnees }: Fait) =>
    `a enregistré cet acte déjà signé${texte(donnees.signature, (d) => ` le ${dateEnLettres(d)}`)}${donnees.scan === true ? ', avec son scan' : ', sans scan'}`,
  'texte-saisi': ({ donnees }: Fait) =>
    `a commencé la transcription du texte${texte(donnees.modele, (m) => ` à partir du modèle « ${m} »`)}`,
  'unite-modifiee': (f: Fait) => `a réécrit ${nomDeLUnite(f.c, f.cible)}`,
  'adaptation-motivee': (f: Fait) =>
    `${f.donnees.motif ? 'a dit pourquoi adapter' : 'a effacé le motif d’adaptation de'} ${nomDeLUnite(f.c, f.cible)}`,
  'variante-choisie': (f: Fait) =>
    `a choisi une variante pour ${nomDeLUnite(f.c, f.cible)}${texte(f.donnees.libelle, (l) => ` : « ${l} »`)}${valeursEntrainees(f)}`,
  'modele-retabli': (f: Fait) =>
    `a rétabli le texte du modèle pour ${nomDeLUnite(f.c, f.cible)}${valeursEntrainees(f)}`,
  'unite-omise': (f: Fait) => `a retiré ${nomDeLUnite(f.c, f.cible)} du texte`,
  'unite-retablie': (f: Fait) => `a remis ${nomDeLUnite(f.c, f.cible)} dans le texte`,
  'formulaire-joint': (f: Fait) => {
    const nom = texte(nomDuFichier(f.donnees.fichier), (n) => ` « ${n} »`)
    const remplace = texte(nomDuFichier(f.donnees.precedent), (n) => `, à la place de « ${n} »`)
    return `a joint le formulaire${nom} à ${nomDeLUnite(f.c, f.cible)}${remplace}`
  },
  'formulaire-ote': (f: Fait) =>
    `a ôté le formulaire${texte(nomDuFichier(f.donnees.precedent), (n) => ` « ${n} »`)} joint à ${nomDeLUnite(f.c, f.cible)}`,
  'parametre-modifie': (f: Fait) => {
    const libelle = f.c.resolution.definitions.get(f.cible ?? '')?.libelle ?? 'Une valeur'
    const apres = ecrire(f.c, f.cible, f.donnees.apres)
    return apres ? `a indiqué « ${libelle} » : ${apres}` : `a effacé « ${libelle} »`
  },
  'signataires-modifies': ({ donnees }: Fait) =>
    `a modifié les signataires ${donnees.partie === 'HOPITAL' ? 'de l’hôpital' : 'du gestionnaire'}`,
} satisfies Record<string, (f: Fait) => string>

const FAITS = {
  ...FAITS_REDACTION,
  ...FAITS_PASSAGES,
  ...FAITS_ACCORD,
  ...FAITS_DATES,
  ...FAITS_REMARQUES,
  ...FAITS_RETOURS,
  ...FAITS_VOTE,
  ...FAITS_SIGNATURE,
  ...FAITS_ACTIVITE,
  ...FAITS_AVENANT,
  ...FAITS_ENGAGEMENT,
  ...FAITS_MESURE,
}
export type EvenementActe = keyof typeof FAITS
/** Événements d'un acte que le journal sait dire ; un test compare cette liste aux écritures. */
export const EVENEMENTS_ACTE = Object.keys(FAITS) as EvenementActe[]

/** Valeurs qu'un texte choisi a entraînées : « ; « Durée » passe à « trois ans » ». */
function valeursEntrainees({ donnees, c }: Fait): string {
  const valeurs: unknown[] = Array.isArray(donnees.valeurs) ? donnees.valeurs : []
  return valeurs
    .map((v) => {
      if (typeof v !== 'object' || v === null || !('cle' in v) || typeof v.cle !== 'string') return ''
      const libelle = c.resolution.definitions.get(v.cle)?.libelle ?? 'Une valeur'
      const apres = ecrire(c, v.cle, 'apres' in v ? v.apres : null)
      return ` ; « ${libelle} » ${apres ? `passe à « ${apres} »` : 'redevient à compléter'}`
    })
    .join('')
}

const nomDuFichier = (v: unknown): unknown =>
  typeof v === 'object' && v !== null && 'nom' in v ? v.nom : null

const estConnu = (e: string): e is EvenementActe => Object.hasOwn(FAITS, e)

/** Une ligne du journal, en phrase : qui, quoi, quand, et ce qui a changé. */
export function phraseJournal(ligne: LigneJournal, c: ContexteJournal): EntreeJournal {
  const fait = estConnu(ligne.evenement)
    ? FAITS[ligne.evenement]({ donnees: ligne.donnees, cible: ligne.cible, c })
    : 'a fait un changement'
  const [debut, fin] = [heure(ligne.le), heure(ligne.finLe)]
  return {
    id: ligne.id,
    phrase: typographier(`${ligne.auteur} ${fait}`),
    moment: debut === fin ? debut : `de ${debut} à ${fin}`,
    motif: texte(ligne.donnees.motif, (m) => m) || null,
    change: changement(ligne, c),
  }
}

/** Groupes par jour, dans l'ordre reçu. */
export function parJour<T>(lignes: readonly T[], quand: (l: T) => Date): { jour: string; lignes: T[] }[] {
  const jours: { jour: string; lignes: T[] }[] = []
  for (const l of lignes) {
    const jour = jourCivil(quand(l))
    const dernier = jours.at(-1)
    if (dernier?.jour === jour) dernier.lignes.push(l)
    else jours.push({ jour, lignes: [l] })
  }
  return jours
}

function changement(
  { evenement, cible, donnees }: LigneJournal,
  c: ContexteJournal,
): EntreeJournal['change'] {
  const { avant, apres } = donnees
  if (evenement === 'parametre-modifie' || evenement === 'mention-remplie') {
    const [a, b] = [ecrire(c, cible, avant), ecrire(c, cible, apres)]
    return a ? { avant: [a], apres: b ? [b] : [] } : null
  }
  if (evenement === 'signataires-modifies') return { avant: chaines(avant), apres: chaines(apres) }
  if (avant === undefined || apres === undefined) return null
  const change = { avant: paragraphes(c, avant), apres: paragraphes(c, apres) }
  return change.avant.length || change.apres.length ? change : null
}

const chaines = (v: unknown): string[] =>
  Array.isArray(v) ? v.filter((x): x is string => typeof x === 'string') : []

function ecrire(c: ContexteJournal, cle: string | null, valeur: unknown): string {
  const lu = schemaValeur.safeParse(valeur)
  return lu.success ? ecrireValeur(lu.data, null, c.resolution.definitions.get(cle ?? '')) : ''
}

function paragraphes(c: ContexteJournal, etat: unknown): string[] {
  if (typeof etat !== 'object' || etat === null || !('contenu' in etat)) return []
  const lu = schemaContenu.safeParse(etat.contenu)
  if (!lu.success) return []
  const titre = 'titre' in etat && typeof etat.titre === 'string' && etat.titre
  const corps = blocsContenu(c.resolution, lu.data.content, {}).flatMap(lignesDuBloc)
  return [...(titre ? [enClair(fragmentsDeBalise(c.resolution, titre))] : []), ...corps].filter(Boolean)
}

/** Un texte par paragraphe, élément de liste ou ligne de tableau : ce qui se compare. */
export function lignesDuBloc(bloc: BlocTexte): string[] {
  if (bloc.genre === 'paragraphe') return [enClair(bloc.fragments)]
  if (bloc.genre === 'liste') return bloc.elements.map((e) => `– ${e.flatMap(lignesDuBloc).join(' ')}`)
  return bloc.lignes.map((l) => l.map((cellule) => cellule.blocs.flatMap(lignesDuBloc).join(' ')).join(' | '))
}
