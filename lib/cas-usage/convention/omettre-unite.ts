import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerActeAModifier, exigerHorsAvenant } from './charger-acte'
import { ecrireUnite } from './modifier-unite'
import type { schemaOmettreUnite, schemaRetablirUnite } from './saisies'

/** Laisse une unité hors du texte, avec son motif : elle reste visible dans le plan, barrée. */
export async function omettreUnite(
  contexte: Contexte,
  saisie: z.output<typeof schemaOmettreUnite>,
): Promise<{ version: number }> {
  await basculer(contexte, saisie, true, saisie.motif)
  return { version: saisie.version + 1 }
}

/** Remet dans le texte une unité omise, ou reprend une annexe facultative du modèle. */
export async function retablirUnite(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetablirUnite>,
): Promise<{ version: number }> {
  await basculer(contexte, saisie, false, null)
  return { version: saisie.version + 1 }
}

async function basculer(
  contexte: Contexte,
  cible: { acteId: string; identite: string; version: number },
  omise: boolean,
  motif: string | null,
): Promise<void> {
  const acte = await chargerActeAModifier(contexte.tx, contexte.acteur, cible.acteId)
  exigerHorsAvenant(acte)
  const unite = await contexte.tx.unite.findUnique({
    where: { acteId_identite: { acteId: acte.id, identite: cible.identite } },
  })
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  await ecrireUnite(contexte, acte, cible, { omise, motif })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: omise ? 'unite-omise' : 'unite-retablie',
    cible: cible.identite,
    donnees: motif ? { motif } : {},
  })
}
