import type { Metadata } from 'next'
import { FormulaireMotDePasse } from '@/components/comptes/formulaire-mot-de-passe'
import { Encart } from '@/components/ui/encart'
import { EntetePage } from '@/components/ui/entete-page'
import { exigerSession } from '@/lib/serveur/session'
import { changerMonMotDePasse } from '../actions'

export const metadata: Metadata = { title: 'Changer de mot de passe' }

export default async function PageMotDePasse() {
  const session = await exigerSession({ avantChangement: true })
  const premier = session.motDePasseAChanger
  return (
    <>
      <EntetePage
        titre={premier ? 'Choisissez votre mot de passe' : 'Changer de mot de passe'}
        filAriane={
          premier ? undefined : [{ libelle: 'Mon compte', href: '/compte' }, { libelle: 'Mot de passe' }]
        }
      />
      <div className="max-w-md space-y-6">
        <Encart titre={premier ? 'Celui qui vous a été remis est provisoire' : undefined}>
          <p>
            {premier
              ? 'Remplacez-le pour entrer dans l’application : vous serez seul à connaître le nouveau.'
              : 'Vos autres sessions seront fermées ; celle-ci reste ouverte.'}
          </p>
        </Encart>
        <FormulaireMotDePasse
          courriel={session.courriel}
          envoi={{ genre: 'compte', suite: premier ? '/' : '/compte', action: changerMonMotDePasse }}
        />
      </div>
    </>
  )
}
