import { estFeminine } from '../../acte/designation'
import type { BlocContenu } from '../../texte/contenu'
import { jourEnLettres } from '../../texte/ecriture/jours'
import { cibleDe, type Modification } from '../modifications'
import { deriver, type Retouche } from '../retouches'
import { enClair, lireCitations, type RedactionAttendue } from './accord'
import { phraseTerme } from './cadre'
import { type Chantier, nomDe } from './chantier'
import type { Forme, FormesDUneCible } from './formes'
import { ditAvecSonParent, phraseInsertion, phraseRetablissement, phraseSuppression } from './mouvements'
import { accorder, capitale, de, deDesignation, le, type Nom, nommer, un } from './nommer'
import { articleDePartie, type Partie } from './parties'
import { composer, type Phrase } from './phrases'
import { formesDeTexte, phrasesDeTexte } from './texte'
import type { Passage } from './unite'
import { citantes, phrasesDeValeur, type Valeur } from './valeurs'

/** Un article de l'avenant : ce qu'il change, et comment l'objet le résume (« de modifier l’article 2.1 »). */
export type ArticleDAvenant = {
  identite: string
  titre: string
  blocs: BlocContenu[]
  resume: string
  attendu: RedactionAttendue
}
type Redigee = { retouche: Retouche; forme: Forme | null }
type Place = { article: ArticleDAvenant; rang: number }

/** Articles de modification, dans l'ordre du texte modifié : les parties d'abord, comme la comparution ; le terme à la fin. */
export function articlesDe(
  c: Chantier,
  retouches: readonly Redigee[],
  nom: string,
): { articles: ArticleDAvenant[]; formes: Record<string, FormesDUneCible> } {
  const formes: Record<string, FormesDUneCible> = {}
  const places: Place[] = []
  for (const r of retouches) {
    const m = deriver(r.retouche)
    if (!m) continue
    const permis = formesDe(c, m, r.retouche)
    formes[cibleDe(m)] = permis
    if (ditAvecSonParent(c, m)) continue
    const forme = r.forme && permis.permises.includes(r.forme) ? r.forme : permis.proposee
    const article = articleDe(c, m, r.retouche, forme, nom)
    if (article) places.push({ article, rang: rangDe(c, m) })
  }
  places.sort((x, y) => x.rang - y.rang || x.article.identite.localeCompare(y.article.identite))
  return { articles: places.map((p) => p.article), formes }
}

/** Rang de lecture de ce qui change ; une valeur suit le premier article qui la cite. */
function rangDe(c: Chantier, m: Modification): number {
  const fin = c.ordre.length
  const place = (identite: string | undefined) => {
    const i = identite === undefined ? -1 : c.ordre.indexOf(identite)
    return i < 0 ? fin : i
  }
  if (m.genre === 'terme') return fin + 1
  if (m.genre === 'partie') return -1
  return m.genre === 'valeur' ? place(citantes(c, m.cle)[0]?.identite) + 0.5 : place(m.identite)
}

function passageDe(c: Chantier, r: Retouche): Passage | null {
  if (r.cible !== 'unite' || !r.depart || !r.voulu) return null
  return { identite: r.identite, nom: nomDe(c, r.identite), avant: r.depart, voulu: r.voulu }
}

function formesDe(c: Chantier, m: Modification, r: Retouche): FormesDUneCible {
  if (m.genre === 'valeur') return { proposee: 'mots', permises: ['mots', 'unite'] }
  const p = m.genre === 'texte' ? passageDe(c, r) : null
  return p ? formesDeTexte(c, p) : { proposee: null, permises: [] }
}

type Brouillon = {
  identite: string
  titre: string
  resume: string
  intro?: string
  phrases: Phrase[]
  noms: readonly Nom[]
  /** Les autres manières de dire le même effet, acceptées d'une rédaction ajustée. */
  autres?: readonly { phrases: Phrase[]; parMots: boolean }[]
  parMots?: boolean
  mentions?: readonly string[]
}

function achever(b: Brouillon): ArticleDAvenant | null {
  if (b.phrases.length === 0) return null
  const composee = (phrases: Phrase[]) => composer(phrases, b.intro ?? '')
  const variantes = [{ phrases: b.phrases, parMots: b.parMots ?? false }, ...(b.autres ?? [])]
  return {
    identite: b.identite,
    titre: b.titre,
    resume: b.resume,
    blocs: composee(b.phrases),
    attendu: {
      noms: b.noms.map((n) => n.mot),
      formes: variantes.map((v) => ({
        passages: lireCitations(composee(v.phrases)).passages,
        parMots: v.parMots,
      })),
      mentions: b.mentions ?? [],
      propose: enClair(composee(b.phrases)),
    },
  }
}

