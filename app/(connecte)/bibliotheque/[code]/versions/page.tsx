import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListeVersions } from '@/components/bibliotheque/liste-versions'
import { EntetePage } from '@/components/ui/entete-page'
import { lireVersionsModele } from '@/lib/lectures/modele/lire-versions-modele'
import { exigerSession } from '@/lib/serveur/session'
import { retirer } from '../../actions'

export const metadata: Metadata = { title: 'Versions d’un modèle' }

export default async function PageVersionsModele({ params }: { params: Promise<{ code: string }> }) {
  const { acteur } = await exigerSession()
  const lues = await lireVersionsModele(acteur, (await params).code)
  if (!lues) notFound()
  return (
    <>
      <EntetePage
        titre="Versions du modèle"
        surtitre={lues.intitule}
        filAriane={[
          { libelle: 'Bibliothèque', href: '/bibliotheque' },
          { libelle: lues.intitule, href: `/bibliotheque/${lues.code}` },
          { libelle: 'Versions' },
        ]}
        description={
          lues.avecUsage
            ? 'Publier ou retirer une version ne change aucune convention. Pour chacune, ce que la version proposée aujourd’hui y changerait.'
            : 'Une version publiée ne change plus.'
        }
      />
      <ListeVersions lues={lues} retirer={retirer} />
    </>
  )
}
