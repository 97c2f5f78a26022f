import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerActeAModifier } from './charger-acte'
import { ecrireUnite } from './modifier-unite'
import type { schemaMotiverAdaptation } from './saisies'

/**
 * Dit pourquoi un article est adapté, ou efface ce motif (vide). Il reste au groupe rédacteur : ni version partagée, ni
 * texte imprimé ne le portent. Refuse un article qui suit le modèle ou une de ses variantes.
 */
export async function motiverAdaptation(
  contexte: Contexte,
  saisie: z.output<typeof schemaMotiverAdaptation>,
): Promise<{ version: number }> {
  const { tx, acteur } = contexte
  const acte = await chargerActeAModifier(tx, acteur, saisie.acteId)
  const unite = await tx.unite.findUnique({
    where: { acteId_identite: { acteId: acte.id, identite: saisie.identite } },
  })
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  if (unite.origine !== 'adapte' && unite.origine !== 'ajout') throw new ErreurMetier('ADAPTATION_ABSENTE')
  await ecrireUnite(contexte, acte, saisie, { motifAdaptation: saisie.motif || null })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'adaptation-motivee',
    cible: saisie.identite,
    donnees: saisie.motif ? { motif: saisie.motif } : {},
  })
  return { version: saisie.version + 1 }
}
