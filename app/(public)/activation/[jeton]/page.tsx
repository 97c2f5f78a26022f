import type { Metadata } from 'next'
import { FormulaireMotDePasse } from '@/components/comptes/formulaire-mot-de-passe'
import { Encart } from '@/components/ui/encart'
import { LienBouton } from '@/components/ui/lien-bouton'
import { lireLienAcces } from '@/lib/lectures/compte/acces'
import { choisirMotDePasse } from './actions'

export const metadata: Metadata = { title: 'Choisir votre mot de passe', robots: { index: false } }

export default async function PageActivation({ params }: { params: Promise<{ jeton: string }> }) {
  const { jeton } = await params
  const titulaire = await lireLienAcces(jeton, new Date())
  if (!titulaire)
    return (
      <div className="max-w-xl">
        <h1 className="mb-6 font-serif text-[2rem] font-semibold">Lien d’accès</h1>
        <Encart
          ton="vigilance"
          titre="Ce lien n’est plus valable"
          actions={
            <LienBouton href="/connexion" variante="secondaire">
              Aller à la connexion
            </LienBouton>
          }
        >
          <p>
            Un lien sert une seule fois, pendant 48 heures. Demandez-en un nouveau à l’administrateur de votre
            établissement.
          </p>
        </Encart>
      </div>
    )
  return (
    <div className="max-w-md">
      <h1 className="font-serif text-[2rem] font-semibold">Choisissez votre mot de passe</h1>
      <p className="mt-2 mb-8 text-encre-2">
        Bienvenue, {titulaire.nom}. Vous vous connecterez ensuite avec l’adresse{' '}
        <span className="font-medium wrap-anywhere text-encre">{titulaire.courriel}</span>.
      </p>
      <FormulaireMotDePasse
        courriel={titulaire.courriel}
        envoi={{ genre: 'lien', jeton, action: choisirMotDePasse }}
      />
    </div>
  )
}
