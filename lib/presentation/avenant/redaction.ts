import type { ConventionLue } from '../../lectures/convention/lire-convention'
import { avenantNumero } from '../conventions/avenants'

/** L'avenant dans l'écran de rédaction : chaque article suit la rédaction proposée, ou a été ajusté à la main. */
export const acteDeRedaction = (avenant: ConventionLue, ajustees: ReadonlySet<string>): ConventionLue => ({
  ...avenant,
  modele: avenant.modele && {
    ...avenant.modele,
    intitule: `${avenantNumero(avenant.rang)} – ${avenant.titre}`,
  },
  unites: avenant.unites.map((u) => ({
    ...u,
    origine: ajustees.has(u.identite) ? ('adapte' as const) : ('modele' as const),
  })),
})
