import type { Metadata } from 'next'
import { ChoixGroupe } from '@/components/bibliotheque/choix-groupe'
import { ListeModeles } from '@/components/bibliotheque/liste-modeles'
import { EntetePage } from '@/components/ui/entete-page'
import { EtatVide } from '@/components/ui/etat-vide'
import { LienBouton } from '@/components/ui/lien-bouton'
import { groupesDesEcarts } from '@/lib/domaine/modele/droits'
import { listerModeles } from '@/lib/lectures/modele/lire-modeles'
import { lireRegard } from '@/lib/lectures/modele/lire-regard'
import { exigerSession } from '@/lib/serveur/session'

export const metadata: Metadata = { title: 'Bibliothèque' }

type Proprietes = { searchParams: Promise<{ groupe?: string | string[] }> }

export default async function PageBibliotheque({ searchParams }: Proprietes) {
  const { acteur } = await exigerSession()
  const regard = await lireRegard(acteur, (await searchParams).groupe)
  const modeles = await listerModeles(acteur, regard.groupeId)
  return (
    <>
      <EntetePage
        titre="Bibliothèque"
        description="Les textes de départ des conventions, leurs variantes et leurs annexes. Une version publiée ne change plus : corriger un modèle en fait une nouvelle."
        actions={
          groupesDesEcarts(acteur).length > 0 && (
            <>
              <LienBouton variante="secondaire" href="/bibliotheque/ecarts">
                Registre des écarts
              </LienBouton>
              <LienBouton variante="secondaire" href="/bibliotheque/visas">
                Textes de référence
              </LienBouton>
            </>
          )
        }
      />
      <ChoixGroupe regard={regard} adresse="/bibliotheque" />
      {modeles.length ? (
        <ListeModeles modeles={modeles} groupe={regard.code} />
      ) : (
        <EtatVide titre="Aucun modèle publié">Demandez à l’administrateur de charger les modèles.</EtatVide>
      )}
    </>
  )
}
