'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useAnnonce } from '@/components/ui/annonce'
import { type MessageErreur, messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

/** Envoie une écriture, rafraîchit la liste, dit ce qui est fait ; un refus reste à l'écran avec la saisie. */
export function useEnvoi() {
  const [attente, lancer] = useTransition()
  const [refus, definir] = useState<MessageErreur | null>(null)
  const routeur = useRouter()
  const annoncer = useAnnonce()
  const envoyer = <T>(action: () => Promise<Reponse<T>>, fait: string, apres?: () => void) =>
    lancer(async () => {
      try {
        const reponse = await action()
        if (!reponse.ok) return definir(messageErreur(reponse.erreur))
        definir(null)
        annoncer(fait)
        apres?.()
        routeur.refresh()
      } catch {
        definir(messageErreur({ code: 'INDISPONIBLE', details: {} }))
      }
    })
  return { attente, refus, envoyer }
}
