'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ouvrirStockage } from '@/components/redaction/tampon/stockage'
import type { Stockage } from '@/components/redaction/tampon/types'

/** Rangé à part des saisies de la rédaction, qui se rejouent seules ; effacé comme elles à la déconnexion. */
const lieuDe = (acteId: string) => `${acteId}-relecture`
const DELAI = 400

/**
 * Garde sur l'appareil ce que l'on écrit tant que ce n'est pas envoyé : réseau coupé, session finie ou onglet fermé ne
 * perdent rien. `pret` passe à vrai quand le brouillon d'avant, s'il y en a un, a été relu.
 */
export function useBrouillon<T>(utilisateur: string, acteId: string, cible: string) {
  const stockage = useRef<Stockage | null>(null)
  const minuteur = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [lu, definir] = useState<{ pret: boolean; valeur: T | null }>({ pret: false, valeur: null })
  const lieu = lieuDe(acteId)
  const cle = `${utilisateur}|${lieu}|${cible}`

  useEffect(() => {
    let vivant = true
    stockage.current ??= ouvrirStockage()
    const finir = (valeur: T | null) => vivant && definir({ pret: true, valeur })
    stockage.current
      .lire(utilisateur, lieu)
      .then((entrees) => finir((entrees.find((e) => e.cible === cible)?.saisie as T | undefined) ?? null))
      .catch(() => finir(null))
    return () => {
      vivant = false
      if (minuteur.current) clearTimeout(minuteur.current)
    }
  }, [utilisateur, lieu, cible])

  const noter = useCallback(
    (saisie: T) => {
      if (minuteur.current) clearTimeout(minuteur.current)
      minuteur.current = setTimeout(() => {
        const entree = { cle, utilisateur, acteId: lieu, cible, versionBase: 0, base: null, saisie }
        stockage.current?.ecrire({ ...entree, noteLe: Date.now() }).catch(() => {})
      }, DELAI)
    },
    [cle, utilisateur, lieu, cible],
  )
  const oublier = useCallback(() => {
    if (minuteur.current) clearTimeout(minuteur.current)
    stockage.current?.supprimer(cle).catch(() => {})
  }, [cle])
  return { ...lu, noter, oublier }
}
