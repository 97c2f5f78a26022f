'use client'

import { createContext, use, useCallback, useState } from 'react'
import type { ProjetDit } from '@/lib/presentation/avenant/projet'
import type { ActionsAvenant } from '../actions'

export type ProjetEnMain = {
  projet: ProjetDit
  actions: ActionsAvenant
  /** Relit la rédaction ; hors ligne, garde celle qu'on connaît. */
  relire: () => Promise<void>
}

export const ProjetContexte = createContext<ProjetEnMain | null>(null)

export function useProjetEnMain(): ProjetEnMain {
  const projet = use(ProjetContexte)
  if (!projet) throw new Error('atelier sans projet')
  return projet
}

/** Le projet d'avenant affiché : sa rédaction, ses formes, ce qui le gêne. */
export function useProjet(initial: ProjetDit, actions: ActionsAvenant): ProjetEnMain {
  const [projet, definirProjet] = useState(initial)
  const relire = useCallback(async () => {
    const r = await actions.relireProjet(initial.reference).catch(() => null)
    if (r?.ok) definirProjet(r.valeur)
  }, [actions, initial.reference])
  return { projet, actions, relire }
}
