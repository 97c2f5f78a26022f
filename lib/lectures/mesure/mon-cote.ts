import type { Prisma } from '../../bd/genere/client'
import type { Acteur } from '../../domaine/organisation/acteur'

/** Organisations au nom desquelles l'acteur mesure, de l'autre côté que l'hôpital. */
const organisationsTenues = (acteur: Acteur): string[] =>
  acteur.habilitations
    .filter((h) => h.role === 'DIRECTION_CMS' || h.role === 'MAIRIE')
    .map((h) => h.organisationId)

/** Engagements que le côté de l'acteur doit mesurer. Les mêmes que permet `peutSaisir`, dits à la base. */
export const engagementsAMesurer = (acteur: Acteur): Prisma.EngagementWhereInput => ({
  OR: [
    { groupeId: { in: [...acteur.groupes] }, debiteur: { in: ['hopital', 'parties'] } },
    { organisations: { hasSome: organisationsTenues(acteur) }, debiteur: { in: ['centre', 'parties'] } },
  ],
})

/** Mesures saisies par l'autre côté, sur lesquelles le côté de l'acteur peut se prononcer. */
export const saisiesParLAutre = (acteur: Acteur): Prisma.MesureWhereInput => ({
  OR: [
    { cote: 'GESTIONNAIRE', engagement: { groupeId: { in: [...acteur.groupes] } } },
    { cote: 'HOPITAL', engagement: { organisations: { hasSome: organisationsTenues(acteur) } } },
  ],
})

/** Mesures saisies par le côté de l'acteur. */
export const saisiesParNous = (acteur: Acteur): Prisma.MesureWhereInput => ({
  OR: [
    { cote: 'HOPITAL', engagement: { groupeId: { in: [...acteur.groupes] } } },
    { cote: 'GESTIONNAIRE', engagement: { organisations: { hasSome: organisationsTenues(acteur) } } },
  ],
})
