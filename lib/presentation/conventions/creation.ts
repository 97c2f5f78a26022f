import { nomProvisoire } from '../../domaine/organisation/fiche'
import type { CentreAChoisir, GroupeAChoisir } from '../../lectures/convention/preparer-creation'
import { dateEnLettres } from '../dates'
import { majuscule } from './liste'

export type GestionnaireAChoisir = {
  id: string
  ville: string
  nom: string
  centres: { id: string; code: string; nom: string; fermeLe: string | null }[]
  /** Références des conventions déjà ouvertes et non abandonnées. */
  ouvertes: string[]
  /** Conventions-cadres en vigueur, auxquelles une activité partagée se rattache d'office. */
  cadres: string[]
}

/** Centres rangés par gestionnaire : c'est lui qui signe, une convention par gestionnaire. */
export function parGestionnaire(centres: readonly CentreAChoisir[]): GestionnaireAChoisir[] {
  const lots = new Map<string, GestionnaireAChoisir>()
  for (const c of centres) {
    const lot = lots.get(c.gestionnaire.id) ?? {
      id: c.gestionnaire.id,
      ville: c.commune ?? majuscule(c.gestionnaire.nom),
      nom: majuscule(c.gestionnaire.nom),
      centres: [],
      cadres: c.cadres,
      ouvertes: [...new Set(c.conventions.filter((x) => x.etape !== 'ABANDONNEE').map((x) => x.reference))],
    }
    lot.centres.push({ id: c.id, code: c.code, nom: nomProvisoire(c.nom), fermeLe: c.fermeLe })
    lots.set(lot.id, lot)
  }
  return [...lots.values()]
}

/** Ce qui va se passer, dit avant le clic. */
export function consequenceCreation(
  gestionnaires: readonly GestionnaireAChoisir[],
  choisis: readonly string[],
  acteGroupe = false,
): string {
  const lots = gestionnaires.filter((g) => g.centres.some((c) => choisis.includes(c.id)))
  const [premier] = lots
  if (!premier) return 'Choisissez au moins un centre.'
  if (lots.length > 1 && acteGroupe)
    return `Une seule convention sera créée, que signeront ${lots
      .map((g) => g.ville)
      .join(', ')
      .replace(/, ([^,]*)$/, ' et $1')} : un texte commun, un vote et une signature pour chacune.`
  if (lots.length > 1)
    return `${lots.length} conventions seront créées, une par gestionnaire, avec le même texte : ${lots.map((g) => g.ville).join(', ')}.`
  const n = premier.centres.filter((c) => choisis.includes(c.id)).length
  return n > 1
    ? `Une convention sera créée avec ${premier.ville}, pour ses ${n} centres.`
    : `Une convention sera créée avec ${premier.ville}.`
}

/** Ce à quoi une activité partagée se rattachera, et les gestionnaires qui n'ont pas de cadre en vigueur. */
export function rattachementPrevu(
  gestionnaires: readonly GestionnaireAChoisir[],
  choisis: readonly string[],
): { cadres: string[]; sans: string[] } {
  const lots = gestionnaires.filter((g) => g.centres.some((c) => choisis.includes(c.id)))
  return {
    cadres: [...new Set(lots.flatMap((g) => g.cadres))],
    sans: lots.filter((g) => g.cadres.length === 0).map((g) => g.ville),
  }
}

export const nomDuGroupe = (g: Pick<GroupeAChoisir, 'nom' | 'sigle' | 'fermeLe'>): string =>
  [g.sigle ? `${g.nom} (${g.sigle})` : g.nom, g.fermeLe && fermeLe(g.fermeLe)].filter(Boolean).join(', ')

/** « fermé le 31 décembre 2024 ». */
export const fermeLe = (dernierJour: string): string => `fermé le ${dateEnLettres(dernierJour)}`
