import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import { naturesFilles } from '@/lib/domaine/organisation/rattachements'
import type { Branche } from '@/lib/lectures/administration/referentiel'
import { initiale } from '@/lib/presentation/comptes'
import { dateEnLettres } from '@/lib/presentation/dates'
import {
  adresseCreation,
  CHEMIN_ORGANISATIONS,
  TEXTES_NATURE,
} from '@/lib/presentation/organisation/referentiel'
import { LIBELLES_NATURE } from '@/lib/presentation/roles'

/** L'arbre des organisations : chacune mène à sa fiche, et dit ce qu'on peut créer dessous. */
export function ArbreOrganisations({ branches }: { branches: readonly Branche[] }) {
  return (
    <ul className="border-l border-trait pl-4 sm:pl-6">
      {branches.map((b) => (
        <li key={b.code} className="py-2">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <Link href={`${CHEMIN_ORGANISATIONS}/${b.code}`} className="lien font-medium">
              {initiale(b.nom)}
            </Link>
            <span className="text-sm text-encre-2">
              {LIBELLES_NATURE[b.nature]}
              {b.nature === 'GROUPE_HOSPITALIER' && b.sigle && `, ${b.sigle}`}
              {b.partenaires.length > 0 && `, partenaire : ${b.partenaires.join(', ')}`}
            </span>
            {b.jusqua && <Etiquette ton="inconnu">Dernier jour : {dateEnLettres(b.jusqua)}</Etiquette>}
          </div>
          {!b.jusqua && <Ajouts branche={b} />}
          {b.enfants.length > 0 && <ArbreOrganisations branches={b.enfants} />}
        </li>
      ))}
    </ul>
  )
}

function Ajouts({ branche: b }: { branche: Branche }) {
  const natures = naturesFilles(b.nature)
  if (natures.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      {natures.map((n) => (
        <Link
          key={n}
          href={adresseCreation(n, b.code)}
          className="lien inline-flex min-h-6 items-center"
          aria-label={`Ajouter ${TEXTES_NATURE[n].un} à ${b.nom}`}
        >
          Ajouter {TEXTES_NATURE[n].un}
        </Link>
      ))}
    </p>
  )
}
