'use client'

import { differer } from '@/components/ui/differe'

/** Le bouton du service juridique et sa fenêtre : absents du script des autres lecteurs. */
export const DeclarerValide = differer(async () => (await import('./declarer-valide')).DeclarerValide)
