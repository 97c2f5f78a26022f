'use client'

import { Bouton } from '@/components/ui/bouton'
import { Etiquette } from '@/components/ui/etiquette'
import type { Reponse } from '@/lib/serveur/action'
import { RefusAction } from './refus-action'
import { useActionSimple } from './use-action-simple'

type Session = { id: string; appareil: string; precision: string; enCours: boolean }
type Proprietes = {
  sessions: readonly Session[]
  fermer: (saisie: { sessionId: string }) => Promise<Reponse<unknown>>
}

/** Où je suis connecté ; chaque autre session se ferme d'ici. */
export function SessionsOuvertes({ sessions, fermer }: Proprietes) {
  const { lancer, attente, refus } = useActionSimple()
  return (
    <>
      <RefusAction refus={refus} />
      <ul className="divide-y divide-trait border-y border-trait">
        {sessions.map((s) => (
          <li key={s.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
            <span>
              <span className="block font-medium">{s.appareil}</span>
              <span className="block text-sm text-encre-2">{s.precision}</span>
            </span>
            {s.enCours ? (
              <Etiquette ton="accent">Cet appareil</Etiquette>
            ) : (
              <Bouton
                variante="secondaire"
                taille="petit"
                isDisabled={attente}
                aria-label={`Fermer la session ${s.appareil}`}
                onPress={() => lancer(() => fermer({ sessionId: s.id }))}
              >
                Fermer
              </Bouton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
