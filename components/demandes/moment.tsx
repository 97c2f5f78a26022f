'use client'

import { type KeyboardEvent, useState } from 'react'
import { Champ } from '@/components/ui/champ'
import { momentDeParis, reculer } from '@/lib/presentation/demande/moment'

type Proprietes = {
  libelle: string
  valeur: string
  changer: (valeur: string) => void
  aide?: string
  requis?: boolean
}

const maintenant = () => momentDeParis(new Date())
const GESTES = [
  { touche: 'm', mot: 'Maintenant', faire: () => maintenant() },
  { touche: 'h', mot: 'Hier', faire: (v: string) => reculer(v || maintenant(), 24 * 60) },
  { touche: '-', mot: '1\u00a0h plus tôt', faire: (v: string) => reculer(v || maintenant(), 60) },
] as const

/** Date et heure, d'un geste : m pour maintenant, h pour la veille, - pour une heure plus tôt. */
export function Moment({ libelle, valeur, changer, aide, requis }: Proprietes) {
  // Le navigateur ne rend rien d'une date à moitié tapée : on garde la frappe jusqu'à ce qu'elle soit une date.
  const [rang, monter] = useState(0)
  const poser = (v: string) => {
    changer(v)
    monter(rang + 1)
  }
  const auClavier = (e: KeyboardEvent) => {
    const geste = GESTES.find((g) => g.touche === e.key.toLowerCase())
    if (!geste || e.ctrlKey || e.metaKey || e.altKey) return
    e.preventDefault()
    poser(geste.faire(valeur))
  }
  return (
    <div className="min-w-0">
      <Champ
        key={rang}
        libelle={libelle}
        aide={aide}
        requis={requis}
        type="datetime-local"
        defaultValue={valeur}
        onChange={(e) => changer(e.target.value)}
        onKeyDown={auClavier}
      />
      <div className="mt-1 flex flex-wrap gap-x-3 text-[0.8125rem]">
        {GESTES.map((g) => (
          <button
            key={g.touche}
            type="button"
            tabIndex={-1}
            className="lien min-h-6 cursor-pointer"
            onClick={() => poser(g.faire(valeur))}
          >
            {g.mot}
          </button>
        ))}
        {valeur !== '' && !requis && (
          <button
            type="button"
            tabIndex={-1}
            className="lien min-h-6 cursor-pointer"
            onClick={() => poser('')}
          >
            Effacer
          </button>
        )}
      </div>
    </div>
  )
}
