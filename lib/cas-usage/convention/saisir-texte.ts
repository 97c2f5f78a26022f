import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerActeAModifier } from './charger-acte'
import { fichesDeLActe } from './fiche-reference'
import { recopierModele } from './recopier-modele'
import type { schemaSaisirTexte } from './saisies'

/**
 * Donne à une convention reprise, encore sans texte, les articles d'un modèle, à corriger ensuite d'après l'acte signé. Le scan
 * reste la seule pièce qui fait foi.
 */
export async function saisirTexte(
  contexte: Contexte,
  saisie: z.output<typeof schemaSaisirTexte>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeAModifier(tx, acteur, saisie.acteId)
  // D'un avenant, ce sont les modifications qui se transcrivent (`commencerTranscription`).
  if (acte.rang > 0) throw new ErreurMetier('ETAPE_INTERDITE')
  if (acte.origine !== 'REPRISE' || acte.modeleVersionId) throw new ErreurMetier('DEJA_EXISTANT')
  const version = await tx.modeleVersion.findUnique({
    where: { id: saisie.modeleVersionId },
    include: { unites: { orderBy: { rang: 'asc' } } },
  })
  if (!version || version.retireeLe || !version.redaction) throw new ErreurMetier('INTROUVABLE')
  if (version.groupeId !== null && version.groupeId !== acte.groupeId) throw new ErreurMetier('INTROUVABLE')
  const { count } = await tx.acte.updateMany({
    where: { id: acte.id, version: saisie.version, modeleVersionId: null },
    data: { modeleVersionId: version.id, version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const fiches = await fichesDeLActe(tx, acte)
  const definitions = version.parametres as unknown as DefinitionParametre[]
  await recopierModele(
    contexte,
    { acteId: acte.id, conventionId: acte.conventionId },
    version.unites,
    definitions,
    fiches,
  )
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'texte-saisi',
    donnees: { modele: version.intitule, versionModele: version.numero },
  })
  return { version: saisie.version + 1 }
}
