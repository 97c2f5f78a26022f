import Link from 'next/link'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import type { GroupeListe } from '@/lib/lectures/organisation/groupes'
import { compter } from '@/lib/presentation/typographie'

export const ListeGroupes = ({ groupes }: { groupes: readonly GroupeListe[] }) => (
  <>
    <EntetePage
      titre="Groupes hospitaliers"
      description="Leurs hôpitaux, leurs centres partenaires, et le tableau des besoins et de l’offre."
    />
    {groupes.length === 0 ? (
      <EtatVide titre="Aucun groupe hospitalier ne vous est ouvert">
        <p>Votre habilitation n’est rattachée à aucun groupe. Votre administrateur peut la compléter.</p>
      </EtatVide>
    ) : (
      <ul className="divide-y divide-trait border-y border-trait">
        {groupes.map((g) => (
          <li key={g.code} className="relative flex flex-wrap justify-between gap-x-6 gap-y-1 py-4">
            <div className="min-w-0">
              <Link
                href={`/groupes/${g.code}`}
                className="font-semibold hover:text-accent after:absolute after:inset-0"
              >
                {g.nom}
              </Link>
              <p className="text-sm text-encre-2">
                {[g.sigle, g.institution, ...g.sites].filter(Boolean).join(' · ')}
              </p>
            </div>
            <p className="text-sm text-encre-2">
              {compter(g.centres, 'centre partenaire', 'centres partenaires')}
            </p>
          </li>
        ))}
      </ul>
    )}
  </>
)
