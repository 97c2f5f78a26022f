import { calendrierDuVote, ecart, type Seance } from '../../domaine/calendrier/conseil'
import type { DateIso } from '../../domaine/calendrier/dates'
import type { EtatDit } from '../conventions/etats'
import { compter, dateAvecJour, dateEnLettres, typographier } from '../typographie'

export type SeanceDite = { date: string; depot: string; etat: EtatDit | null }

/** Chaque séance à venir en mots : son jour, jusqu'à quand déposer, et la seule que l'on puisse encore viser d'abord. */
export function seancesDites(seances: readonly Seance[], jour: DateIso): Map<string, SeanceDite> {
  const { seance: visee, manquees } = calendrierDuVote(seances, jour)
  const etat = (s: Seance): EtatDit | null => {
    if (s.annulee) return { libelle: 'Annulée', ton: 'neutre' }
    if (s.id === visee?.id) return { libelle: 'Prochaine possible', ton: 'accent' }
    return manquees.some((m) => m.id === s.id) ? { libelle: 'Dépôt clos', ton: 'vigilance' } : null
  }
  return new Map(
    seances.map((s) => [s.id, { date: dateAvecJour(s.le), depot: depotDit(s, jour), etat: etat(s) }]),
  )
}

function depotDit(s: Seance, jour: DateIso): string {
  if (s.annulee) return ''
  if (!s.depotAvant) return 'Limite de dépôt non connue'
  const reste = ecart(jour, s.depotAvant)
  const delai = reste < 0 ? '' : reste === 0 ? ' : c’est aujourd’hui' : `, dans ${compter(reste, 'jour')}`
  return typographier(`Dépôt jusqu’au ${dateEnLettres(s.depotAvant)} inclus${delai}`)
}
