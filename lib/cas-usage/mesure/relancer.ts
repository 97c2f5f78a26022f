import { depuisLaDerniere } from '../../domaine/engagement/relance'
import type { Contexte } from '../contexte'
import { notifier } from '../courriel/notifier'

type Relance = {
  a: { courriel: string; nom: string }
  nombre: number
  villes: readonly string[]
  premiereFin: string
}

/** Une relance à la fois, toutes instances comprises : deux ouvriers n'écrivent pas deux fois à la même personne. */
const VERROU = 72_707_372

/**
 * Écrit un seul courriel pour tout ce qu'une personne n'a pas mesuré, sauf si elle en a reçu un depuis moins de trente
 * jours. Se joue sous la porte de l'ouvrier, seule à lire les courriels partis. Rend faux si elle n'est pas relancée.
 */
export async function relancer(contexte: Contexte, r: Relance): Promise<boolean> {
  const { tx, maintenant } = contexte
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${VERROU})`
  const recente = await tx.courriel.count({
    where: {
      gabarit: 'mesures-a-saisir',
      destinataire: r.a.courriel,
      creeLe: { gt: depuisLaDerniere(maintenant) },
    },
  })
  if (recente > 0) return false
  const [premieres, reste] = [r.villes.slice(0, 5), r.villes.length - 5]
  await notifier(contexte, {
    acteId: null,
    gabarit: 'mesures-a-saisir',
    donnees: {
      nombre: r.nombre,
      conventions: `${premieres.join(', ')}${reste > 0 ? ` et ${reste} autres` : ''}`,
      fin: r.premiereFin,
    },
    a: [r.a],
  })
  return true
}
