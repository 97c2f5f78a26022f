'use client'

import { Check, CloudOff, LoaderCircle, Pencil, TriangleAlert } from 'lucide-react'
import { compter, heure } from '@/lib/presentation/typographie'
import type { EtatCible, Instantane } from './tampon/types'

/** Phrase d'état d'une saisie. */
export function direEtat(etat: EtatCible | undefined, obstacle: Instantane['obstacle']): string | null {
  switch (etat?.genre) {
    case 'enregistre':
      return `Enregistré à ${heure(new Date(etat.le))}`
    case 'envoi':
    case 'attente':
      return 'Enregistrement…'
    case 'hors-ligne':
      return obstacle === 'hors-ligne' ? 'Hors ligne : gardé sur cet appareil' : 'Gardé sur cet appareil'
    case 'conflit':
      return 'Modifié aussi par quelqu’un d’autre : à trancher'
    case 'refus':
      return 'Non enregistré'
    default:
      return null
  }
}

/** État de toute la page, dit discrètement et lu une fois qu'il change. */
export function EtatEnregistrement({ instantane }: { instantane: Instantane }) {
  const { phrase, Icone, tourne } = resumer(instantane)
  return (
    <p role="status" className="flex min-h-8 items-center gap-1.5 text-sm text-encre-2" data-essai="etat">
      <Icone aria-hidden size={16} className={tourne ? 'animate-spin' : ''} />
      <span>{phrase}</span>
    </p>
  )
}

function resumer({ etats, obstacle, saisies, dernierEnregistrement }: Instantane) {
  const genres = new Set([...etats.values()].map((e) => e.genre))
  if (genres.has('conflit')) return { phrase: 'Un texte à trancher', Icone: TriangleAlert, tourne: false }
  if (genres.has('refus'))
    return { phrase: 'Une saisie n’a pas pu être enregistrée', Icone: TriangleAlert, tourne: false }
  if (obstacle !== 'aucun' && saisies.size > 0) {
    const quoi = obstacle === 'hors-ligne' ? 'Hors ligne' : 'En attente'
    return {
      phrase: `${quoi} : ${compter(saisies.size, 'saisie gardée', 'saisies gardées')} sur cet appareil`,
      Icone: CloudOff,
      tourne: false,
    }
  }
  if (saisies.size > 0) return { phrase: 'Enregistrement…', Icone: LoaderCircle, tourne: true }
  if (dernierEnregistrement !== null)
    return { phrase: `Enregistré à ${heure(new Date(dernierEnregistrement))}`, Icone: Check, tourne: false }
  return { phrase: 'Tout est enregistré au fil de la frappe', Icone: Pencil, tourne: false }
}
