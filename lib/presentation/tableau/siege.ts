import type { SiegeLu } from '../../lectures/tableau/lire-siege'
import { compter, typographier } from '../typographie'

/** « 12 centres : 7 ont une coopération structurée, 3 n’en ont aucune avec le groupe qui les connaît. » */
export function cooperationDite(s: SiegeLu): string {
  const structures = s.centres.filter((c) => [...c.groupes.values()].includes('structuree')).length
  const aucune = s.centres.filter((c) => [...c.groupes.values()].every((g) => g === 'aucune')).length
  return typographier(
    `${compter(s.centres.length, 'centre')} en relation avec les groupes observés : ${structures} avec une convention en vigueur, ${aucune} sans aucune convention.`,
  )
}
