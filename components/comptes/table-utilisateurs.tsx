import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import type { UtilisateurListe } from '@/lib/lectures/administration/utilisateurs'
import { ETATS_COMPTE } from '@/lib/presentation/comptes'
import { dureeRelative } from '@/lib/presentation/dates'
import { LIBELLES_ROLE } from '@/lib/presentation/roles'

/** Une ligne par compte : nom, ce qu'il peut faire, son état ; empilée sur un écran étroit. */
export function TableUtilisateurs({
  utilisateurs,
  maintenant,
}: {
  utilisateurs: readonly UtilisateurListe[]
  maintenant: Date
}) {
  return (
    <ul className="divide-y divide-trait border-y border-trait">
      {utilisateurs.map((u) => (
        <li
          key={u.id}
          className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[minmax(0,3fr)_minmax(0,4fr)_minmax(0,2fr)]"
        >
          <div className="min-w-0">
            <Link href={`/administration/utilisateurs/${u.id}`} className="lien font-medium">
              {u.nom}
            </Link>
            <span className="block text-sm wrap-anywhere text-encre-2">{u.courriel}</span>
          </div>
          <div className="min-w-0">
            {u.habilitations.length === 0 ? (
              <span className="text-inconnu italic">Aucune habilitation</span>
            ) : (
              u.habilitations.map((h) => (
                <span key={`${h.role} ${h.organisation}`} className="block">
                  {LIBELLES_ROLE[h.role]}, <span className="text-encre-2">{h.organisation}</span>
                </span>
              ))
            )}
          </div>
          <div className="flex flex-col items-start gap-1">
            <span className="flex flex-wrap gap-1">
              <Etiquette ton={ETATS_COMPTE[u.etat].ton}>{ETATS_COMPTE[u.etat].libelle}</Etiquette>
              {u.demonstration && <Etiquette>Démonstration</Etiquette>}
            </span>
            <span className="text-sm text-encre-2">
              {u.derniereVisiteLe ? `Venu ${dureeRelative(u.derniereVisiteLe, maintenant)}` : 'Jamais venu'}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
