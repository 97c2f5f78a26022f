import Link from 'next/link'
import type { RetourResume } from '@/lib/lectures/convention/lire-retours'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import { dateEnLettres } from '@/lib/presentation/typographie'
import { type DeposerRetour, DepotRetour } from './depot-retour'

/** Fichiers Word revenus, et le dépôt d'un autre pour qui peut écrire. */
export function RetoursWord({
  reference,
  retours,
  depot,
}: {
  reference: string
  retours: readonly RetourResume[]
  depot: { acteId: string; versions: readonly number[]; deposer: DeposerRetour } | null
}) {
  if (retours.length === 0 && !depot) return null
  return (
    <section aria-labelledby="titre-retours">
      <h2 id="titre-retours" className="font-serif text-lg mb-2 font-semibold">
        Relu dans Word
      </h2>
      {retours.length > 0 && (
        <ul className="mb-4 space-y-2">
          {retours.map((r) => (
            <li key={r.id}>
              <Link
                className="lien break-words"
                href={`${adresseConvention(reference)}/versions/retours/${encodeURIComponent(r.id)}`}
              >
                {r.nom}
              </Link>
              <span className="block text-sm text-encre-2">
                Version {r.numero}, {dateEnLettres(r.creeLe)}, par {r.par}
              </span>
            </li>
          ))}
        </ul>
      )}
      {depot && <DepotRetour reference={reference} {...depot} />}
    </section>
  )
}
