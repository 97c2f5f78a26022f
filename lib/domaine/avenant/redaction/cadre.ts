import { cleDuGestionnaire } from '../../acte/acte-groupe'
import { cleMention, MENTIONS_DE_DELIBERATION } from '../../acte/autorite'
import { CLES_DES_DATES } from '../../acte/dates-du-texte'
import { estFeminine } from '../../acte/designation'
import { ajouterJours, type DateIso } from '../../calendrier/dates'
import { lireTexteBalise } from '../../texte/balisage'
import type { BlocContenu } from '../../texte/contenu'
import { jourEnLettres } from '../../texte/ecriture/jours'
import { enLettres } from '../../texte/ecriture/nombres-en-lettres'
import { typographier } from '../../texte/ecriture/typographie'
import type { DefinitionParametre } from '../../texte/parametres'
import type { EtatDeLaChaine } from '../etat'
import type { Modification } from '../modifications'
import { cleDeDesignation } from '../parties'
import { paragraphe } from './citer'
import { deDesignation } from './nommer'
import type { Phrase } from './phrases'

/**
 * Gestionnaire soumis à un vote : ce que son organe prend, et si c'est transmis au représentant de l'État. `nom` : tel que
 * la phrase le dit (« la commune de Malakoff »). Son rang dans l'acte groupé donne ses mentions à lui.
 */
export type VoteDuVisa = {
  nature: 'délibération' | 'décision'
  transmission: boolean
  rang: number
  nom: string
}

const MENTIONS: Record<string, Pick<DefinitionParametre, 'libelle' | 'genre'>> = {
  [MENTIONS_DE_DELIBERATION.numero]: { libelle: 'Numéro de la délibération', genre: 'texte' },
  [MENTIONS_DE_DELIBERATION.seanceLe]: { libelle: 'Date de la délibération', genre: 'date' },
  [MENTIONS_DE_DELIBERATION.transmiseLe]: {
    libelle: 'Date de transmission de la délibération au représentant de l’État',
    genre: 'date',
  },
}

/** Définitions propres à l'avenant : sa date d'effet, facultative, et les mentions de son vote. */
export function definitionsPropres(
  rang: number,
  base: EtatDeLaChaine,
  votes: readonly VoteDuVisa[],
): DefinitionParametre[] {
  const effet: DefinitionParametre = {
    cle: cleMention(CLES_DES_DATES.effet, rang),
    libelle: `Date d’effet de l’avenant n° ${rang}`,
    genre: 'date',
    facultatif: true,
    aide: 'Laissée vide, l’avenant prend effet à la date de sa dernière signature.',
  }
  return [
    { ...effet, libelle: typographier(effet.libelle) },
    ...votes.flatMap((v) => mentionsDuVote(rang, base, v, votes.length > 1)),
  ]
}

/** Mentions tardives d'un vote ; à plusieurs gestionnaires, chacune dit le sien. */
function mentionsDuVote(
  rang: number,
  base: EtatDeLaChaine,
  v: VoteDuVisa,
  plusieurs: boolean,
): DefinitionParametre[] {
  return Object.entries(MENTIONS)
    .filter(([cle]) => v.transmission || cle !== MENTIONS_DE_DELIBERATION.transmiseLe)
    .map(([cle, d]): DefinitionParametre => {
      const sienne = cleDuGestionnaire(cle, v.rang)
      const initiale = base.definitions.find((x) => x.cle === sienne)
      return {
        moment: 'avant-signature',
        ...d,
        ...(plusieurs ? { libelle: `${d.libelle} (${v.nom.replace(/^l(?:a |e |’)/, '')})` } : {}),
        ...(initiale ?? {}),
        origine: 'mention-tardive',
        cle: cleMention(sienne, rang),
      }
    })
}

