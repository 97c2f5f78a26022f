'use client'

import { useEffect } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { EntetePage } from '@/components/ui/entete-page'
import { LienBouton } from '@/components/ui/lien-bouton'

type Proprietes = { error: Error & { digest?: string }; reset: () => void }

export default function Erreur({ error, reset }: Proprietes) {
  useEffect(() => {
    console.error(error)
  }, [error])
  return (
    <main id="contenu" tabIndex={-1} className="mx-auto w-full max-w-[90rem] px-3 py-10 outline-none sm:px-6">
      <EntetePage
        titre="Cette page n’a pas pu s’afficher"
        description={
          <>
            <p>
              Ce qui était enregistré l’est toujours. Réessayez&nbsp;; si la page reste absente, attendez une
              minute ou passez par l’accueil.
            </p>
            {error.digest && (
              <p className="mt-2">
                Pour aider votre administrateur à retrouver la cause, citez le numéro{' '}
                <strong className="text-encre">{error.digest}</strong>.
              </p>
            )}
          </>
        }
      >
        <div className="flex flex-wrap gap-2 pt-2">
          <Bouton onPress={reset}>Réessayer</Bouton>
          <LienBouton href="/" variante="secondaire">
            Revenir à l’accueil
          </LienBouton>
        </div>
      </EntetePage>
    </main>
  )
}
