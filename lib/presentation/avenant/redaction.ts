import type { ConventionLue } from '../../lectures/convention/lire-convention'

/** L'avenant dans l'écran de rédaction : chaque article suit la rédaction proposée, ou a été ajusté à la main. */
export const acteDeRedaction = (avenant: ConventionLue, ajustees: ReadonlySet<string>): ConventionLue => ({
  ...avenant,
  unites: avenant.unites.map((u) => ({
    ...u,
    origine: ajustees.has(u.identite) ? ('adapte' as const) : ('modele' as const),
  })),
})
