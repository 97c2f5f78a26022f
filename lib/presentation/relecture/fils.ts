import { enClair, preparerResolution, type Resolution } from '../../documents/blocs/construire'
import { fragments } from '../../documents/blocs/resolution'
import type { Cote, DecisionRemarque, EtatRemarque } from '../../domaine/acte/remarques'
import { texteDeLActe } from '../../domaine/acte/texte-de-l-acte'
import {
  type EtatSegment,
  type GenreModification,
  type LigneComparee,
  lignesComparees,
  modificationsEntre,
  type TexteUnite,
} from '../../domaine/texte/modifications'
import type { RelectureLue } from '../../lectures/remarque/lire-relecture'
import type { FilLu } from '../../lectures/remarque/lire-remarques'
import { nommeur } from '../redaction/acte'
import { compter, dateEtHeure } from '../typographie'

export type SegmentAffiche = { etat: EtatSegment; texte: string; indice: number | null }
export type LigneAffichee = { genre: LigneComparee['genre']; segments: SegmentAffiche[] }
export type ModificationAffichee = { indice: number; libelle: string; lignes: LigneAffichee[] }
export type MessageAffiche = { id: string; auteur: string; cote: string; quand: string; texte: string }

/** Un fil tel que l'écran le montre : plus rien n'y est à résoudre. */
export type FilAffiche = {
  id: string
  identite: string | null
  ou: string
  nature: 'COMMENTAIRE' | 'CONTRE_PROPOSITION'
  interne: boolean
  etat: EtatRemarque
  etatDit: string
  cote: string
  auteur: string
  mien: boolean
  quand: string
  /** « Déclinée par …, le … » ; vide tant que la remarque est ouverte. */
  decision: string
  motif: string | null
  /** Version sur laquelle elle a été écrite, quand ce n'est pas celle montrée. */
  autreVersion: number | null
  citation: string | null
  /** Le passage cité a changé depuis. */
  citationPerdue: boolean
  messages: MessageAffiche[]
  lignes: LigneAffichee[]
  modifications: ModificationAffichee[]
  /** Ce que le texte de travail a changé depuis le texte sur lequel porte la proposition ; la direction seule. */
  ecart: LigneAffichee[] | null
  ecrite: boolean
  version: number
  droits: { repondre: boolean; retenir: boolean; decisions: DecisionRemarque[] }
  meRevient: boolean
}

export const COTES: Record<Cote, string> = { HOPITAL: 'Hôpital', GESTIONNAIRE: 'Centre et mairie' }

const ETATS: Record<EtatRemarque, string> = {
  OUVERTE: 'Ouverte',
  ACCEPTEE: 'Acceptée',
  DECLINEE: 'Déclinée',
  CLOSE: 'Close',
}

const GENRES: Record<GenreModification, string> = {
  titre: 'Titre changé',
  mots: 'Mots changés',
  'mise-en-forme': 'Mise en forme changée',
  ajout: 'Passage ajouté',
  retrait: 'Passage retiré',
  remplacement: 'Passage réécrit',
  deplacement: 'Passage déplacé',
}

/** Met en mots les fils d'une relecture. `retrouves` : fils dont le passage se lit encore dans la version montrée. */
export function filsAffiches(lue: RelectureLue, retrouves: ReadonlySet<string>): FilAffiche[] {
  const texte = texteDeLActe(lue.convention)
  const r = preparerResolution(texte)
  const nommer = nommeur(texte)
  return lue.fils.map((f) => afficher(f, lue, { r, nommer, retrouves }))
}

type Contexte = { r: Resolution; nommer: (identite: string) => string; retrouves: ReadonlySet<string> }

function afficher(f: FilLu, lue: RelectureLue, { r, nommer, retrouves }: Contexte): FilAffiche {
  const { base, proposition } = f
  const travail = f.identite ? lue.travail[f.identite] : undefined
  const change = base && travail && f.droits.retenir ? lignesComparees(base, travail) : []
  return {
    id: f.id,
    identite: f.identite,
    ou: f.identite ? nommer(f.identite) || 'Article retiré du texte' : 'Ensemble du texte',
    nature: f.nature,
    interne: f.interne,
    etat: f.etat,
    etatDit: etatDit(f),
    cote: COTES[f.cote],
    auteur: f.auteur,
    mien: f.mien,
    quand: dateEtHeure(f.creeLe),
    decision: f.decideeLe ? `${ETATS[f.etat]} par ${f.decideePar ?? ''}, le ${dateEtHeure(f.decideeLe)}` : '',
    motif: f.motif,
    autreVersion: f.numero === lue.numero ? null : f.numero,
    citation: f.passage?.citation ?? null,
    citationPerdue: f.passage !== null && !retrouves.has(f.id),
    messages: f.messages.map((m) => ({
      id: m.id,
      auteur: m.auteur,
      cote: COTES[m.cote],
      quand: dateEtHeure(m.le),
      texte: m.texte,
    })),
    lignes: base && proposition ? enMots(r, lignesComparees(base, proposition)) : [],
    modifications: base && proposition ? modificationsEnMots(r, base, proposition) : [],
    ecart: change.some((l) => l.segments.some((s) => s.etat !== 'egal')) ? enMots(r, change) : null,
    ecrite: f.ecrite,
    version: f.version,
    droits: f.droits,
    meRevient: f.meRevient,
  }
}

function etatDit(f: FilLu): string {
  if (f.nature === 'COMMENTAIRE' || f.etat !== 'ACCEPTEE') return ETATS[f.etat]
  return f.ecrite ? 'Retenue dans le texte' : 'Acceptée, à reporter dans le texte'
}

const modificationsEnMots = (r: Resolution, base: TexteUnite, proposition: TexteUnite) =>
  modificationsEntre(base, proposition).map(
    (m): ModificationAffichee => ({
      indice: m.indice,
      libelle: GENRES[m.genre],
      lignes: enMots(r, m.lignes),
    }),
  )

const enMots = (r: Resolution, lignes: readonly LigneComparee[]): LigneAffichee[] =>
  lignes.map((l) => ({
    genre: l.genre,
    segments: l.segments.map((s) => ({
      etat: s.etat,
      texte: enClair(fragments(r, s.noeuds)),
      indice: s.indice,
    })),
  }))

/** « 2 remarques ouvertes, 1 contre-proposition ». */
export function resumeDesFils(fils: readonly FilAffiche[]): string[] {
  const ouverts = fils.filter((f) => f.etat === 'OUVERTE')
  const propositions = ouverts.filter((f) => f.nature === 'CONTRE_PROPOSITION').length
  const remarques = ouverts.length - propositions
  return [
    ...(remarques ? [compter(remarques, 'remarque')] : []),
    ...(propositions ? [compter(propositions, 'contre-proposition')] : []),
  ]
}
