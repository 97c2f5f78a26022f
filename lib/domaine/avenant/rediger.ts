import { identiteDuGestionnaire } from '../acte/acte-groupe'
import { cleMention } from '../acte/autorite'
import { CLES_DES_DATES } from '../acte/dates-du-texte'
import type { DateIso } from '../calendrier/dates'
import { lireTexteBalise } from '../texte/balisage'
import type { BlocContenu } from '../texte/contenu'
import { typographier } from '../texte/ecriture/typographie'
import type { UniteDActe } from '../texte/finalisation'
import type { DefinitionParametre } from '../texte/parametres'
import type { GenreUnite } from '../texte/unites'
import type { EtatDeLaChaine } from './etat'
import type { RedactionAttendue } from './redaction/accord'
import { type ArticleDAvenant, articlesDe } from './redaction/articles'
import {
  definitionsPropres,
  type VoteDuVisa,
  visaDeLActe,
  visaDUnAvenant,
  visaDuVote,
} from './redaction/cadre'
import { type Chantier, ouvrirChantier } from './redaction/chantier'
import { paragraphe, poserIdentifiants } from './redaction/citer'
import { FORMES, type Forme, type FormesDUneCible } from './redaction/formes'
import { aDesignation, deDesignation } from './redaction/nommer'
import { objetDe } from './redaction/objet'
import type { Retouche } from './retouches'

export { type Accord, accordRedactionEffet, type RedactionAttendue } from './redaction/accord'
export type { VoteDuVisa } from './redaction/cadre'
export { FORMES, type Forme }

/** Une retouche et la forme choisie pour la dire ; `null` : la forme proposée. */
export type RetoucheRedigee = { retouche: Retouche; forme: Forme | null }

export type DossierAvenant = {
  rang: number
  /** Acte modifié, en clair : « la convention-cadre de partenariat HUPS-ARC-2026-001 », et sa date de signature. */
  initial: { designation: string; reference: string; signeLe: DateIso | null }
  precedents: readonly { rang: number; signeLe: DateIso; objet: string | null }[]
  /**
   * Texte en vigueur dont partent les retouches. Ses valeurs peuvent porter celles de l'avenant, sous leur clé suffixée :
   * la date d'effet écrite (`date_effet_avenant_2`) change l'article final.
   */
  base: EtatDeLaChaine
  retouches: readonly RetoucheRedigee[]
  /** Gestionnaires soumis à un vote : chacun a son visa, avec ses mentions tardives suffixées. */
  votes: readonly VoteDuVisa[]
  /** Considérant libre. */
  motif: string | null
}

export type AvenantRedige = {
  /** Balisé : « Avenant n° 2 à la convention… ». */
  titre: string
  unites: UniteDActe[]
  /** Les siennes seulement, suffixées par `cleMention`. */
  definitions: DefinitionParametre[]
  /** Par cible (`cibleDe`) : la forme proposée et celles qui peuvent dire le même effet. */
  formes: Record<string, FormesDUneCible>
  /** Par identité d'article de modification : ce qu'une rédaction ajustée doit encore dire. */
  attendus: Record<string, RedactionAttendue>
}

/**
 * Rédige un avenant d'après ses retouches : visas, considérant, objet, un article par modification, parties, terme, reste
 * inchangé, effet. Totale et déterministe : les mêmes retouches donnent le même texte et les mêmes identités. Guide de
 * légistique, fiches 3.3 ; ce qui manque reste un paramètre, que le contrôle de finalisation verra.
 */
export function redigerAvenant(d: DossierAvenant): AvenantRedige {
  const chantier = ouvrirChantier(
    d.base,
    d.retouches.map((r) => r.retouche),
  )
  const nom = nomCourt(d.initial.designation)
  const { articles, formes } = articlesDe(chantier, d.retouches, nom)
  return {
    titre: typographier(`Avenant n° ${d.rang} ${aDesignation(d.initial.designation)}`).replace(
      /[*{}[\]]/g,
      '',
    ),
    unites: ranger([...visas(d), ...considerants(d.motif), ...corps(d, chantier, articles, nom)]),
    definitions: definitionsPropres(d.rang, d.base, d.votes),
    formes,
    attendus: Object.fromEntries(articles.map((a) => [a.identite, a.attendu])),
  }
}

type UniteARanger = { identite: string; genre: GenreUnite; titre: string | null; blocs: BlocContenu[] }

const ranger = (unites: readonly UniteARanger[]): UniteDActe[] =>
  unites.map((u, i) => ({
    identite: u.identite,
    parent: null,
    rang: i + 1,
    genre: u.genre,
    titre: u.titre && typographier(u.titre).replace(/[*{}[\]]/g, ''),
    contenu: { type: 'doc', content: poserIdentifiants(u.blocs) },
    annexe: null,
    fichier: null,
    omise: false,
  }))

const visa = (identite: string, blocs: BlocContenu[]): UniteARanger => ({
  identite,
  genre: 'visa',
  titre: null,
  blocs,
})

function visas(d: DossierAvenant): UniteARanger[] {
  const { designation, reference, signeLe } = d.initial
  const precedents = [...d.precedents].sort((a, b) => a.rang - b.rang)
  return [
    visa('av-visa-acte', visaDeLActe(designation, reference, signeLe)),
    ...precedents.map((a) => visa(`av-visa-avenant-${a.rang}`, visaDUnAvenant(a))),
    ...d.votes.map((v) =>
      visa(identiteDuGestionnaire('av-visa-vote', v.rang), visaDuVote(d.rang, d.base, v)),
    ),
  ]
}

const considerants = (motif: string | null): UniteARanger[] =>
  motif?.trim()
    ? [
        {
          identite: 'av-motif',
          genre: 'considerant',
          titre: null,
          blocs: motif.trim().split(/\n+/).map(paragraphe),
        },
      ]
    : []

function corps(
  d: DossierAvenant,
  c: Chantier,
  articles: readonly ArticleDAvenant[],
  nom: string,
): UniteARanger[] {
  const article = (identite: string, titre: string, blocs: BlocContenu[]): UniteARanger => ({
    identite,
    genre: 'article',
    titre,
    blocs,
  })
  const cle = cleMention(CLES_DES_DATES.effet, d.rang)
  const effet = d.base.valeurs[cle]
    ? `Le présent avenant prend effet le {{${cle}}}.`
    : 'Le présent avenant prend effet à la date de sa dernière signature.'
  return [
    article('av-objet', 'Objet', objetDe(c, articles, d.initial.designation)),
    ...articles.map((a) => article(a.identite, a.titre, a.blocs)),
    article('av-reste', 'Autres stipulations', [
      paragraphe(`Les autres stipulations ${deDesignation(nom)} restent inchangées.`),
    ]),
    article('av-effet', 'Prise d’effet', lireTexteBalise(effet, 'a').content),
  ]
}

/** « la convention-cadre de partenariat HUPS-… » → « la convention-cadre » : comment l'avenant l'appelle ensuite. */
const nomCourt = (designation: string): string =>
  /^(?:(?:le|la) \S+|l[’']\S+)/.exec(designation)?.[0] ?? 'la convention'
