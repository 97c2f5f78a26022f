import type { Chantier } from './chantier'
import type { Forme, FormesDUneCible } from './formes'
import type { Phrase } from './phrases'
import { type Passage, phrasesUniteEntiere } from './unite'

/** Formes qui peuvent dire le changement d'une unité ; l'unité entière est toujours permise et proposée. */
export const formesDeTexte = (_c: Chantier, _p: Passage): FormesDUneCible => ({
  proposee: 'unite',
  permises: ['unite'],
})

export const phrasesDeTexte = (c: Chantier, p: Passage, _forme: Forme): Phrase[] => phrasesUniteEntiere(c, p)