/** Visa du vote d'un gestionnaire, ses mentions laissées en paramètres : elles ne sont connues qu'après lui. */
export function visaDuVote(rang: number, base: EtatDeLaChaine, v: VoteDuVisa): BlocContenu[] {
  const m = (cle: string) => `{{${cleMention(cleDuGestionnaire(cle, v.rang), rang)}}}`
  const { numero, seanceLe, transmiseLe } = MENTIONS_DE_DELIBERATION
  const gestionnaire = deQui(base, v)
  const organe = v.nature === 'délibération' ? `de l’organe délibérant ${gestionnaire} ` : ''
  const parQui = v.nature === 'décision' ? `, par laquelle l’organe compétent ${gestionnaire}` : ', qui'
  const transmise = v.transmission
    ? `, transmise au représentant de l’État dans le département le ${m(transmiseLe)}`
    : ''
  const texte = `Vu la ${v.nature} n° ${m(numero)} ${organe}en date du ${m(seanceLe)}${transmise}${parQui} approuve le présent avenant et en autorise la signature ;`
  return lireTexteBalise(texte, 'a').content
}

/** « du gestionnaire », sous le nom court que l'acte lui donne ; à plusieurs, ou pour qui n'y est pas encore, son nom entier. */
function deQui(base: EtatDeLaChaine, v: VoteDuVisa): string {
  const cle = cleDeDesignation({ role: 'GESTIONNAIRE', rang: 1 })
  const seul = base.parties.filter((p) => p.role === 'GESTIONNAIRE').length < 2
  if (v.rang === 1 && seul)
    return base.definitions.some((d) => d.cle === cle && d.genre === 'designation')
      ? `{{${cle}|de}}`
      : 'du gestionnaire'
  return deDesignation(v.nom.replace(/[*{}[\]]/g, ''))
}

export function visaDeLActe(designation: string, reference: string, signeLe: DateIso | null): BlocContenu[] {
  const complete = designation.includes(reference) ? designation : `${designation} n° ${reference}`
  return [
    paragraphe(
      `Vu ${complete}${signeLe ? `, signé${estFeminine(designation) ? 'e' : ''} le ${jourEnLettres(signeLe)}` : ''} ;`,
    ),
  ]
}

export const visaDUnAvenant = (a: {
  rang: number
  signeLe: DateIso
  objet: string | null
}): BlocContenu[] => {
  const objet = a.objet?.trim().replace(/[.;]$/, '')
  return [
    paragraphe(
      `Vu l’avenant n° ${a.rang}, signé le ${jourEnLettres(a.signeLe)}${objet ? ` (${objet})` : ''} ;`,
    ),
  ]
}

type Terme = Extract<Modification, { genre: 'terme' }>

/** « La convention est prolongée jusqu’au … inclus », « renouvelée pour une durée de … à compter du … ». */
export function phraseTerme(m: Terme, nom: string): Phrase {
  const fin = `jusqu’au ${jourEnLettres(m.voulu)} inclus`
  const e = estFeminine(nom) ? 'e' : ''
  if (m.nature === 'prolongation' || !m.depart) {
    const verbe = m.nature === 'renouvellement' ? 'renouvelé' : 'prolongé'
    const reduit = m.depart !== null && m.voulu < m.depart
    const mots = reduit
      ? `${nom} prend fin le ${jourEnLettres(m.voulu)} inclus`
      : `${nom} est ${verbe}${e} ${fin}`
    return { seule: mots, parmi: mots }
  }
  const debut = ajouterJours(m.depart, 1)
  const duree = dureeEntre(debut, m.voulu)
  const mots = `${nom} est renouvelé${e} ${duree ? `pour une durée ${duree.startsWith('un ') ? 'd’' : 'de '}${duree} ` : ''}à compter du ${jourEnLettres(debut)}, soit ${fin}`
  return { seule: mots, parmi: mots }
}

/** Durée entière en années ou en mois, en lettres ; `null` quand elle ne tombe pas juste. */
function dureeEntre(debut: DateIso, fin: DateIso): string | null {
  const lendemain = ajouterJours(fin, 1)
  if (lendemain.slice(8) !== debut.slice(8)) return null
  const mois =
    (Number(lendemain.slice(0, 4)) - Number(debut.slice(0, 4))) * 12 +
    Number(lendemain.slice(5, 7)) -
    Number(debut.slice(5, 7))
  if (mois <= 0) return null
  if (mois % 12 !== 0) return `${enLettres(mois)} mois`
  const ans = mois / 12
  return `${enLettres(ans)} an${ans > 1 ? 's' : ''}`
}
