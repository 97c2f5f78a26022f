import { memeTexte } from '../../texte/empreinte'
import { type EtatUnite, memeValeur } from '../modifications'
import { type Chantier, enfantsVivants, nomDe } from './chantier'
import { a, accorder, de, le, type Nom } from './nommer'
import type { Phrase } from './phrases'
import { aDuTexte, blocsCites, intitule, titreCite } from './texte-cite'

/** Une unité de part et d'autre de l'avenant. */
export type Passage = { identite: string; nom: Nom; avant: EtatUnite; voulu: EtatUnite }

export type LecturePassage = ReturnType<typeof lire>
/** Lectures déjà faites, par chantier : les formes d'un même passage lisent les mêmes mots. */
const LECTURES = new WeakMap<Chantier, Map<string, LecturePassage>>()

/** Ce qui se lit de part et d'autre, en mots : l'intitulé, puis le texte. */
export function lirePassage(c: Chantier, p: Passage): LecturePassage {
  // Un même état de part et d'autre : seule une valeur change, rien ne s'y relit deux fois.
  if (p.avant === p.voulu) return lire(c, p)
  const duChantier = LECTURES.get(c) ?? new Map<string, LecturePassage>()
  LECTURES.set(c, duChantier)
  const deja = duChantier.get(p.identite)
  if (deja) return deja
  const lu = lire(c, p)
  duChantier.set(p.identite, lu)
  return lu
}

function lire(c: Chantier, p: Passage) {
  const [titreAvant, titreVoulu] = [titreCite(c.avant, p.avant.titre), titreCite(c.voulu, p.voulu.titre)]
  const [avant, voulu] = [blocsCites(c.avant, p.avant), blocsCites(c.voulu, p.voulu)]
  return {
    titreVoulu,
    titreChange: !memeTexte(titreAvant, titreVoulu),
    avant,
    voulu,
    texteChange: !memeTexte(avant, voulu),
    annexeChange:
      !memeValeur(p.avant.annexe, p.voulu.annexe) || !memeValeur(p.avant.fichier, p.voulu.fichier),
  }
}

export const phraseIntitule = (nom: Nom, titreVoulu: Phrase['citation']): Phrase => {
  if (!titreVoulu?.length)
    return { seule: `l’intitulé ${de(nom)} est supprimé`, parmi: 'l’intitulé est supprimé' }
  return {
    seule: `l’intitulé ${de(nom)} est ainsi rédigé`,
    parmi: 'l’intitulé est ainsi rédigé',
    citation: titreVoulu,
  }
}

/**
 * L'unité réécrite en entier, la forme ordinaire. Un article qui a des sous-articles ne l'est que jusqu'au premier : eux
 * restent. Un intitulé seul changé se dit seul.
 */
export function phrasesUniteEntiere(c: Chantier, p: Passage): Phrase[] {
  const lu = lirePassage(c, p)
  const premier = enfantsVivants(c, p.identite)[0]
  if (!lu.texteChange && !lu.annexeChange) return lu.titreChange ? [phraseIntitule(p.nom, lu.titreVoulu)] : []
  if (!premier) return [remplacer(c, p, lu.voulu)]
  const phrases = lu.titreChange ? [phraseIntitule(p.nom, lu.titreVoulu)] : []
  return [...phrases, remplacerChapeau(p.nom, nomDe(c, premier.identite), lu.avant, lu.voulu)]
}

function remplacer(c: Chantier, p: Passage, voulu: Phrase['citation']): Phrase {
  const citation = [...intitule(c.voulu, p.voulu, c.apres.numeros[p.identite]), ...(voulu ?? [])]
  if (p.voulu.genre === 'visa' || p.voulu.genre === 'considerant')
    return { seule: `${le(p.nom)} est ainsi rédigé`, parmi: `${le(p.nom)} est ainsi rédigé`, citation }
  const mots = `${le(p.nom)} est ${accorder(p.nom, 'remplacé')} par les dispositions suivantes`
  return { seule: mots, parmi: mots, citation }
}

function remplacerChapeau(
  nom: Nom,
  premier: Nom,
  avant: NonNullable<Phrase['citation']>,
  voulu: NonNullable<Phrase['citation']>,
): Phrase {
  const precedent = `les dispositions qui précèdent ${le(premier)} sont`
  if (!aDuTexte(voulu))
    return { seule: `${a(nom)}, ${precedent} supprimées`, parmi: `${precedent} supprimées` }
  if (!aDuTexte(avant)) {
    const mots = `avant ${le(premier)}, il est inséré les dispositions suivantes`
    return { seule: `${a(nom)}, ${mots}`, parmi: mots, citation: voulu }
  }
  const mots = `${precedent} remplacées par les dispositions suivantes`
  return { seule: `${a(nom)}, ${mots}`, parmi: mots, citation: voulu }
}
