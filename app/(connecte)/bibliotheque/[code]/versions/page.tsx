import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChoixGroupe } from '@/components/bibliotheque/choix-groupe'
import { ListeVersions } from '@/components/bibliotheque/liste-versions'
import { EntetePage } from '@/components/ui/entete-page'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { lireVersionsModele } from '@/lib/lectures/modele/lire-versions-modele'
import { adresseModele, avecGroupe } from '@/lib/presentation/bibliotheque/adresses'
import { exigerSession } from '@/lib/serveur/session'
import { retirer } from '../../actions'

export const metadata: Metadata = { title: 'Versions d’un modèle' }

type Proprietes = {
  params: Promise<{ code: string }>
  searchParams: Promise<{ groupe?: string | string[] }>
}

export default async function PageVersionsModele({ params, searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const regard = await lireRegard(acteur, (await searchParams).groupe)
  const lues = await lireVersionsModele(acteur, (await params).code, regard.groupeId)
  if (!lues) notFound()
  return (
    <>
      <EntetePage
        titre="Versions du modèle"
        surtitre={lues.intitule}
        filAriane={[
          { libelle: 'Bibliothèque', href: avecGroupe('/bibliotheque', regard.code) },
          { libelle: lues.intitule, href: avecGroupe(adresseModele(lues.code), regard.code) },
          { libelle: 'Versions' },
        ]}
        description={
          lues.avecUsage
            ? 'Publier ou retirer une version ne change aucune convention. Pour chacune, ce que la version proposée aujourd’hui y changerait.'
            : 'Une version publiée ne change plus.'
        }
      />
      <ChoixGroupe regard={regard} adresse={`${adresseModele(lues.code)}/versions`} />
      <ListeVersions groupe={regard.code} lues={lues} retirer={retirer} />
    </>
  )
}
