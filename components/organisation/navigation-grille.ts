import type { KeyboardEvent } from 'react'

const PAS: Record<string, readonly [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageDown: [8, 0],
  PageUp: [-8, 0],
}

const borner = (n: number, max: number): number => Math.min(Math.max(n, 0), max)

/** Déplace le focus dans une grille ; une seule case est dans l'ordre de tabulation à la fois. */
export function deplacer(grille: HTMLTableElement | null, evenement: KeyboardEvent): void {
  const cible = evenement.target
  const depart = cible instanceof Element ? cible.closest<HTMLElement>('[role="gridcell"]') : null
  if (!grille || !depart) return
  if (evenement.key === 'Enter') {
    if (cible === depart) depart.querySelector('a')?.click()
    return
  }
  const pas = PAS[evenement.key]
  if (!pas || evenement.altKey || evenement.metaKey) return
  evenement.preventDefault()
  const lignes = [...grille.querySelectorAll<HTMLElement>('[role="row"]')]
    .map((l) => [...l.querySelectorAll<HTMLElement>('[role="gridcell"]')])
    .filter((l) => l.length > 0)
  const y = lignes.findIndex((l) => l.includes(depart))
  const x = lignes[y]?.indexOf(depart) ?? 0
  const versY = evenement.ctrlKey && evenement.key === 'Home' ? 0 : borner(y + pas[0], lignes.length - 1)
  const ligne = lignes[versY] ?? []
  const arrivee = ligne[borner(x + pas[1], ligne.length - 1)]
  if (!arrivee) return
  for (const autre of grille.querySelectorAll('[role="gridcell"][tabindex="0"]'))
    autre.setAttribute('tabindex', '-1')
  arrivee.setAttribute('tabindex', '0')
  arrivee.focus()
}
