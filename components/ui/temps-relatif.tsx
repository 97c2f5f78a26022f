import {
  dateAvecJour,
  dateCourte,
  dateEnLettres,
  dateEtHeure,
  dureeRelative,
} from '@/lib/presentation/typographie'

type Proprietes = {
  /** Date du droit (AAAA-MM-JJ) ou instant. */
  date: string | Date
  maintenant: Date
  forme?: 'lettres' | 'jour' | 'courte'
  className?: string
}

/** La date exacte, et à côté la durée : « 1er septembre 2018 (il y a 7 ans) ». */
export function TempsRelatif({ date, maintenant, forme = 'lettres', className }: Proprietes) {
  const exacte =
    forme === 'courte'
      ? dateCourte(date)
      : forme === 'jour'
        ? dateAvecJour(date)
        : date instanceof Date
          ? dateEtHeure(date)
          : dateEnLettres(date)
  return (
    <span className={className}>
      <time dateTime={typeof date === 'string' ? date : date.toISOString()}>{exacte}</time>{' '}
      <span className="text-encre-2">({dureeRelative(date, maintenant)})</span>
    </span>
  )
}
