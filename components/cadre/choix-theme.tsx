'use client'

import { useState } from 'react'
import { GroupeChoix } from '../ui/groupe-choix'

export type Theme = 'clair' | 'sombre' | 'systeme'

const CHOIX = [
  { valeur: 'clair', libelle: 'Clair' },
  { valeur: 'sombre', libelle: 'Sombre' },
  { valeur: 'systeme', libelle: 'Comme l’appareil' },
]

function appliquer(theme: Theme) {
  const duree = theme === 'systeme' ? 0 : 31_536_000
  const sur = location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `theme=${theme}; path=/; max-age=${duree}; samesite=lax${sur}`
  if (theme === 'systeme') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Thème, retenu un an dans ce navigateur. */
export function ChoixTheme({ initial }: { initial: Theme }) {
  const [theme, definir] = useState(initial)
  return (
    <GroupeChoix
      libelle="Affichage"
      choix={CHOIX}
      valeur={theme}
      onChange={(e) => {
        const choisi = CHOIX.find((c) => c.valeur === e.target.value)?.valeur as Theme | undefined
        if (!choisi) return
        definir(choisi)
        appliquer(choisi)
      }}
    />
  )
}
