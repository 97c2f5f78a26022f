import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ComparaisonModele } from '@/components/bibliotheque/comparaison-modele'
import { EntetePage } from '@/components/ui/entete-page'
import { lireModele } from '@/lib/lectures/modele/lire-modeles'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { adresseModele, avecGroupe } from '@/lib/presentation/bibliotheque/adresses'
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
  const { code: groupe } = await lireRegard(acteur, demande.groupe)
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
          { libelle: 'Bibliothèque', href: avecGroupe('/bibliotheque', groupe) },
          { libelle: apres.intitule, href: avecGroupe(adresseModele(code), groupe) },
          { libelle: 'Versions', href: avecGroupe(`${adresseModele(code)}/versions`, groupe) },
          { libelle: 'Comparaison' },
        ]}
      />
      <ComparaisonModele
        dite={dite}
        reglages={lireReglages(demande)}
        adresse={avecGroupe(`${adresseModele(code)}/comparer?de=${de}&a=${a}`, groupe)}
      />
    </>
  )
}
