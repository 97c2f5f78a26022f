import type { z } from 'zod'
import { versDateOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { empreintesDesUnites } from '../../domaine/acte/version'
import { termeDe } from '../../domaine/avenant/terme'
import { ErreurMetier } from '../../domaine/erreurs'
import { canoniser, empreinteTexteVote } from '../../domaine/texte/empreinte'
import { type ActeEnMain, chargerActeEnMain } from '../acte/charger'
import { texteDeTravail } from '../acte/texte-de-travail'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaDeclarerTranscription } from './saisies'
import { reprendreLesProjets } from './signer-avenant'

export type TranscriptionDeclaree = { numero: number; modifications: number }

/**
 * Déclare complète la transcription relue d'un avenant repris. Ses modifications se figent dans une version immuable, le
 * texte en vigueur les applique aussitôt, l'autre côté les lit, et les projets de la chaîne sont repris dessus. La fin de
 * l'avenant suit ce qui est transcrit. Refuse une transcription sans modification (AVENANT_VIDE), arrêtée par un texte qui
 * a changé (RETOUCHES_ARRETEES) ou touchée depuis sa relecture (MODIFIE_ENTRE_TEMPS).
 */
export async function declarerTranscription(
  contexte: Contexte,
  saisie: z.output<typeof schemaDeclarerTranscription>,
): Promise<TranscriptionDeclaree> {
  const { tx, acteur, maintenant } = contexte
  const relu = await chargerProjet(contexte, saisie.acteId)
  if (!relu.transcrit) throw new ErreurMetier('ETAPE_INTERDITE')
  if (relu.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  // Deux déclarations d'une même chaîne se suivent : la seconde relit le texte que la première a laissé.
  await tx.$queryRaw`SELECT 1 FROM convention WHERE id = ${relu.acte.conventionId}::uuid FOR UPDATE`
  const { projet } = await redigerProjet(contexte, relu)
  if (projet.retouches.some((r) => r.arretee !== null)) throw new ErreurMetier('RETOUCHES_ARRETEES')
  const { modifications } = projet.redaction
  if (modifications.length === 0) throw new ErreurMetier('AVENANT_VIDE')
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  const numero = await figer(contexte, acte)
  await tx.projetAvenant.update({ where: { acteId: acte.id }, data: { closeLe: maintenant } })
  await tx.acte.update({
    where: { id: acte.id },
    data: {
      partage: true,
      dateFin: versDateOuNul(termeDe(modifications)?.voulu ?? null),
      version: { increment: 1 },
      modifieLe: maintenant,
    },
  })
  // Sans la convention, l'avenant ne se lirait pas : reprise elle aussi, elle se montre avec lui.
  await tx.acte.updateMany({
    where: { conventionId: acte.conventionId, rang: 0, origine: 'REPRISE', partage: false },
    data: { partage: true },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'transcription-declaree',
    partage: true,
    donnees: { numero, modifications: modifications.length },
  })
  await reprendreLesProjets(contexte, acte, 'transcription')
  return { numero, modifications: modifications.length }
}

/** Fige la transcription dans une version qui ne changera plus ; sans changement depuis la dernière, la garde. */
async function figer({ tx, acteur, maintenant }: Contexte, acte: ActeEnMain): Promise<number> {
  const texte = await texteDeTravail(tx, acte.id)
  const derniere = await tx.versionActe.findFirst({ where: { acteId: acte.id }, orderBy: { numero: 'desc' } })
  if (derniere && canoniser(derniere.texte) === canoniser(texte)) return derniere.numero
  const numero = (derniere?.numero ?? 0) + 1
  await tx.versionActe.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      acteId: acte.id,
      numero,
      texte: texte as unknown as Prisma.InputJsonValue,
      empreinte: empreinteTexteVote(texte),
      empreintes: empreintesDesUnites(texte),
      creeLe: maintenant,
      creePar: acteur.utilisateurId,
      creeParNom: acteur.nom,
    },
  })
  return numero
}
