import { cleDuGestionnaire } from '../../acte/acte-groupe'
import { cleMention, MENTIONS_DE_DELIBERATION } from '../../acte/autorite'
import { CLES_DES_DATES } from '../../acte/dates-du-texte'
import { ajouterJours, type DateIso } from '../../calendrier/dates'
import { lireTexteBalise } from '../../texte/balisage'
import type { BlocContenu } from '../../texte/contenu'
import { jourEnLettres } from '../../texte/ecriture/jours'
import { enLettres } from '../../texte/ecriture/nombres-en-lettres'
import { typographier } from '../../texte/ecriture/typographie'
import type { DefinitionParametre } from '../../texte/parametres'
import type { EtatDeLaChaine } from '../etat'
import type { Modification } from '../modifications'
import { paragraphe } from './citer'
import type { Phrase } from './phrases'

/** Gestionnaire soumis à un vote : ce que l'organe prend, et si c'est transmis au représentant de l'État. */
export type RegimeDuVisa = { nom: 'délibération' | 'décision'; transmission: boolean }

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
  regimes: readonly RegimeDuVisa[],
): DefinitionParametre[] {
  const effet: DefinitionParametre = {
    cle: cleMention(CLES_DES_DATES.effet, rang),
    libelle: `Date d’effet de l’avenant n° ${rang}`,
    genre: 'date',
    facultatif: true,
    aide: 'Laissée vide, l’avenant prend effet à la date de sa dernière signature.',
  }
  const mentions = regimes.flatMap((regime, i) =>
    Object.entries(MENTIONS)
      .filter(([cle]) => regime.transmission || cle !== MENTIONS_DE_DELIBERATION.transmiseLe)
      .map(([nom, d]): DefinitionParametre => {
        const cle = cleDuGestionnaire(nom, i + 1)
        return {
          moment: 'avant-signature',
          ...d,
          ...(base.definitions.find((x) => x.cle === cle) ?? {}),
          origine: 'mention-tardive',
          cle: cleMention(cle, rang),
        }
      }),
  )
  return [{ ...effet, libelle: typographier(effet.libelle) }, ...mentions]
}

/**
 * Visa du vote d'un gestionnaire, ses mentions laissées en paramètres : elles ne sont connues qu'après lui. Dans un acte
 * groupé (`n` : sa place, à partir de 1), chacun a le sien et s'y nomme en entier.
 */
export function visaDuVote(
  rang: number,
  base: EtatDeLaChaine,
  regime: RegimeDuVisa,
  { n, groupe }: { n: number; groupe: boolean },
): BlocContenu[] {
  const m = (cle: string) => `{{${cleMention(cleDuGestionnaire(cle, n), rang)}}}`
  const { numero, seanceLe, transmiseLe } = MENTIONS_DE_DELIBERATION
  const designation = cleDuGestionnaire('gestionnaire', n)
  const connue = base.definitions.some((d) => d.cle === designation && d.genre === 'designation')
  const nomme = groupe ? `de {{${designation}|complet}}` : `{{${designation}|de}}`
  const gestionnaire = connue ? nomme : 'du gestionnaire'
  const organe = regime.nom === 'délibération' ? `de l’organe délibérant ${gestionnaire} ` : ''
  const parQui = regime.nom === 'décision' ? `, par laquelle l’organe compétent ${gestionnaire}` : ', qui'
  const transmise = regime.transmission
    ? `, transmise au représentant de l’État dans le département le ${m(transmiseLe)}`
    : ''
  const texte = `Vu la ${regime.nom} n° ${m(numero)} ${organe}en date du ${m(seanceLe)}${transmise}${parQui} approuve le présent avenant et en autorise la signature ;`
  return lireTexteBalise(texte, 'a').content
}

export function visaDeLActe(designation: string, reference: string, signeLe: DateIso | null): BlocContenu[] {
  const complete = designation.includes(reference) ? designation : `${designation} n° ${reference}`
  return [paragraphe(`Vu ${complete}${signeLe ? `, signée le ${jourEnLettres(signeLe)}` : ''} ;`)]
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
type Partie = Extract<Modification, { genre: 'partie' }>

/** « La convention est prolongée jusqu’au … inclus », « renouvelée pour une durée de … à compter du … ». */
export function phraseTerme(m: Terme, nom: string): Phrase {
  const fin = `jusqu’au ${jourEnLettres(m.voulu)} inclus`
  const e = nom.startsWith('le ') ? '' : 'e'
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
  const mots = `${nom} est renouvelé${e} ${duree ? `pour une durée de ${duree} ` : ''}à compter du ${jourEnLettres(debut)}, soit ${fin}`
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

/** « À la comparution, les mots : « … » sont remplacés par les mots : « … » ». */
export function phrasesPartie(m: Partie): Phrase[] {
  const changer = (avant: string | null, voulu: string | null): Phrase[] => {
    if (avant === voulu || !voulu) return []
    const mots = avant
      ? `les mots : «\u00a0${avant}\u00a0» sont remplacés par les mots : «\u00a0${voulu}\u00a0»`
      : `après les mots : «\u00a0${m.voulu.nom}\u00a0», sont insérés les mots : «\u00a0, ${voulu}\u00a0»`
    return [{ seule: `à la comparution, ${mots}`, parmi: mots }]
  }
  const phrases = [...changer(m.depart.nom, m.voulu.nom), ...changer(m.depart.adresse, m.voulu.adresse)]
  if (phrases.length > 0) return phrases
  const quoi =
    m.depart.adresse && !m.voulu.adresse
      ? `les mots : «\u00a0${m.depart.adresse}\u00a0» sont supprimés`
      : null
  const memeNom =
    quoi ?? `«\u00a0${m.voulu.nom}\u00a0» désigne désormais la nouvelle personne morale de ce nom`
  return [{ seule: `à la comparution, ${memeNom}`, parmi: memeNom }]
}
