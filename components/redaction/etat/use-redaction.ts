'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { avecSaisies } from '@/lib/presentation/redaction/acte'
import type { ConventionLue, FichesConsultees } from '@/lib/presentation/redaction/types'
import type { ActionsRedaction } from '../actions'
import type { Tampon } from '../tampon/tampon'
import { memesValeurs, valeurDe } from './liaison'
import { Magasin } from './magasin'

export type Depart = {
  acte: ConventionLue
  fiches: FichesConsultees | null
  utilisateur: string
  actions: ActionsRedaction
  /** Clé du brouillon local, quand deux écrans écrivent le même acte ; l'acte par défaut. */
  brouillon?: string
}

/** L'acte affiché : ce que dit le serveur, et par-dessus ce qui vient d'être tapé. */
export function useRedaction({
  acte: initial,
  fiches: fichesInitiales,
  utilisateur,
  actions,
  brouillon,
}: Depart) {
  const [fiches, definirFiches] = useState(fichesInitiales)
  const [retrouvees, definirRetrouvees] = useState(0)
  const [magasin] = useState(() => new Magasin(initial, utilisateur, actions, brouillon))
  const { tampon } = magasin
  const instantane = useSyncExternalStore(tampon.abonner, tampon.instantane, tampon.instantane)
  const acte = useSyncExternalStore(tampon.abonner, magasin.acte, magasin.acte)
  const affiche = useMemo(() => avecSaisies(acte, instantane.saisies), [acte, instantane.saisies])

  const rafraichir = useCallback(async () => {
    try {
      const [r, f] = await Promise.all([
        actions.relireActe(initial.reference),
        actions.relireFiches({ acteId: initial.acteId }),
      ])
      if (r.ok) magasin.remplacer(r.valeur)
      if (f.ok) definirFiches(f.valeur)
    } catch {
      // Hors ligne : l'acte affiché reste celui qu'on connaît.
    }
  }, [actions, initial.reference, initial.acteId, magasin])

  useReprises(tampon, rafraichir, definirRetrouvees)
  /** Note une saisie, sauf si elle redit ce que le serveur a déjà. */
  const noter = useCallback(
    (cible: string, saisie: unknown) => {
      const enAttente = tampon.instantane().saisies
      const actuelle = enAttente.has(cible) ? enAttente.get(cible) : valeurDe(acte, cible)?.valeur
      if (!memesValeurs(cible, actuelle, saisie)) tampon.noter(cible, saisie)
    },
    [acte, tampon],
  )
  return { acte: affiche, enregistre: acte, fiches, instantane, tampon, noter, rafraichir, retrouvees }
}
export type EtatRedaction = ReturnType<typeof useRedaction>

/** Rejoue ce qui attend : à l'ouverture, quand le réseau revient, quand on retrouve la page. */
function useReprises(tampon: Tampon, rafraichir: () => Promise<void>, dire: (n: number) => void) {
  const ouvert = useRef(false)
  useEffect(() => {
    if (!ouvert.current) {
      ouvert.current = true
      void tampon.retrouver().then(dire)
    }
    const rejouer = () => tampon.rejouer()
    const retour = () => {
      if (document.visibilityState !== 'visible') return
      if (tampon.instantane().saisies.size) tampon.rejouer()
      else void rafraichir()
    }
    window.addEventListener('online', rejouer)
    window.addEventListener('focus', rejouer)
    document.addEventListener('visibilitychange', retour)
    return () => {
      window.removeEventListener('online', rejouer)
      window.removeEventListener('focus', rejouer)
      document.removeEventListener('visibilitychange', retour)
    }
  }, [tampon, rafraichir, dire])
}
