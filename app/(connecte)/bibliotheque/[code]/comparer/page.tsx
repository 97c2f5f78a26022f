import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ComparaisonModele } from '@/components/bibliotheque/comparaison-modele'
import { EntetePage } from '@/components/ui/entete-page'
import { lireModele } from '@/lib/lectures/modele/lire-modeles'
import { comparaisonDeModeles } from '@/lib/presentation/bibliotheque/comparaison'
import { nomDeVersion } from '@/lib/presentation/bibliotheque/modele'
import { lireReglages } from '@/lib/presentation/conventions/versions'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Versions d’un modèle comparées' }

type Proprietes = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PageComparerModele({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const { code } = await params
  const demande = await searchParams
  const { de, a } = demande
  if (typeof de !== 'string' || typeof a !== 'string') notFound()
  const [avant, apres] = [await lireModele(acteur, code, de), await lireModele(acteur, code, a)]
  if (!avant || !apres) notFound()
  const dite = comparaisonDeModeles(
    { texte: avant, nom: nomDeVersion(avant) },
    { texte: apres, nom: nomDeVersion(apres) },
  )
  return (
    <>
      <EntetePage
        titre="Versions comparées"
        surtitre={apres.intitule}
        filAriane={[
          { libelle: 'Bibliothèque', href: '/bibliotheque' },
          { libelle: apres.intitule, href: `/bibliotheque/${code}` },
          { libelle: 'Versions', href: `/bibliotheque/${code}/versions` },
          { libelle: 'Comparaison' },
        ]}
      />
      <ComparaisonModele
        dite={dite}
        reglages={lireReglages(demande)}
        adresse={`/bibliotheque/${code}/comparer?de=${de}&a=${a}`}
      />
    </>
  )
}
