import type { ChampImport } from '../../domaine/engagement/import/colonnes'
import { raisonsDe } from '../erreurs'

export const CHAMPS: Readonly<Record<ChampImport, string>> = {
  demandeeLe: 'Demandée le',
  nature: 'Nature',
  examen: 'Examen',
  specialite: 'Spécialité',
  degreDemande: 'Degré demandé',
  degreRetenu: 'Degré retenu',
  canal: 'Arrivée par',
  repondueLe: 'Répondue le',
  rendezVousLe: 'Rendez-vous le',
  issue: 'Issue',
  centre: 'Centre',
  site: 'Site hospitalier',
}

const RAISONS: Readonly<Record<string, string>> = {
  manque: 'est vide',
  date: 'n’est pas une date lisible (attendu\u00a0: 16/11/2026 9:30)',
  inconnu: 'n’est pas reconnu',
  convention: 'aucune convention ne suit ce centre ce jour-là',
  figee: 'la période est figée',
  droit: 'vous ne tenez pas les demandes de ce centre',
}

/** « Ligne 12 : degré demandé n’est pas reconnu ». */
export function phraseErreur({ ligne, champ, code }: { ligne: number; champ: string; code: string }): string {
  const raison = RAISONS[code]
  if (champ === 'ligne' || !raison) return `Ligne ${ligne}\u00a0: ${raison ?? raisonsDe(code)}`
  return `Ligne ${ligne}, «\u00a0${CHAMPS[champ as ChampImport] ?? champ}\u00a0»\u00a0: ${raison}`
}

/** Modèle vide, à remplir dans un tableur : titres de colonnes que l'import reconnaît d'office. */
export const MODELE_CSV = `\uFEFF${Object.values(CHAMPS).join(';')}\r\n`
