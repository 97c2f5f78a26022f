import type { Bloc, BlocListe, DocumentNeutre, Fragment, Section } from '../../documents/blocs/blocs'
import { aChange, comparerTextes, type UniteComparee } from '../../documents/blocs/comparer'
import type { CoteCompare } from '../../domaine/acte/cotes'
import type { TexteFige } from '../../domaine/acte/version'
import type { ConventionLue } from '../../lectures/convention/lire-convention'
import {
  ancienNumero,
  coteDate,
  nomDUnite,
  phraseDesChanges,
  precisionsDeLUnite,
  titreDeComparaison,
} from './comparaison'

type Demande = {
  de: CoteCompare
  a: CoteCompare
  avant: TexteFige
  apres: TexteFige
  /** Word : un déplacement y est un retrait et un ajout, pour que refuser redonne l'ancien texte. */
  pourWord: boolean
}

/**
 * Version comparée : le texte entier, ajouts et retraits marqués, précédé de la légende et de la liste de ce qui change.
 * Dans Word, chaque différence est une révision suivie.
 */
export function documentCompare(c: ConventionLue, d: Demande): DocumentNeutre {
  const unites = comparerTextes(d.avant, d.apres, { deplacementsEntiers: d.pourWord })
  const titre = titreDeComparaison(d.de, d.a)
  return {
    titre,
    surtitre: d.apres.surtitre || (c.modele?.intitule ?? c.titre),
    sujet: `${c.titre}, ${titre}`,
    reference: c.reference,
    auteur: c.groupe.nom,
    langue: 'fr-FR',
    filigrane: 'COMPARAISON',
    piedDePage: titre,
    ...(d.pourWord ? { revisionsDe: c.groupe.nom } : {}),
    mention: `${coteDate(d.de, c.versions)} – ${coteDate(d.a, c.versions)}`,
    fabriqueLe: `${c.modifieLe.toISOString().slice(0, 19)}Z`,
    logos: [],
    sommaire: false,
    avertissement: avertissement(d.pourWord ? comparerTextes(d.avant, d.apres) : unites, d.pourWord),
    sections: sectionsDe(unites),
    lacunes: [],
  }
}

function avertissement(unites: readonly UniteComparee[], pourWord: boolean): Bloc[] {
  const changees = unites.filter(aChange)
  const liste: BlocListe = {
    genre: 'liste',
    ordonnee: false,
    elements: changees.map((u) => [
      {
        genre: 'paragraphe',
        fragments: [
          {
            texte: `${nomDUnite(u)}\u00a0: ${precisionsDeLUnite(u)}`,
          },
        ],
      },
    ]),
  }
  return [
    { genre: 'encart', titre: 'Comment lire', fragments: legende(pourWord) },
    titreSeul(`Ce qui change\u00a0: ${phraseDesChanges(unites).toLowerCase()}`),
    ...(changees.length ? [liste] : []),
  ]
}

const legende = (pourWord: boolean): Fragment[] => [
  { texte: 'Les mots ' },
  // Dans Word, un exemple serait lui-même une révision à accepter.
  { texte: 'ajoutés', ...(pourWord ? {} : { difference: 'ajout' }) },
  { texte: ' sont soulignés, les mots ' },
  { texte: 'retirés', ...(pourWord ? {} : { difference: 'retrait' }) },
  {
    texte: pourWord
      ? ' sont barrés. Ce sont des révisions suivies\u00a0: chacune s’accepte ou se refuse dans l’onglet Révision. Un passage déplacé est retiré d’où il était et ajouté où il est. Les valeurs sont écrites dans la phrase.'
      : ' sont barrés. Un passage déplacé est montré à sa nouvelle place, avec l’ancienne en note. Les valeurs sont écrites dans la phrase.',
  },
]

const titreSeul = (texte: string): Bloc => ({
  genre: 'titre',
  niveau: 1,
  numero: '',
  fragments: [{ texte }],
  ancre: 'ce-qui-change',
  auSommaire: true,
})

/** Le corps, puis chaque annexe sur sa page. */
function sectionsDe(unites: readonly UniteComparee[]): Section[] {
  const sections: Section[] = [{ code: 'corps', nature: 'corps', blocs: [] }]
  for (const u of unites) {
    if (u.genre === 'annexe') sections.push({ code: u.cle, nature: 'annexe', blocs: [] })
    sections.at(-1)?.blocs.push(...blocsDeLUnite(u))
  }
  return sections
}

function blocsDeLUnite(u: UniteComparee): Bloc[] {
  const [premier, ...suite] = u.blocs
  const place = u.deplacee ? ['déplacé', ancienNumero(u)].filter(Boolean).join(', ') : ''
  const notes: Bloc[] = place
    ? [{ genre: 'paragraphe', style: 'visa', fragments: [{ texte: `[Passage ${place}]` }] }]
    : []
  if (!premier) return []
  return premier.genre === 'titre' ? [premier, ...notes, ...suite] : [...notes, premier, ...suite]
}
