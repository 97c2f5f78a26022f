import { nomDansLaPhrase } from '../../organisation/designations'
import { lireEnLigne } from '../../texte/balisage'
import { enClair, resoudreNoeuds } from '../../texte/resoudre'
import type { Modification } from '../modifications'
import { cleDeDesignation, estUneSuccession } from '../parties'
import type { Chantier } from './chantier'
import { aDesignation, capitale, deDesignation } from './nommer'
import type { Phrase } from './phrases'

export type Partie = Extract<Modification, { genre: 'partie' }>

/** Un article pour une partie : ce qui le nomme, ce qu'il dit, et les mots qu'une rédaction ajustée doit garder. */
export type ArticleDePartie = {
  titre: string
  resume: string
  phrases: Phrase[]
  mentions: string[]
  parMots: boolean
}

/**
 * Ce que l'avenant dit d'une partie. Une autre personne morale lui succède : la phrase le dit, puis les mots qui la nomment
 * changent avec leur valeur. La même, autrement désignée : sa valeur suffit, et seul ce que le texte n'écrit pas se dit ici.
 */
export function articleDePartie(c: Chantier, m: Partie): ArticleDePartie {
  const succession = estUneSuccession(m)
  const phrases = succession
    ? [phraseSuccession(m), ...phrasesDeDesignation(c, m)]
    : phrasesDeDesignation(c, m)
  return {
    titre: succession ? 'Changement de partie' : 'Désignation des parties',
    resume: succession
      ? `de substituer ${nomDansLaPhrase(m.voulu.nom)} ${aDesignation(nomDansLaPhrase(m.depart.nom))} comme partie`
      : 'de modifier la désignation des parties',
    phrases,
    mentions: succession ? [m.depart.nom, m.voulu.nom].map(sansArticle) : [],
    parMots: !succession,
  }
}

/** Le nom d'une partie commence la phrase ou y prend sa minuscule : on ne garde que ce qui ne varie pas. */
const sansArticle = (nom: string): string => nomDansLaPhrase(nom).replace(/^l(?:a |e |’)/, '')

function phraseSuccession(m: Partie): Phrase {
  const mots = `${nomDansLaPhrase(m.voulu.nom)} succède ${aDesignation(nomDansLaPhrase(m.depart.nom))} dans tous les droits et obligations nés de la convention, à compter de la prise d’effet du présent avenant`
  return { seule: mots, parmi: mots }
}

/** « À la comparution, les mots : « … » sont remplacés par les mots : « … » », pour ce qu'aucune valeur ne dit. */
function phrasesDeDesignation(c: Chantier, m: Partie): Phrase[] {
  const comparutions = c.base.comparutions
    .map((b) => resoudreNoeuds(c.avant, lireEnLigne(b.replace(/\s*\n\s*/g, ' '))))
    .map((noeuds) => noeuds.map((n) => enClair(c.avant, n)).join(''))
    .join('\n')
  const parValeur = c.modifications.some(
    (x) => x.genre === 'valeur' && x.cle === cleDeDesignation({ role: m.role, rang: m.rang ?? 1 }),
  )
  const dire = (mots: string): Phrase => ({
    seule: `à la comparution, ${mots}`,
    parmi: `à la comparution, ${mots}`,
  })
  const phrases: Phrase[] = []
  const [avant, voulu] = [m.depart, m.voulu]
  if (avant.nom !== voulu.nom && !parValeur && (!estUneSuccession(m) || comparutions.includes(avant.nom)))
    phrases.push(
      dire(`les mots : «\u00a0${avant.nom}\u00a0» sont remplacés par les mots : «\u00a0${voulu.nom}\u00a0»`),
    )
  if (avant.adresse !== voulu.adresse && !estUneSuccession(m))
    phrases.push(...phraseDAdresse(m, comparutions))
  return phrases
}

/** Le siège que la comparution écrit change avec ses mots ; celui qu'elle tait se dit en une phrase. */
function phraseDAdresse({ depart, voulu }: Partie, comparutions: string): Phrase[] {
  if (depart.adresse && comparutions.includes(depart.adresse)) {
    const mots = voulu.adresse
      ? `les mots : «\u00a0${depart.adresse}\u00a0» sont remplacés par les mots : «\u00a0${voulu.adresse}\u00a0»`
      : `les mots : «\u00a0${depart.adresse}\u00a0» sont supprimés`
    return [{ seule: `à la comparution, ${mots}`, parmi: `à la comparution, ${mots}` }]
  }
  const qui = deDesignation(nomDansLaPhrase(voulu.nom))
  const mots = voulu.adresse
    ? `l’adresse ${qui} est désormais : «\u00a0${voulu.adresse}\u00a0»`
    : `l’adresse ${qui} n’est plus indiquée`
  return [{ seule: mots, parmi: mots }]
}

/** Comparution d'une personne morale qui succède à une partie : l'avenant est signé des deux. Balisée, sans paramètre. */
export const comparutionDuSuccesseur = (m: Partie): string => {
  const nom = capitale(nomDansLaPhrase(m.voulu.nom))
  const siege = m.voulu.adresse ? `, dont le siège est situé ${m.voulu.adresse}` : ''
  return `${nom}${siege}, qui succède ${aDesignation(nomDansLaPhrase(m.depart.nom))} dans les conditions du présent avenant,`.replace(
    /[*{}[\]]/g,
    '',
  )
}
