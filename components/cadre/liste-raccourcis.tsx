'use client'

import { useState } from 'react'
import { Case } from '../ui/case'
import { Dialogue } from '../ui/dialogue'
import { CLE_DESACTIVE } from './cle-raccourcis'
import { Touche } from './touche'

const RACCOURCIS: readonly { touches: readonly string[]; effet: string }[] = [
  { touches: ['Ctrl', 'K'], effet: 'Rechercher et aller à une page' },
  { touches: ['?'], effet: 'Montrer ces raccourcis' },
  { touches: ['n', 'p'], effet: 'Dans une comparaison, changement suivant ou précédent' },
  { touches: ['Tab'], effet: 'Passer à l’élément suivant' },
  { touches: ['Échap'], effet: 'Fermer une fenêtre ou un menu' },
  { touches: ['↑', '↓'], effet: 'Parcourir une liste ou un menu' },
  { touches: ['n'], effet: 'En relecture, article suivant' },
  { touches: ['p'], effet: 'En relecture, article précédent' },
  { touches: ['c'], effet: 'En relecture, écrire une remarque' },
]

export function ListeRaccourcis({ onFermer }: { onFermer: () => void }) {
  const [sansTouche, definir] = useState(() => localStorage.getItem(CLE_DESACTIVE) === '1')
  return (
    <Dialogue titre="Raccourcis clavier" ouvert onOuvert={(ouvert) => !ouvert && onFermer()}>
      <dl className="divide-y divide-trait border-y border-trait">
        {RACCOURCIS.map((r) => (
          <div key={r.effet} className="flex items-center justify-between gap-4 py-2">
            <dt>{r.effet}</dt>
            <dd className="flex shrink-0 gap-1">
              {r.touches.map((t) => (
                <Touche key={t}>{t}</Touche>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Case
        className="mt-4"
        libelle={'Ne pas réagir aux touches seules («\u00a0?\u00a0», n, p, c)'}
        aide="Utile avec la dictée vocale. Ce choix reste dans ce navigateur."
        checked={sansTouche}
        onChange={(e) => {
          definir(e.target.checked)
          localStorage.setItem(CLE_DESACTIVE, e.target.checked ? '1' : '0')
        }}
      />
    </Dialogue>
  )
}
