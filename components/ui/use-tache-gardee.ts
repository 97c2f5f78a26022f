'use client'

import { useCallback, useSyncExternalStore } from 'react'

const EVENEMENT = 'tache-gardee'
const prefixer = (cle: string) => `tache:${cle}`

function ecouter(prevenir: () => void): () => void {
  window.addEventListener(EVENEMENT, prevenir)
  return () => window.removeEventListener(EVENEMENT, prevenir)
}

/** Le stockage peut être fermé par le navigateur : le suivi vaut alors pour cette page seulement. */
const memoire = new Map<string, string>()
function lire(cle: string): string | null {
  try {
    return sessionStorage.getItem(prefixer(cle)) ?? memoire.get(cle) ?? null
  } catch {
    return memoire.get(cle) ?? null
  }
}

function ecrire(cle: string, id: string | null): void {
  if (id === null) memoire.delete(cle)
  else memoire.set(cle, id)
  try {
    if (id === null) sessionStorage.removeItem(prefixer(cle))
    else sessionStorage.setItem(prefixer(cle), id)
  } catch {
    // gardé en mémoire
  }
  window.dispatchEvent(new Event(EVENEMENT))
}

/**
 * Retient dans cet onglet la tâche demandée, pour la retrouver si la page est rechargée. `cle` : ce qu'elle prépare,
 * par exemple « comparaison:<référence>:3-5 ».
 */
export function useTacheGardee(cle: string) {
  const tacheId = useSyncExternalStore(
    ecouter,
    () => lire(cle),
    () => null,
  )
  const suivre = useCallback((id: string) => ecrire(cle, id), [cle])
  const oublier = useCallback(() => ecrire(cle, null), [cle])
  return { tacheId, suivre, oublier }
}
