import type { ASaisir, CentreLu, PromesseDuCentre } from '../../lectures/tableau/lire-centre'

type Dite = {
  hopital: PromesseDuCentre[]
  centre: PromesseDuCentre[]
  ensemble: PromesseDuCentre[]
  pasEncore: PromesseDuCentre[]
}
const ORDRE = ['non-respecte', 'a-surveiller', 'non-mesure', 'respecte', 'sans-objet']
const rang = (p: PromesseDuCentre) => (p.jugement ? ORDRE.indexOf(p.jugement) : ORDRE.length)

/** Promesses d'un centre par débiteur, ce qui ne va pas d'abord ; ce qui n'est pas exigible est à part. */
export function partiesDuCentre(
  c: CentreLu,
): Dite & { aSaisir: ASaisir[]; dates: { le: string; libelles: string[] }[] } {
  const due = (p: PromesseDuCentre) => p.exigibleLe !== null && p.exigibleLe <= c.jour
  const de = (debiteur: string) =>
    c.promesses.filter((p) => due(p) && p.debiteur === debiteur).sort((a, b) => rang(a) - rang(b))
  const dates = new Map<string, string[]>()
  for (const p of c.promesses)
    if (p.prochaine && due(p) && p.debiteur !== 'hopital')
      dates.set(p.prochaine, [
        ...(dates.get(p.prochaine) ?? []),
        p.portee ? `${p.libelle} (${p.portee})` : p.libelle,
      ])
  return {
    hopital: de('hopital'),
    centre: de('centre'),
    ensemble: de('parties'),
    pasEncore: c.promesses.filter((p) => !due(p)),
    aSaisir: c.aSaisir.filter((a) => a.debiteur !== 'hopital'),
    dates: [...dates]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 4)
      .map(([le, libelles]) => ({ le, libelles })),
  }
}
