import type { Cible } from '../../domaine/engagement/cible'
import type { EtatMesure } from '../../domaine/engagement/droits'
import { type Constat, constatAttendu } from '../../domaine/engagement/juger'
import { nombre } from '../../domaine/texte/ecriture/typographie'
import { dateEnLettres } from '../dates'
import { compter, INSECABLE } from '../typographie'
import { rapportDit } from './mots'

const ETATS_CONSTATS = { oui: 'Oui', partiel: 'En partie', non: 'Non' } as const
export const CHOIX_ETAT = (['oui', 'partiel', 'non'] as const).map((valeur) => ({
  valeur,
  libelle: ETATS_CONSTATS[valeur],
}))

export const ETATS_DITS: Readonly<
  Record<EtatMesure, { libelle: string; ton: 'neutre' | 'accent' | 'tenu' | 'vigilance' | 'inconnu' }>
> = {
  ATTENDUE: { libelle: 'À saisir', ton: 'inconnu' },
  SAISIE: { libelle: 'Saisie, à valider', ton: 'accent' },
  VALIDEE: { libelle: 'Validée', ton: 'tenu' },
  CONTESTEE: { libelle: 'Contestée', ton: 'vigilance' },
}

const UNITES_MEDIANE = { heure: 'h', jour: 'jours', mois: 'mois', an: 'ans' } as const
export const uniteMediane = (c: Cible | null): string => (c?.genre === 'delai' ? UNITES_MEDIANE[c.unite] : '')

/** Ce qui a été constaté : « 18 sur 20 (90 %), médiane 31 h », « 8 patients », « Remis le 3 mai 2026 », « En partie ». */
export function constatDit(constat: Constat, cible: Cible | null): string {
  switch (constat.genre) {
    case 'rapport': {
      const rapport = rapportDit(constat.numerateur, constat.denominateur)
      const { mediane } = constat
      return mediane === null || mediane === undefined
        ? rapport
        : `${rapport}, médiane ${nombre(mediane)}${INSECABLE}${uniteMediane(cible)}`
    }
    case 'nombre':
      if (cible?.genre === 'quantite') return `${nombre(constat.nombre)}${INSECABLE}${cible.unite}`
      return compter(constat.nombre, 'fois', 'fois')
    case 'remise':
      return constat.le === null ? 'Pas remis' : `Remis le ${dateEnLettres(constat.le)}`
    case 'etat':
      return ETATS_CONSTATS[constat.etat]
  }
}

/** Ce que disent les champs d'une mesure, tels qu'on les tape. */
export type Brouillon = {
  a: string
  b: string
  mediane: string
  etat: string
  le: string
  pasRemis: boolean
}
export const BROUILLON_VIDE: Brouillon = { a: '', b: '', mediane: '', etat: '', le: '', pasRemis: false }

/** Champs tels que le constat les remplirait. */
export function brouillonDe(c: Constat | null): Brouillon {
  if (c === null) return BROUILLON_VIDE
  const ecrire = (n: number | null | undefined) =>
    n === null || n === undefined ? '' : String(n).replace('.', ',')
  if (c.genre === 'rapport')
    return {
      ...BROUILLON_VIDE,
      a: ecrire(c.numerateur),
      b: ecrire(c.denominateur),
      mediane: ecrire(c.mediane),
    }
  if (c.genre === 'nombre') return { ...BROUILLON_VIDE, a: ecrire(c.nombre) }
  if (c.genre === 'etat') return { ...BROUILLON_VIDE, etat: c.etat }
  return { ...BROUILLON_VIDE, le: c.le ?? '', pasRemis: c.le === null }
}

/** Code de refus d'un champ (`messageChamp`), et lequel. */
export type RefusSaisie = { champ: keyof Brouillon; code: string }
export type LectureSaisie =
  | { etat: 'vide' }
  | { etat: 'incomplet'; refus: RefusSaisie }
  | { etat: 'lu'; constat: Constat }

/** « 1 200 », « 12,5 » : un nombre comme on l'écrit en français ; `null` s'il n'en est pas un. */
export function lireNombre(texte: string): number | null {
  const nu = texte.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,4})?$/.test(nu) ? Number(nu) : null
}
const lireCompte = (texte: string): number | null => {
  const n = lireNombre(texte)
  return n !== null && Number.isInteger(n) ? n : null
}

/** Constat que ces champs disent, selon ce que la cible attend ; sinon ce qui manque ou ne se lit pas. */
export function lireBrouillon(cible: Cible, b: Brouillon): LectureSaisie {
  const refuser = (champ: keyof Brouillon, code: string): LectureSaisie => ({
    etat: 'incomplet',
    refus: { champ, code },
  })
  switch (constatAttendu(cible)) {
    case 'rapport':
      return lireRapport(b, refuser)
    case 'nombre': {
      if (b.a.trim() === '') return { etat: 'vide' }
      const n = cible.genre === 'frequence' ? lireCompte(b.a) : lireNombre(b.a)
      if (n === null) return refuser('a', cible.genre === 'frequence' ? 'entier' : 'nombre')
      return { etat: 'lu', constat: { genre: 'nombre', nombre: n } }
    }
    case 'etat': {
      const choix = CHOIX_ETAT.find((c) => c.valeur === b.etat)
      return choix ? { etat: 'lu', constat: { genre: 'etat', etat: choix.valeur } } : { etat: 'vide' }
    }
    case 'remise':
      if (b.pasRemis) return { etat: 'lu', constat: { genre: 'remise', le: null } }
      return b.le === '' ? { etat: 'vide' } : { etat: 'lu', constat: { genre: 'remise', le: b.le } }
  }
}

function lireRapport(
  b: Brouillon,
  refuser: (champ: keyof Brouillon, code: string) => LectureSaisie,
): LectureSaisie {
  if ([b.a, b.b, b.mediane].every((t) => t.trim() === '')) return { etat: 'vide' }
  const numerateur = lireCompte(b.a)
  const denominateur = lireCompte(b.b)
  if (numerateur === null) return refuser('a', b.a.trim() === '' ? 'requis' : 'entier')
  if (denominateur === null) return refuser('b', b.b.trim() === '' ? 'requis' : 'entier')
  if (numerateur > denominateur) return refuser('a', 'rapport')
  const mediane = b.mediane.trim() === '' ? null : lireNombre(b.mediane)
  if (mediane === null && b.mediane.trim() !== '') return refuser('mediane', 'nombre')
  return { etat: 'lu', constat: { genre: 'rapport', numerateur, denominateur, mediane } }
}

/** Ce que chaque nombre compte, selon la cible. */
export function libellesDesNombres(cible: Cible): { a: string; b: string } {
  if (cible.genre === 'delai') return { a: 'Dans le délai', b: 'Cas en tout' }
  if (cible.genre === 'taux') return { a: 'Cas où c’est fait', b: 'Cas en tout' }
  if (cible.genre === 'quantite')
    return { a: cible.unite.charAt(0).toUpperCase() + cible.unite.slice(1), b: '' }
  return { a: 'Nombre de fois', b: '' }
}
