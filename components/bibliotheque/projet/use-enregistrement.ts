'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type MessageErreur, messageErreur } from '@/lib/presentation/erreurs'
import type { Reponse } from '@/lib/serveur/action'

export type EtatEnregistrement = 'propre' | 'attente' | 'envoi' | 'enregistre'

const DELAI_MS = 900

/**
 * Enregistre la saisie peu après la frappe, un envoi à la fois, avec la version que le serveur a rendue. Quitter l'article
 * envoie ce qui attend ; fermer l'onglet prévient. Un refus arrête les envois : la saisie reste à l'écran.
 */
export function useEnregistrement<S>(
  envoyer: (saisie: S, version: number) => Promise<Reponse<{ version: number }>>,
  depart: number,
  apres: () => void,
) {
  const [etat, definirEtat] = useState<EtatEnregistrement>('propre')
  const [refus, definirRefus] = useState<MessageErreur | null>(null)
  const version = useRef(depart)
  const attendue = useRef<S | null>(null)
  const enCours = useRef(false)
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined)
  const derniers = useRef({ envoyer, apres })
  useEffect(() => {
    derniers.current = { envoyer, apres }
  }, [envoyer, apres])

  const partir = useCallback(async () => {
    if (enCours.current) return
    enCours.current = true
    while (attendue.current !== null) {
      const saisie = attendue.current
      attendue.current = null
      definirEtat('envoi')
      const reponse = await derniers.current
        .envoyer(saisie, version.current)
        .catch(
          (): Reponse<{ version: number }> => ({ ok: false, erreur: { code: 'INDISPONIBLE', details: {} } }),
        )
      if (!reponse.ok) {
        attendue.current ??= saisie
        definirEtat('attente')
        definirRefus(messageErreur(reponse.erreur))
        break
      }
      version.current = reponse.valeur.version
      definirRefus(null)
      definirEtat('enregistre')
      derniers.current.apres()
    }
    enCours.current = false
  }, [])

  const noter = useCallback(
    (saisie: S) => {
      attendue.current = saisie
      definirEtat('attente')
      clearTimeout(minuterie.current)
      minuterie.current = setTimeout(() => void partir(), DELAI_MS)
    },
    [partir],
  )

  useEffect(() => {
    const prevenir = (e: BeforeUnloadEvent) => {
      if (attendue.current !== null || enCours.current) e.preventDefault()
    }
    window.addEventListener('beforeunload', prevenir)
    return () => {
      window.removeEventListener('beforeunload', prevenir)
      clearTimeout(minuterie.current)
      void partir()
    }
  }, [partir])

  return { etat, refus, noter, reessayer: () => void partir() }
}
