import type { S } from './styles'

export type Style = (typeof S)[keyof typeof S]

/** Habillage imposé par le contenant (texte de cellule, de liste). */
export type Habit = { style: Style; sansCesure?: boolean }
