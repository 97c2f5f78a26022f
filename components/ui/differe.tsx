'use client'

import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Squelette } from './squelette'

/**
 * Composant chargé seulement quand on s'en sert : à l'ouverture du volet qui le contient, sinon dès l'affichage. Une
 * page qui se lit n'emporte pas le script de formulaires que personne n'a ouverts.
 */
export function differer<P extends object>(charger: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Charge = lazy(async () => ({ default: await charger() })) as unknown as ComponentType<P>
  return function Differe(proprietes: P) {
    const place = useRef<HTMLDivElement>(null)
    const [pret, definir] = useState(false)
    useEffect(() => {
      const volet = place.current?.closest('details')
      const ouvrir = () => definir(true)
      if (!volet || volet.open) {
        const image = requestAnimationFrame(ouvrir)
        return () => cancelAnimationFrame(image)
      }
      volet.addEventListener('toggle', ouvrir, { once: true })
      return () => volet.removeEventListener('toggle', ouvrir)
    }, [])
    const attente = <Squelette lignes={3} />
    if (!pret) return <div ref={place}>{attente}</div>
    return (
      <Suspense fallback={attente}>
        <Charge {...proprietes} />
      </Suspense>
    )
  }
}
