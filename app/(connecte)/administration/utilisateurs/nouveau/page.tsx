import type { Metadata } from 'next'
import { FormulaireUtilisateur } from '@/components/comptes/formulaire-utilisateur'
import { EntetePage } from '@/components/ui/entete-page'
import { exigerAdministration } from '@/lib/serveur/administration'
import { creerCompte } from '../../actions'

export const metadata: Metadata = { title: 'Créer un compte' }

export default async function PageNouveau() {
  await exigerAdministration()
  return (
    <>
      <EntetePage
        titre="Créer un compte"
        filAriane={[
          { libelle: 'Administration', href: '/administration' },
          { libelle: 'Comptes', href: '/administration/utilisateurs' },
          { libelle: 'Nouveau' },
        ]}
        description="La personne choisira elle-même son mot de passe, par un lien que vous lui remettrez."
      />
      <div className="max-w-md">
        <FormulaireUtilisateur
          valeurs={{ nom: '', courriel: '' }}
          action={creerCompte}
          bouton="Créer le compte"
        />
      </div>
    </>
  )
}
