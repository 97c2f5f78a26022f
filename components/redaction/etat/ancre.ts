'use client'

import { useCallback, useEffect, useEffectEvent, useRef } from 'react'

const PREFIXE = '#u-'

/** Identité de l'unité qu'une ancre désigne ; `null` si elle n'en désigne pas ou se lit mal. */
export function uniteDeLAncre(ancre: string): string | null {
  if (!ancre.startsWith(PREFIXE)) return null
  try {
    return decodeURIComponent(ancre.slice(PREFIXE.length)) || null
  } catch {
    return null
  }
}

/**
 * L'adresse et l'article choisi disent la même chose : un lien envoyé s'ouvre au bon article, et un changement d'ancre
 * (adresse retapée, lien, page précédente) le choisit. Rend de quoi écrire l'ancre, ou l'ôter (`null`), sans ajouter de
 * page à l'historique.
 */
export function useAncre(suivre: (identite: string) => void): (identite: string | null) => void {
  const connue = useRef<string | null>(null)
  const lire = useEffectEvent(() => {
    const { hash } = window.location
    if (hash === connue.current) return
    connue.current = hash
    const identite = uniteDeLAncre(hash)
    if (identite) suivre(identite)
  })
  useEffect(() => {
    const changee = () => lire()
    const image = requestAnimationFrame(changee)
    // Le routeur change l'ancre sans prévenir : là où le navigateur sait le dire, on l'écoute aussi.
    const navigation = 'navigation' in window ? window.navigation : null
    window.addEventListener('hashchange', changee)
    window.addEventListener('popstate', changee)
    navigation?.addEventListener('currententrychange', changee)
    return () => {
      cancelAnimationFrame(image)
      window.removeEventListener('hashchange', changee)
      window.removeEventListener('popstate', changee)
      navigation?.removeEventListener('currententrychange', changee)
    }
  }, [])

  return useCallback((identite) => {
    const { pathname, search, hash } = window.location
    const voulue = identite ? `${PREFIXE}${encodeURIComponent(identite)}` : ''
    connue.current = voulue
    if (hash !== voulue) window.history.replaceState(null, '', `${pathname}${search}${voulue}`)
  }, [])
}
