import type { Metadata } from 'next'
import Link from 'next/link'
import { CreerOrganisation } from '@/components/referentiel/creer-organisation'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { NATURES_ORGANISATION } from '@/lib/domaine/organisation/acteur'
import { naturesParentes } from '@/lib/domaine/organisation/rattachements'
import { listerChoix } from '@/lib/lectures/administration/fiche-organisation'
import {
  adresseCreation,
  CHEMIN_ORGANISATIONS,
  natureDAdresse,
  TEXTES_NATURE,
} from '@/lib/presentation/organisation/referentiel'
import { LIBELLES_NATURE } from '@/lib/presentation/roles'
import { exigerAdministration } from '@/lib/serveur/administration'
import { creer } from '../actions'

export const metadata: Metadata = { title: 'Créer une organisation' }

type Proprietes = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const FIL = [
  { libelle: 'Administration', href: '/administration' },
  { libelle: 'Organisations', href: CHEMIN_ORGANISATIONS },
  { libelle: 'Nouvelle' },
]

export default async function PageNouvelle({ searchParams }: Proprietes) {
  const { acteur } = await exigerAdministration()
  const parametres = await searchParams
  const nature = natureDAdresse(parametres.nature)
  if (!nature) return <ChoixNature />
  const textes = TEXTES_NATURE[nature]
  const natures = naturesParentes(nature)
  const parents = await listerChoix(acteur, natures)
  const parent =
    parents.find((p) => p.code === parametres.parent) ?? (parents.length === 1 ? parents[0] : null)
  const orpheline = natures.length > 0 && parents.length === 0
  return (
    <>
      <EntetePage titre={`Créer ${textes.un}`} filAriane={FIL} description={textes.aide} />
      {orpheline ? (
        <EtatVide
          titre="Il manque une étape"
          action={natures.map((n) => (
            <LienBouton key={n} href={adresseCreation(n)}>
              Créer {TEXTES_NATURE[n].un}
            </LienBouton>
          ))}
        >
          {textes.sansParent}
        </EtatVide>
      ) : (
        <CreerOrganisation
          key={`${nature} ${parent?.id}`}
          nature={nature}
          parents={parents}
          parentId={parent?.id ?? ''}
          action={creer}
        />
      )}
    </>
  )
}

function ChoixNature() {
  return (
    <>
      <EntetePage titre="Créer une organisation" filAriane={FIL} description="Que voulez-vous créer ?" />
      <ul className="max-w-3xl divide-y divide-trait border-y border-trait">
        {NATURES_ORGANISATION.map((n) => (
          <li key={n} className="py-4">
            <Link href={adresseCreation(n)} className="lien text-lg font-medium">
              {LIBELLES_NATURE[n]}
            </Link>
            <p className="text-encre-2">{TEXTES_NATURE[n].aide}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
