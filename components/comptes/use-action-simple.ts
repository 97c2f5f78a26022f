'use client'

import { unstable_rethrow } from 'next/navigation'
import { useState, useTransition } from 'react'
import { type MessageErreur, messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

/** Action d'un seul bouton : l'attente, et le refus dit en français. */
export function useActionSimple() {
  const [attente, transition] = useTransition()
  const [refus, definirRefus] = useState<MessageErreur | null>(null)
  const lancer = <T>(action: () => Promise<Reponse<T>>, apres?: (valeur: T) => void) =>
    transition(async () => {
      try {
        const reponse = await action()
        definirRefus(reponse.ok ? null : messageErreur(reponse.erreur))
        if (reponse.ok) apres?.(reponse.valeur)
      } catch (erreur) {
        unstable_rethrow(erreur)
        definirRefus(messageErreur({ code: 'INDISPONIBLE' }))
      }
    })
  return { lancer, attente, refus }
}
