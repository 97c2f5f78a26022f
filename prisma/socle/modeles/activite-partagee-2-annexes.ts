import type { UniteSource } from '../../../lib/domaine/texte/modele-source'
import { annexesActivitePartagee } from './activite-partagee-annexes'

/** Annexes de la version 2 : celles de la version 1, et la répartition des demi-journées quand il y a plusieurs centres. */
export const annexesActivitePartagee2: readonly UniteSource[] = [
  ...annexesActivitePartagee,
  {
    identite: 'annexe-repartition',
    genre: 'annexe',
    titre: 'Répartition des demi-journées entre les centres',
    annexe: { nature: 'tableau', revision: 'avenant' },
    facultative: true,
    texte: `
À reprendre quand plusieurs centres se partagent les consultations. Le total est celui de l’{{§modalites}}.

| Centre de santé | Demi-journées | Jours et horaires |
|---|---|---|
|  |  |  |
|  |  |  |
`,
  },
]
