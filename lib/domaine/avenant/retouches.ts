import { diffArrays } from 'diff'
import type { PartieFigee } from '../acte/version'
import type { DateIso } from '../calendrier/dates'
import type { BlocContenu } from '../texte/contenu'
import type { DefinitionParametre, ValeurParametre } from '../texte/parametres'
import { dedoubler } from './blocs'
import {
  type EtatUnite,
  empreinteBloc,
  empreinteEtat,
  type Modification,
  memeValeur,
  type NatureTerme,
  type OperationBloc,
  type PartieDesignee,
  type PlaceUnite,
} from './modifications'
import { memeValeurVotee } from './parties'

/**
 * Ce que la personne a écrit sur le texte en vigueur, une cible à la fois : l'état d'où elle est partie et celui qu'elle
 * veut. Une retouche dont les deux états se valent ne modifie rien.
 */
export type Retouche =
  | {
      cible: 'unite'
      identite: string
      /** `null` : l'unité n'existait pas, ou avait été supprimée. */
      depart: EtatUnite | null
      /** `null` : elle est supprimée. */
      voulu: EtatUnite | null
      /** Exigée pour une unité insérée ; absente quand l'unité a déjà sa place. */
      place?: PlaceUnite
    }
  | {
      cible: 'valeur'
      cle: string
      depart: ValeurParametre | null
      voulu: ValeurParametre | null
      definition?: DefinitionParametre
    }
  | {
      cible: 'partie'
      role: PartieFigee['role']
      rang?: number
      depart: PartieDesignee
      voulu: PartieDesignee
    }
  | { cible: 'terme'; nature: NatureTerme; depart: DateIso | null; voulu: DateIso }

/** La modification que porte une retouche, ou `null` quand elle ne change rien de ce qui se lit. */
export function deriver(r: Retouche): Modification | null {
  switch (r.cible) {
    case 'unite':
      return deriverUnite(r)
    case 'valeur':
      // Un paramètre que la chaîne n'avait pas s'ajoute même sans valeur : il reste à la dire.
      return memeValeurVotee(r.depart, r.voulu) && !r.definition
        ? null
        : {
            genre: 'valeur',
            cle: r.cle,
            depart: r.depart,
            voulu: r.voulu,
            ...(r.definition ? { definition: r.definition } : {}),
          }
    case 'partie':
      return memeValeur(r.depart, r.voulu)
        ? null
        : {
            genre: 'partie',
            role: r.role,
            ...(r.rang ? { rang: r.rang } : {}),
            depart: r.depart,
            voulu: r.voulu,
          }
    case 'terme':
      return r.depart === r.voulu
        ? null
        : { genre: 'terme', nature: r.nature, depart: r.depart, voulu: r.voulu }
  }
}

export const deriverTout = (retouches: readonly Retouche[]): Modification[] =>
  retouches.flatMap((r) => deriver(r) ?? [])

function deriverUnite(r: Extract<Retouche, { cible: 'unite' }>): Modification | null {
  const { identite, depart, voulu } = r
  if (depart === null && voulu === null) return null
  if (depart === null && voulu !== null)
    return r.place
      ? { genre: 'insertion', identite, place: r.place, etat: voulu }
      : { genre: 'retablissement', identite, etat: voulu }
  if (depart !== null && voulu === null)
    return { genre: 'suppression', identite, depart: empreinteEtat(depart) }
  if (depart === null || voulu === null || empreinteEtat(depart) === empreinteEtat(voulu)) return null
  return {
    genre: 'texte',
    identite,
    ...(depart.titre === voulu.titre ? {} : { titre: { depart: depart.titre, voulu: voulu.titre } }),
    blocs: deriverBlocs(depart.contenu.content, voulu.contenu.content),
    ...(memeValeur(depart.annexe, voulu.annexe)
      ? {}
      : { annexe: { depart: depart.annexe, voulu: voulu.annexe } }),
    ...(depart.fichier?.empreinte === voulu.fichier?.empreinte
      ? {}
      : { fichier: { depart: depart.fichier, voulu: voulu.fichier } }),
  }
}

/**
 * Changements de blocs, dans l'ordre du texte voulu. Un bloc garde son identifiant quand il est récrit ; déplacé, il est
 * retiré puis remis. Les blocs qui se lisent pareil ne sont pas touchés.
 */
export function deriverBlocs(avant: readonly BlocContenu[], apres: readonly BlocContenu[]): OperationBloc[] {
  const [depart, voulu] = [dedoubler(avant), dedoubler(apres)]
  const anciens = new Map(depart.map((b) => [b.attrs.id, b]))
  const gardes = new Set<string>()
  for (const c of diffArrays(
    depart.map((b) => b.attrs.id),
    voulu.map((b) => b.attrs.id),
  ))
    if (!c.added && !c.removed) for (const id of c.value) gardes.add(id)
  const operations: OperationBloc[] = []
  for (const b of depart)
    if (!gardes.has(b.attrs.id))
      operations.push({ genre: 'supprimer', id: b.attrs.id, depart: empreinteBloc(b) })
  let voisin: string | null = null
  for (const b of voulu) {
    const ancien = gardes.has(b.attrs.id) ? anciens.get(b.attrs.id) : undefined
    if (!ancien) operations.push({ genre: 'inserer', apres: voisin, voulu: b })
    else if (empreinteBloc(ancien) !== empreinteBloc(b))
      operations.push({ genre: 'remplacer', id: b.attrs.id, depart: empreinteBloc(ancien), voulu: b })
    voisin = b.attrs.id
  }
  return operations
}
