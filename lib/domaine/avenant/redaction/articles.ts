import type { BlocContenu } from '../../texte/contenu'
import { cibleDe, type Modification } from '../modifications'
import { deriver, type Retouche } from '../retouches'
import { phrasesPartie, phraseTerme } from './cadre'
import { type Chantier, nomDe } from './chantier'
import type { Forme, FormesDUneCible } from './formes'
import { ditAvecSonParent, phraseInsertion, phraseRetablissement, phraseSuppression } from './mouvements'
import { a, capitale, de, le, type Nom, nommer, un } from './nommer'
import { composer, type Phrase } from './phrases'
import { formesDeTexte, phrasesDeTexte } from './texte'
import { type Passage, phrasesUniteEntiere } from './unite'
import { citantes, phrasesDeValeur, type Valeur } from './valeurs'

/** Un article de l'avenant : ce qu'il change, et comment l'objet le résume (« de modifier l’article 2.1 »). */
export type ArticleDAvenant = {
  identite: string
  titre: string
  blocs: BlocContenu[]
  resume: string
}
type Redigee = { retouche: Retouche; forme: Forme | null }
type Place = { article: ArticleDAvenant; rang: number }

/** Articles de modification, dans l'ordre du texte modifié ; les parties puis le terme ferment la marche. */
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
  if (m.genre === 'terme') return fin + 2
  if (m.genre === 'partie') return fin + 1
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

function articleDe(
  c: Chantier,
  m: Modification,
  r: Retouche,
  forme: Forme | null,
  nom: string,
): ArticleDAvenant | null {
  const construire = (identite: string, titre: string, phrases: Phrase[], resume: string, intro: string) =>
    phrases.length > 0 ? { identite, titre, resume, blocs: composer(phrases, intro) } : null
  switch (m.genre) {
    case 'texte': {
      const p = passageDe(c, r)
      if (!p) return null
      const phrases = forme && forme !== 'unite' ? phrasesDeTexte(c, p, forme) : phrasesUniteEntiere(c, p)
      const intro = `${le(p.nom)} est ainsi ${p.nom.feminin ? 'modifiée' : 'modifié'}`
      return construire(
        `av-m-${m.identite}`,
        `Modification ${de(p.nom)}`,
        phrases,
        `de modifier ${le(p.nom)}`,
        intro,
      )
    }
    case 'insertion': {
      const n = nommer(m.etat.genre, m.place.numero.nu, null)
      return construire(
        `av-m-${m.identite}`,
        `Insertion ${dUn(n)}`,
        [phraseInsertion(c, m)],
        `d’insérer ${un(n)}`,
        '',
      )
    }
    case 'suppression': {
      const n = nomDe(c, m.identite)
      return construire(
        `av-m-${m.identite}`,
        `Suppression ${de(n)}`,
        [phraseSuppression(c, m.identite)],
        `de supprimer ${le(n)}`,
        '',
      )
    }
    case 'retablissement': {
      const n = nomDe(c, m.identite)
      return construire(
        `av-m-${m.identite}`,
        `Rétablissement ${de(n)}`,
        [phraseRetablissement(c, m)],
        `de rétablir ${le(n)}`,
        '',
      )
    }
    case 'valeur':
      return articleDeValeur(c, m, forme, nom)
    case 'partie':
      return construire(
        `av-partie-${m.role.toLowerCase()}`,
        'Désignation des parties',
        phrasesPartie(m),
        'de modifier la désignation des parties',
        'la comparution est ainsi modifiée',
      )
    case 'terme':
      return construire(
        'av-terme',
        m.nature === 'renouvellement' ? `Renouvellement` : 'Durée',
        [phraseTerme(m, nom)],
        m.nature === 'renouvellement' ? `de renouveler ${nom}` : `de modifier la durée ${deLa(nom)}`,
        '',
      )
  }
}

const dUn = (n: Nom): string => `d’${un(n)}`
const deLa = (nom: string): string => (nom.startsWith('le ') ? `du ${nom.slice(3)}` : `de ${nom}`)

/** Une valeur qu'aucun passage ne cite encore, hors des unités réécrites, ne donne pas d'article. */
function articleDeValeur(c: Chantier, m: Valeur, forme: Forme | null, nom: string): ArticleDAvenant | null {
  const phrases = phrasesDeValeur(c, m, forme === 'unite')
  if (phrases.length === 0) return null
  const lieux = citantes(c, m.cle).map((u) => nomDe(c, u.identite))
  const [seul] = lieux
  const libelle = c.voulu.definitions.get(m.cle)?.libelle ?? 'Valeur'
  const resume = `de modifier ${seul && lieux.length === 1 ? le(seul) : 'les stipulations'} (${libelle.charAt(0).toLowerCase()}${libelle.slice(1)})`
  return {
    identite: `av-v-${m.cle}`,
    titre: capitale(libelle),
    resume,
    blocs: composer(phrases, `${nom} est ainsi ${nom.startsWith('le ') ? 'modifié' : 'modifiée'}`),
  }
}

export const viseeDe = (n: Nom): string => a(n)
