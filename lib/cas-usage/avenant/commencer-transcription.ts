import type { z } from 'zod'
import { versIsoOuNul } from '../../bd/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { chargerActeAModifier } from '../convention/charger-acte'
import { journaliser } from '../journal/journaliser'
import { lireProjet } from './projet'
import { poserRetouche, redigerProjet } from './rediger-projet'
import type { schemaCommencerTranscription } from './saisies'

/**
 * Ouvre la transcription d'un avenant signé avant le produit : on récrira le texte en vigueur le jour de son effet. La fin
 * enregistrée avec le scan y est déjà portée. Refuse un acte qui n'est pas un avenant repris (ETAPE_INTERDITE), une
 * convention dont le texte n'est pas encore saisi (TEXTE_INCOMPLET), une transcription déjà ouverte (DEJA_EXISTANT).
 */
export async function commencerTranscription(
  contexte: Contexte,
  saisie: z.output<typeof schemaCommencerTranscription>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeAModifier(tx, acteur, saisie.acteId)
  if (acte.rang === 0 || acte.origine !== 'REPRISE') throw new ErreurMetier('ETAPE_INTERDITE')
  if (await tx.projetAvenant.findUnique({ where: { acteId: acte.id } }))
    throw new ErreurMetier('DEJA_EXISTANT')
  const { count } = await tx.acte.updateMany({
    where: { id: acte.id, version: saisie.version },
    data: { version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await tx.projetAvenant.create({ data: { acteId: acte.id, redaction: {}, modifieLe: maintenant } })
  const projet = await lireProjet(contexte, acte)
  if (!projet.chaine.initial.transcrit) throw new ErreurMetier('TEXTE_INCOMPLET')
  const { dateFin } = await tx.acte.findUniqueOrThrow({
    where: { id: acte.id },
    select: { dateFin: true },
  })
  const depart = projet.base.fin
  const voulu = versIsoOuNul(dateFin)
  if (voulu && voulu !== depart)
    await poserRetouche(contexte, projet, { cible: 'terme', nature: 'prolongation', depart, voulu })
  await redigerProjet(contexte, projet)
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'transcription-commencee',
    donnees: { rang: acte.rang },
  })
  return { version: saisie.version + 1 }
}
