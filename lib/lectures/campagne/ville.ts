import type { Prisma } from '../../bd/genere/client'

/** De quoi nommer le centre d'une convention par sa ville, et le ranger. */
export const VILLE = {
  actes: {
    where: { rang: 0 },
    select: {
      tri: true,
      parties: {
        where: { role: 'GESTIONNAIRE' },
        orderBy: { rang: 'asc' },
        take: 1,
        select: { organisation: { select: { nom: true, commune: { select: { nom: true } } } } },
      },
    },
  },
} as const satisfies Prisma.ConventionSelect

type Nommee = Prisma.ConventionGetPayload<{ select: typeof VILLE }>

/** « Arcueil » : la commune du gestionnaire, à défaut son nom. */
export function villeDe({ actes }: Nommee): { ville: string; tri: string } {
  const organisation = actes[0]?.parties[0]?.organisation
  const nom = organisation?.commune?.nom ?? organisation?.nom ?? ''
  return { ville: nom.charAt(0).toUpperCase() + nom.slice(1), tri: actes[0]?.tri ?? '' }
}
