import type { DateIso } from './dates'

export type Seance = { id: string; le: DateIso; depotAvant: DateIso | null; annulee: boolean }

export type CalendrierDuVote = {
  /** Prochaine séance où le dossier peut encore passer, ou `null` si aucune n'est connue. */
  seance: Seance | null
  /** Dernier jour utile de dépôt pour elle, et jours qui restent (0 : aujourd'hui). */
  depot: { avant: DateIso; jours: number } | null
  /** Séances à venir dont le dépôt est déjà clos. */
  manquees: Seance[]
  /** Premier jour où la partie pourrait signer : celui de la séance, une fois la décision exécutoire. */
  signatureAuPlusTot: DateIso | null
  /** Jours entre la première signature possible et l'effet souhaité, négatif quand elle vient après ; `null` sans date. */
  marge: number | null
}

/**
 * Prochaine séance atteignable au jour dit. Une séance sans limite de dépôt reste atteignable jusqu'à la veille ; une
 * limite vaut jusqu'à son jour, inclus. Une séance annulée n'existe pas.
 */
export function calendrierDuVote(
  seances: readonly Seance[],
  jour: DateIso,
  effetSouhaite: DateIso | null = null,
): CalendrierDuVote {
  const aVenir = seances.filter((s) => !s.annulee && s.le >= jour).sort((a, b) => (a.le < b.le ? -1 : 1))
  const atteignable = (s: Seance) => (s.depotAvant ? s.depotAvant >= jour : s.le > jour)
  const seance = aVenir.find(atteignable) ?? null
  const signatureAuPlusTot = seance?.le ?? null
  return {
    seance,
    depot: seance?.depotAvant ? { avant: seance.depotAvant, jours: ecart(jour, seance.depotAvant) } : null,
    manquees: aVenir.filter((s) => !atteignable(s) && (!seance || s.le < seance.le)),
    signatureAuPlusTot,
    marge: signatureAuPlusTot && effetSouhaite ? ecart(signatureAuPlusTot, effetSouhaite) : null,
  }
}

/** Jours calendaires de l'une à l'autre date. */
export const ecart = (de: DateIso, a: DateIso): number =>
  Math.round((Date.parse(`${a}T00:00:00Z`) - Date.parse(`${de}T00:00:00Z`)) / 86_400_000)
