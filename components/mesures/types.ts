import type { Constat } from '@/lib/domaine/engagement/juger'
import type { Reponse } from '@/lib/serveur/action'
import type { Deposer } from '../conventions/depot-scan'

type Visee = { mesureId: string; version: number }
/** Un constat avec la médiane toujours dite, vide ou non, comme le serveur la lit. */
type ConstatEnvoye =
  | (Omit<Extract<Constat, { genre: 'rapport' }>, 'mediane'> & { mediane: number | null })
  | Exclude<Constat, { genre: 'rapport' }>
export type MesureDite = Visee & {
  constat: ConstatEnvoye
  commentaire: string
  preuveLien: string
  fichierId: string | null
}
type Fait = Promise<Reponse<{ version: number }>>

/** Écritures d'une mesure, données par la page. */
export type ActionsMesure = {
  saisir: (s: MesureDite) => Fait
  reprendre: (s: MesureDite & { motif: string }) => Fait
  corriger: (s: MesureDite & { motif: string }) => Fait
  valider: (s: Visee) => Fait
  contester: (s: Visee & { motif: string }) => Fait
  maintenir: (s: Visee & { motif: string }) => Fait
  figer: (s: Visee) => Fait
  rouvrir: (s: Visee & { motif: string }) => Fait
  deposer: Deposer
}

export const constatEnvoye = (c: Constat): ConstatEnvoye =>
  c.genre === 'rapport' ? { ...c, mediane: c.mediane ?? null } : c