function articleDe(c: Chantier, m: Modification, r: Retouche, forme: Forme | null, nom: string) {
  switch (m.genre) {
    case 'texte': {
      const p = passageDe(c, r)
      return p && achever(articleDeTexte(c, p, forme ?? 'unite'))
    }
    case 'insertion': {
      const n = nommer(m.etat.genre, m.place.numero.nu, null)
      return achever(
        mouvement(m.identite, n, `Insertion d’${un(n)}`, `d’insérer ${un(n)}`, phraseInsertion(c, m)),
      )
    }
    case 'suppression': {
      const n = nomDe(c, m.identite)
      const phrase = phraseSuppression(c, m.identite)
      return achever(mouvement(m.identite, n, `Suppression ${de(n)}`, `de supprimer ${le(n)}`, phrase))
    }
    case 'retablissement': {
      const n = nomDe(c, m.identite)
      const phrase = phraseRetablissement(c, m)
      return achever(mouvement(m.identite, n, `Rétablissement ${de(n)}`, `de rétablir ${le(n)}`, phrase))
    }
    case 'valeur':
      return achever(articleDeValeur(c, m, forme, nom))
    case 'partie':
      return achever(articleDUnePartie(c, m, nom))
    case 'terme':
      return achever(articleDuTerme(m, nom))
  }
}

const mouvement = (identite: string, nom: Nom, titre: string, resume: string, phrase: Phrase): Brouillon => ({
  identite: `av-m-${identite}`,
  titre,
  resume,
  phrases: [phrase],
  noms: [nom],
})

function articleDeTexte(c: Chantier, p: Passage, forme: Forme): Brouillon {
  const phrases = (f: Forme) => phrasesDeTexte(c, p, f)
  const autres = formesDeTexte(c, p).permises.filter((f) => f !== forme)
  return {
    identite: `av-m-${p.identite}`,
    titre: `Modification ${de(p.nom)}`,
    resume: `de modifier ${le(p.nom)}`,
    intro: `${le(p.nom)} est ainsi ${accorder(p.nom, 'modifié')}`,
    phrases: phrases(forme),
    noms: [p.nom],
    parMots: forme === 'mots',
    autres: autres.map((f) => ({ phrases: phrases(f), parMots: f === 'mots' })),
  }
}

const articleDUnePartie = (c: Chantier, m: Partie, nom: string): Brouillon => ({
  identite: `av-partie-${m.role.toLowerCase()}${m.rang ? `-${String(m.rang)}` : ''}`,
  intro: `${nom} est ainsi ${estFeminine(nom) ? 'modifiée' : 'modifié'}`,
  noms: [],
  ...articleDePartie(c, m),
})

function articleDuTerme(m: Extract<Modification, { genre: 'terme' }>, nom: string): Brouillon {
  const renouvelle = m.nature === 'renouvellement'
  return {
    identite: 'av-terme',
    titre: renouvelle ? 'Renouvellement' : 'Durée',
    resume: renouvelle ? `de renouveler ${nom}` : `de modifier la durée ${deDesignation(nom)}`,
    phrases: [phraseTerme(m, nom)],
    noms: [],
    mentions: [jourEnLettres(m.voulu)],
  }
}

/** « l'article 2.1 et l'annexe 1 » ; au-delà de trois, l'objet ne les énumère plus : l'article le fait. */
const lieuxDits = (noms: readonly string[]): string =>
  noms.length === 0 || noms.length > 3
    ? 'plusieurs stipulations'
    : [noms.slice(0, -1).join(', '), noms.at(-1) ?? ''].filter(Boolean).join(' et ')

/** Une valeur qu'aucun passage ne cite, hors des unités que l'avenant réécrit, ne donne pas d'article. */
function articleDeValeur(c: Chantier, m: Valeur, forme: Forme | null, nom: string): Brouillon {
  const lieux = citantes(c, m.cle).map((u) => nomDe(c, u.identite))
  const libelle = c.voulu.definitions.get(m.cle)?.libelle ?? 'Valeur'
  const precision = `(${libelle.charAt(0).toLowerCase()}${libelle.slice(1).replace(/ \(([^()]*)\)$/, ', $1')})`
  const entier = forme === 'unite'
  return {
    identite: `av-v-${m.cle}`,
    titre: capitale(libelle),
    resume: `de modifier ${lieuxDits(lieux.map(le))} ${precision}`,
    intro: `${nom} est ainsi ${estFeminine(nom) ? 'modifiée' : 'modifié'}`,
    phrases: phrasesDeValeur(c, m, entier),
    noms: lieux,
    parMots: !entier,
    autres: [{ phrases: phrasesDeValeur(c, m, !entier), parMots: entier }],
  }
}
