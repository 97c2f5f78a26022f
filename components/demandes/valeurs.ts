import type { DemandeLue } from '@/lib/lectures/demande/lire-demandes'
import { momentDeParis } from '@/lib/presentation/demande/moment'
import type { Complement, ValeursDemande } from './types'

const enSaisie = (d: Date | null): string | null => (d ? momentDeParis(d) : null)
/** Ce que l'hôpital a répondu, en valeurs de saisie. */
export const complementDe = (d: DemandeLue): Complement => ({
  degreRetenu: d.degreRetenu,
  repondueLe: enSaisie(d.repondueLe),
  rendezVousLe: enSaisie(d.rendezVousLe),
  issue: d.issue,
})
/** Une demande lue, en valeurs de saisie. */
export const valeursDe = (d: DemandeLue): ValeursDemande => ({
  centreId: d.centreId,
  siteId: d.siteId,
  nature: d.nature,
  examen: d.examen,
  specialite: d.specialite,
  degreDemande: d.degreDemande,
  canal: d.canal,
  demandeeLe: momentDeParis(d.demandeeLe),
  ...complementDe(d),
})
