/** Médiane et 95e centile d'une série, en millisecondes arrondies au dixième. */
export function resumer(durees) {
  const triees = [...durees].sort((a, b) => a - b)
  const rang = (p) => triees[Math.min(triees.length - 1, Math.ceil(p * triees.length) - 1)] ?? 0
  const arrondi = (x) => Math.round(x * 10) / 10
  return { mesures: triees.length, mediane: arrondi(rang(0.5)), p95: arrondi(rang(0.95)) }
}

/** Durées de `n` passages de `travail`, après `chauffe` passages non comptés. */
export async function chronometrer(travail, { n = 30, chauffe = 5 } = {}) {
  for (let i = 0; i < chauffe; i++) await travail()
  const durees = []
  for (let i = 0; i < n; i++) {
    const debut = performance.now()
    await travail()
    durees.push(performance.now() - debut)
  }
  return resumer(durees)
}
