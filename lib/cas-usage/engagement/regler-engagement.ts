import type { z } from 'zod'
import { schemaDeclaration } from '../../domaine/engagement/declaration'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerEngagement } from './charger'
import type { schemaReglerEngagement } from './saisies'
import { suivreEngagements } from './suivre-engagements'

/**
 * Règle comment un engagement se juge (part des cas, seuil de vigilance, en pour cent) et qui en répond de chaque côté. Le
 * texte n'écrit pas ces réglages : ils valent pour toute sa durée, et ce qui est déjà mesuré se rejuge.
 */
export async function reglerEngagement(
  contexte: Contexte,
  saisie: z.output<typeof schemaReglerEngagement>,
): Promise<{ version: number }> {
  const { tx } = contexte
  const { engagement: e, acte } = await chargerEngagement(contexte, saisie.engagementId, saisie.version)
  const { seuil, part, referentHopital, referentCentre, personneHopital, personneCentre } = saisie
  const declaration = schemaDeclaration.parse(e.declaration)
  const partAvant = declaration.promesse.genre === 'delai' ? declaration.promesse.part : null
  if (declaration.promesse.genre === 'delai' && part !== null) declaration.promesse.part = part
  await tx.engagement.update({
    where: { id: e.id },
    data: {
      seuil,
      declaration,
      referentHopital,
      referentCentre,
      personneHopital,
      personneCentre,
      version: { increment: 1 },
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'engagement-regle',
    cible: e.id,
    partage: true,
    donnees: {
      libelle: e.libelle,
      avant: { seuil: e.seuil, part: partAvant },
      apres: { seuil, part: partAvant === null ? null : (part ?? partAvant) },
    },
  })
  await suivreEngagements(contexte, { conventionId: e.conventionId, groupeId: e.groupeId })
  const { version } = await tx.engagement.findUniqueOrThrow({
    where: { id: e.id },
    select: { version: true },
  })
  return { version }
}
