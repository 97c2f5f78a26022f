import { Plus } from 'lucide-react'
import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import { nomARenseigner, nomProvisoire } from '@/lib/domaine/organisation/fiche'
import { naturesFilles } from '@/lib/domaine/organisation/rattachements'
import type { Branche } from '@/lib/lectures/administration/referentiel'
import { initiale } from '@/lib/presentation/comptes'
import { derniereOuverture } from '@/lib/presentation/organisation/libelles'
import {
  adresseCreation,
  CHEMIN_ORGANISATIONS,
  TEXTES_NATURE,
} from '@/lib/presentation/organisation/referentiel'
import { LIBELLES_NATURE } from '@/lib/presentation/roles'
import { typographier } from '@/lib/presentation/typographie'

/** L'arbre des organisations : chacune mène à sa fiche, et dit ce qu'on peut créer dessous. */
export function ArbreOrganisations({ branches }: { branches: readonly Branche[] }) {
  return (
    <ul className="border-l border-trait pl-4 sm:pl-6">
      {branches.map((b) => (
        <li key={b.code} className="py-2">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <Link href={`${CHEMIN_ORGANISATIONS}/${b.code}`} className="lien font-medium">
              {initiale(typographier(nomProvisoire(b.nom)))}
            </Link>
            <span className="text-sm text-encre-2">
              {LIBELLES_NATURE[b.nature]}
              {b.nature === 'GROUPE_HOSPITALIER' && b.sigle && `, ${b.sigle}`}
              {b.partenaires.length > 0 && `, partenaire\u00a0: ${b.partenaires.join(', ')}`}
            </span>
            {nomARenseigner(b.nom) && <Etiquette ton="vigilance">Nom à renseigner</Etiquette>}
            {b.jusqua && <Etiquette ton="inconnu">{derniereOuverture(b.jusqua)}</Etiquette>}
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
          className="inline-flex min-h-6 items-center gap-1 text-encre-2 underline-offset-4 hover:text-encre hover:underline"
          aria-label={`Ajouter ${TEXTES_NATURE[n].un} à ${b.nom}`}
        >
          <Plus aria-hidden size={14} />
          Ajouter {TEXTES_NATURE[n].un}
        </Link>
      ))}
    </p>
  )
}
