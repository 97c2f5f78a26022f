import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { EntetePage } from '@/components/ui/entete-page'
import { LienBouton } from '@/components/ui/lien-bouton'

export const metadata: Metadata = { title: 'Page introuvable' }

export default function Introuvable() {
  return (
    <Cadre>
      <EntetePage
        titre="Cette page est introuvable"
        description={
          <>
            <p>
              L’adresse contient peut-être une erreur, l’élément a pu être supprimé, ou il ne vous est pas
              ouvert. Dans tous les cas, rien n’a été modifié.
            </p>
            <p className="mt-2">
              Si l’on vous a envoyé ce lien, demandez à cette personne de vérifier que votre établissement y a
              accès.
            </p>
          </>
        }
      >
        <div className="flex flex-wrap gap-2 pt-2">
          <LienBouton href="/">Revenir à l’accueil</LienBouton>
          <LienBouton href="/conventions" variante="secondaire">
            Chercher une convention
          </LienBouton>
        </div>
      </EntetePage>
    </Cadre>
  )
}
