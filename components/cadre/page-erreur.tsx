'use client'

import { useEffect } from 'react'
import { Bouton } from '../ui/bouton'
import { EntetePage } from '../ui/entete-page'
import { LienBouton } from '../ui/lien-bouton'

export type ProprietesErreur = { error: Error & { digest?: string }; reset: () => void }

/** Corps d'un `error.tsx` : placé sous un gabarit, il laisse l'en-tête en place. */
export function PageErreur({ error, reset }: ProprietesErreur) {
  useEffect(() => {
    console.error(error)
  }, [error])
  return (
    <EntetePage
      titre="Cette page n’a pas pu s’afficher"
      description={
        <>
          <p>
            Ce qui était enregistré l’est toujours. Réessayez&#8239;; si la page reste absente, attendez une
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
  )
}
