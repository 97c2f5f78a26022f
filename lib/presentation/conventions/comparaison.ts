import { aChange, type UniteComparee } from '../../documents/blocs/comparer'
import type { CoteCompare } from '../../domaine/acte/cotes'
import { compter, dateEnLettres, typographier } from '../typographie'

type Version = { numero: number; creeLe: Date }

/** « version 2 », « texte en cours », « modèle ». */
export const nomDuCote = (cote: CoteCompare): string =>
  cote === 'travail' ? 'texte en cours' : cote === 'modele' ? 'modèle' : `version\u00a0${cote}`

/** « de la version 1 », « du modèle » : l'origine d'une comparaison. */
export const deCote = (cote: CoteCompare): string =>
  typeof cote === 'number' ? `de la ${nomDuCote(cote)}` : `du ${nomDuCote(cote)}`
/** « à la version 2 », « au texte en cours ». */
export const aCote = (cote: CoteCompare): string =>
  typeof cote === 'number' ? `à la ${nomDuCote(cote)}` : `au ${nomDuCote(cote)}`

/** « Version 2, partagée le 22 novembre 2026 ». */
export function coteDate(cote: CoteCompare, versions: readonly Version[]): string {
  const version = versions.find((v) => v.numero === cote)
  const nom = nomDuCote(cote)
  const debut = nom.charAt(0).toUpperCase() + nom.slice(1)
  return version ? `${debut}, partagée le ${dateEnLettres(version.creeLe)}` : debut
}

/** « Article 2 – Suivi », « Annexe 1 », « Préambule, 3. », « Visa : Vu… » : jamais l'identité technique. */
export function nomDUnite(u: UniteComparee): string {
  // Un article retiré porte un numéro qu'un autre a peut-être pris.
  const retire = u.sort === 'retiree'
  const brut = (u.numeroApres ?? u.numeroAvant)?.intitule ?? ''
  const numero = retire && /^(Article|Annexe)/.test(brut) ? ancien(brut) : brut
  switch (u.genre) {
    case 'titre':
      return 'Titre de l’acte'
    case 'parties':
      return 'Désignation des parties'
    case 'preambule':
      return u.titre || 'Préambule'
    case 'visa':
      return typographier(`Visa « ${u.titre.replace(/^Vu /, 'vu ')} »`)
    case 'considerant':
      return `Préambule, alinéa\u00a0${numero.replace('.', '')}`
    case 'sous-article':
      return [retire ? `Ancien article\u00a0${numero}` : `Article\u00a0${numero}`, u.titre]
        .filter(Boolean)
        .join(' – ')
    default:
      return [numero, u.titre].filter(Boolean).join(' – ')
  }
}

type Famille = { un: string; plusieurs: string; feminin: boolean }
const FAMILLES: Record<UniteComparee['genre'], Famille> = {
  titre: { un: 'titre', plusieurs: 'titres', feminin: false },
  parties: { un: 'désignation des parties', plusieurs: 'désignations', feminin: true },
  preambule: { un: 'préambule', plusieurs: 'préambules', feminin: false },
  visa: { un: 'visa', plusieurs: 'visas', feminin: false },
  considerant: { un: 'alinéa du préambule', plusieurs: 'alinéas du préambule', feminin: false },
  article: { un: 'article', plusieurs: 'articles', feminin: false },
  'sous-article': { un: 'article', plusieurs: 'articles', feminin: false },
  annexe: { un: 'annexe', plusieurs: 'annexes', feminin: true },
}
const SORTS = { modifiee: 'modifié', ajoutee: 'ajouté', retiree: 'retiré', deplacee: 'déplacé' } as const
type SortDit = keyof typeof SORTS

const sortDit = (u: UniteComparee): SortDit | null =>
  u.sort !== 'inchangee' ? u.sort : u.deplacee ? 'deplacee' : null

/** « modifié », « ajoutée et déplacée »… accordé à l'unité ; vide pour une unité inchangée. */
export function sortDeLUnite(u: UniteComparee): string {
  const dit = sortDit(u)
  if (!dit) return ''
  const { feminin } = FAMILLES[u.genre]
  const e = feminin ? 'e' : ''
  return u.deplacee && dit !== 'deplacee' ? `${SORTS[dit]}${e} et déplacé${e}` : `${SORTS[dit]}${e}`
}

/** Ce qui a changé, en une phrase : « 3 articles modifiés, 1 annexe ajoutée ». */
export function phraseDesChanges(unites: readonly UniteComparee[]): string {
  const comptes = new Map<string, { famille: Famille; sort: SortDit; n: number }>()
  for (const sort of Object.keys(SORTS) as SortDit[])
    for (const u of unites) {
      if (sortDit(u) !== sort) continue
      const famille = FAMILLES[u.genre]
      const cle = `${famille.un}|${sort}`
      const compte = comptes.get(cle) ?? { famille, sort, n: 0 }
      compte.n++
      comptes.set(cle, compte)
    }
  const parts = [...comptes.values()].map(({ famille: f, sort, n }) => {
    const accord = `${f.feminin ? 'e' : ''}${n > 1 ? 's' : ''}`
    return `${compter(n, f.un, f.plusieurs)} ${SORTS[sort]}${accord}`
  })
  return parts.join(', ') || 'Aucun mot ne change'
}

const ancien = (intitule: string): string =>
  `${intitule.startsWith('Annexe') ? 'Ancienne' : 'Ancien'} ${intitule.charAt(0).toLowerCase()}${intitule.slice(1)}`

/** Ancien numéro d'une unité qui en a changé : « était l’article 4 » ; vide sinon. */
export function ancienNumero(u: UniteComparee): string {
  const [avant, apres] = [u.numeroAvant?.intitule ?? '', u.numeroApres?.intitule ?? '']
  return avant && apres && avant !== apres ? `était ${numeroDit(avant)}` : ''
}

/** Ce que sa place est devenue, à la suite de « modifié » ou « déplacé » : « était l’article 4 ». */
export const precisionsDeLUnite = (u: UniteComparee): string =>
  [sortDeLUnite(u), ancienNumero(u)].filter(Boolean).join(', ')

/** Unités dont seul le numéro a changé : « L’article 4 devient l’article 3 ». */
export const renumerotations = (unites: readonly UniteComparee[]): string[] =>
  unites.flatMap((u) => {
    const [avant, apres] = [u.numeroAvant?.intitule, u.numeroApres?.intitule]
    return !aChange(u) && u.renumerotee && avant && apres && avant !== apres
      ? [`${avant} devient ${apres.charAt(0).toLowerCase()}${apres.slice(1)}`]
      : []
  })

const numeroDit = (intitule: string): string => {
  if (/^[\d.]+$/.test(intitule)) return `le ${intitule.replace(/\.$/, '')}`
  return `l’${intitule.charAt(0).toLowerCase()}${intitule.slice(1)}`
}

export const titreDeComparaison = (de: CoteCompare, a: CoteCompare): string =>
  `Version comparée\u00a0: ${deCote(de)} ${aCote(a)}`
