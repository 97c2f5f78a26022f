'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { toucheSeule } from '@/components/cadre/touche-seule'
import { Bouton } from '@/components/ui/bouton'

/** Va d'un changement à l'autre, aux boutons ou par « n » et « p » ; dit où l'on en est. */
export function NavigationChangements({ ancres }: { ancres: readonly string[] }) {
  const [rang, definir] = useState(-1)
  const aller = useCallback(
    (pas: 1 | -1) => {
      const suivant = pas === 1 ? Math.min(rang + 1, ancres.length - 1) : Math.max(rang - 1, 0)
      const cible = document.getElementById(ancres[suivant] ?? '')
      if (!cible) return
      definir(suivant)
      cible.focus({ preventScroll: true })
      cible.scrollIntoView({ block: 'start' })
    },
    [rang, ancres],
  )
  useEffect(() => {
    const ecouter = (e: KeyboardEvent) => {
      if ((e.key !== 'n' && e.key !== 'p') || !toucheSeule(e)) return
      e.preventDefault()
      aller(e.key === 'n' ? 1 : -1)
    }
    document.addEventListener('keydown', ecouter)
    return () => document.removeEventListener('keydown', ecouter)
  }, [aller])
  return (
    <div className="sans-impression sticky top-14 z-10 mb-2 flex flex-wrap items-center gap-2 border-b border-trait bg-fond py-2">
      <Bouton
        variante="secondaire"
        taille="petit"
        icone={<ArrowUp aria-hidden size={16} />}
        onPress={() => aller(-1)}
      >
        Précédent
      </Bouton>
      <Bouton
        variante="secondaire"
        taille="petit"
        icone={<ArrowDown aria-hidden size={16} />}
        onPress={() => aller(1)}
      >
        Suivant
      </Bouton>
      <p role="status" className="text-sm text-encre-2">
        {rang < 0
          ? `${ancres.length} ${ancres.length > 1 ? 'passages changés' : 'passage changé'}`
          : `Changement ${rang + 1} sur ${ancres.length}`}
      </p>
    </div>
  )
}
