'use client'

import './globals.css'
import { classesBouton } from '@/components/ui/classes-bouton'

type Proprietes = { error: Error & { digest?: string }; reset: () => void }

/** Dernier recours : le gabarit lui-même a échoué, rien d'autre n'est supposé marcher. */
export default function ErreurGenerale({ error, reset }: Proprietes) {
  return (
    <html lang="fr">
      <body>
        <title>Application indisponible — Trait d’union</title>
        <main className="mx-auto max-w-2xl px-4 py-16">
          <h1 className="font-serif text-2xl font-semibold">
            L’application ne peut pas s’afficher pour le moment
          </h1>
          <p className="mt-4 text-encre-2">
            Ce qui était enregistré l’est toujours. Réessayez dans une minute&#8239;; si rien ne change,
            prévenez votre administrateur
            {error.digest ? <> en citant le numéro {error.digest}</> : null}.
          </p>
          <button type="button" onClick={reset} className={classesBouton('principal', 'normal', 'mt-6')}>
            Réessayer
          </button>
        </main>
      </body>
    </html>
  )
}
