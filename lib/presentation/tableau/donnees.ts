import { type Conformite, conformite, DECOMPTE_VIDE } from '../../domaine/engagement/conformite'
import { CODES_THEME, DEBITEURS, THEMES } from '../../domaine/engagement/themes'
import type { Compte, PointTendance as PointLu } from '../../lectures/tableau/agregats'
import type { FiltresComite, FiltresMesures, FiltresTableau } from '../../lectures/tableau/filtres'
import { compter } from '../typographie'
import { conformiteDite, DEBITEURS_DITS, rapportDit, tauxDit } from './libelles'

type Filtres = Partial<FiltresTableau & FiltresMesures & FiltresComite>
const CLES = [
  'groupe',
  'centre',
  'theme',
  'debiteur',
  'periode',
  'engagement',
  'jugement',
  'contestees',
  'depuis',
  'du',
  'au',
] as const

/** Adresse avec ces filtres ; les valeurs vides n'y paraissent pas, une page n'y reste jamais par oubli. */
export function adresse(chemin: string, f: Filtres, propres: Readonly<Record<string, string>> = {}): string {
  const p = new URLSearchParams(propres)
  for (const cle of CLES) if (f[cle]) p.set(cle, String(f[cle]))
  if (f.page && f.page > 1) p.set('page', String(f.page))
  const suite = p.toString()
  return suite ? `${chemin}?${suite}` : chemin
}
export const adresseMesures = (f: Filtres): string => adresse('/tableau/mesures', { ...f, page: 1 })
export const adresseCentre = (code: string, f: Filtres = {}): string =>
  adresse(`/tableau/centre/${encodeURIComponent(code)}`, { periode: f.periode ?? null })

/** Une ligne de conformité : un thème, un débiteur ou un centre, toujours avec ses nombres. */
export type LigneConformite = { cle: string; libelle: string; compte: Compte; conformite: Conformite }

export const COMPTE_VIDE: Compte = { decompte: DECOMPTE_VIDE, contestees: 0 }
export const ligneDe = (cle: string, libelle: string, compte: Compte = COMPTE_VIDE): LigneConformite => ({
  cle,
  libelle,
  compte,
  conformite: conformite(compte.decompte),
})

/** Thèmes qui ont au moins une mesure, dans l'ordre des articles. */
export const parTheme = (comptes: ReadonlyMap<string, Compte>): LigneConformite[] =>
  CODES_THEME.flatMap((t) => (comptes.has(t) ? [ligneDe(t, THEMES[t], comptes.get(t))] : []))
export const parDebiteur = (comptes: ReadonlyMap<string, Compte>): LigneConformite[] =>
  DEBITEURS.flatMap((d) => (comptes.has(d) ? [ligneDe(d, DEBITEURS_DITS[d], comptes.get(d))] : []))

/** Une barre d'un graphique. */
export const barreDe = (l: LigneConformite) => ({
  libelle: l.libelle,
  respecte: l.compte.decompte.respecte,
  aSurveiller: l.compte.decompte['a-surveiller'],
  nonRespecte: l.compte.decompte['non-respecte'],
  nonMesure: l.compte.decompte['non-mesure'],
  rapport: rapportDit(l.conformite),
})

export type PointTendance = {
  trimestre: string
  libelle: string
  conformite: Conformite
  compte: Compte
  taux: number | null
  petitNombre: boolean
  rapport: string
}
export const pointsDe = (lus: readonly PointLu[]): PointTendance[] =>
  lus.map(({ trimestre, ...compte }) => {
    const c = conformite(compte.decompte)
    return {
      trimestre,
      libelle: `T${trimestre.slice(6)}\n${trimestre.slice(0, 4)}`,
      conformite: c,
      compte,
      taux: c.taux,
      petitNombre: c.petitNombre,
      rapport: c.taux === null ? '' : `${c.respectees}/${c.jugees}`,
    }
  })

/** Ce qu'un graphique de conformité montre, en phrases. */
export const barresDites = (lignes: readonly LigneConformite[]): string =>
  lignes.map((l) => `${l.libelle} : ${conformiteDite(l.conformite)}.`).join(' ')
export const tendanceDite = (points: readonly PointTendance[]): string =>
  points
    .map(
      (p) =>
        `${p.libelle.replace('\n', ' ')} : ${p.taux === null ? 'aucune mesure jugée' : `${tauxDit(p.conformite)}, ${rapportDit(p.conformite)}`}.`,
    )
    .join(' ')

/** « Arcueil (3), Gentilly (1) et 4 autres centres » : où se trouve ce qu'on compte. */
export function ouDit(parCentre: readonly { nom: string; nombre: number }[], montres = 3): string {
  const tries = parCentre
    .filter((c) => c.nombre > 0)
    .sort((a, b) => b.nombre - a.nombre || (a.nom < b.nom ? -1 : 1))
  const noms = tries.slice(0, montres).map((c) => `${c.nom} (${c.nombre})`)
  const reste = tries.length - noms.length
  if (reste > 0) return `${noms.join(', ')} et ${compter(reste, 'autre centre', 'autres centres')}`
  return noms.length > 1 ? `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}` : (noms[0] ?? '')
}
