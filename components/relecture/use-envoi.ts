'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useAnnonce } from '@/components/ui/annonce'
import { type MessageErreur, messageChamp, messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

/** Envoie une action, dit le refus, puis relit la page : la saisie ne s'efface qu'une fois enregistrée. */
export function useEnvoi() {
  const router = useRouter()
  const annoncer = useAnnonce()
  const [attente, lancer] = useTransition()
  const [refus, definirRefus] = useState<MessageErreur | null>(null)
  const envoyer = <T>(appel: () => Promise<Reponse<T>>, fait: string, apres?: (valeur: T) => void) =>
    lancer(async () => {
      try {
        const r = await appel()
        if (!r.ok) {
          const [champ] = Object.values(r.erreur.champs ?? {})
          const message = messageErreur(r.erreur)
          definirRefus(champ ? { ...message, conseil: messageChamp(champ) } : message)
          return
        }
        definirRefus(null)
        apres?.(r.valeur)
        annoncer(fait)
        router.refresh()
      } catch (erreur) {
        unstable_rethrow(erreur)
        definirRefus(messageErreur({ code: 'INDISPONIBLE' }))
      }
    })
  return { attente, refus, envoyer }
}
