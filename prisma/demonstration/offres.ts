import type { CodeSpecialite } from '../socle/specialites'
import { SOURCES } from './sources'

/** Colonnes des deux tableaux : Malakoff est portée par son premier centre. */
const COLONNES = {
  A: 'arcueil',
  F: 'fontenay-aux-roses',
  G: 'gentilly',
  I: 'ivry-sur-seine',
  M: 'malakoff-1',
  V: 'villejuif',
} as const

const CONSULTATIONS: readonly (readonly [CodeSpecialite, string])[] = [
  ['medecine-generale', 'AFGIMV'],
  ['addictologie', 'F'],
  ['allergologie', 'GM'],
  ['angiologie', 'V'],
  ['cardiologie', 'AGIMV'],
  ['dermatologie', 'AGIMV'],
  ['endocrinologie', 'GM'],
  ['gynecologie', 'AFGIMV'],
  ['ophtalmologie', 'AGIMV'],
  ['orl', 'AGIMV'],
  ['pediatrie', 'M'],
  ['phlebologie', 'AGMV'],
  ['psychiatrie', 'GMV'],
  ['rhumatologie', 'AFGIMV'],
  ['urologie', 'M'],
]

const SUPPORT: readonly (readonly [CodeSpecialite, string])[] = [
  ['cabinet-dentaire', 'AFIM'],
  ['soins-infirmiers', 'AFGIMV'],
  ['imagerie', 'AGIMV'],
  ['laboratoire', 'GM'],
  ['planning-familial', 'FM'],
  ['dietetique', 'AFGM'],
  ['reeducation', 'GI'],
  ['vaccination', 'AFGV'],
  ['csapa', 'V'],
]

const deplier = (lignes: typeof CONSULTATIONS, source: string) =>
  lignes.flatMap(([specialite, lettres]) =>
    Object.entries(COLONNES)
      .filter(([lettre]) => lettres.includes(lettre))
      .map(([, centre]) => ({ centre, specialite, source })),
  )

export const OFFRES = [...deplier(CONSULTATIONS, SOURCES.consultations), ...deplier(SUPPORT, SOURCES.support)]
