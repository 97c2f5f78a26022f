import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { obstaclesFinalisation } from '../../domaine/texte/finalisation'
import { chargerActeEnMain, exigerPassage } from '../acte/charger'
import { exigerApplicable } from '../avenant/signer-avenant'
import type { Contexte } from '../contexte'
import { porterCouverture } from '../deliberation/porter-couverture'
import { journaliser } from '../journal/journaliser'
import { lireMatiere, type Matiere } from './matiere'
import { exigerEnvoiPermis } from './regles'
import type { schemaEnvoyer } from './saisies'

/** Document définitif, sans filigrane ni valeur à compléter : ce qui sera rendu, relu, puis signé. */
export type ConstruireDocument = (matiere: Matiere, maintenant: Date) => unknown

/**
 * Premier temps de l'envoi à la signature : contrôle les règles, fige texte, mentions, signataires, autorités et ordre, sans
 * changer d'étape. Le PDF se fabrique ensuite, hors transaction. Refuse un second envoi tant qu'un premier est ouvert.
 */
export async function reserverEnvoi(
  contexte: Contexte,
  saisie: z.output<typeof schemaEnvoyer>,
  construire: ConstruireDocument,
): Promise<{ envoiId: string; numero: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerPassage(acteur, acte, 'envoyer-a-la-signature')
  if (acte.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const envois = await tx.envoiSignature.findMany({
    where: { acteId: acte.id },
    select: { numero: true, etat: true },
  })
  if (envois.some((e) => e.etat === 'PREPARATION' || e.etat === 'PRET'))
    throw new ErreurMetier('ENVOI_EN_COURS')
  if (acte.rang > 0) await porterCouverture(contexte, acte.id)
  const matiere = await lireMatiere(tx, acte, saisie.premiere)
  exigerComplete(matiere, saisie.premiere)
  await exigerEnvoiPermis(tx, acte.id, aujourdHuiAParis(maintenant))
  if (acte.rang > 0) await exigerApplicable(contexte, acte, matiere.texte)
  const envoiId = nouvelId(maintenant.getTime())
  const numero = Math.max(0, ...envois.map((e) => e.numero)) + 1
  await tx.envoiSignature.create({
    data: {
      id: envoiId,
      acteId: acte.id,
      versionId: matiere.version.id,
      numero,
      empreinteTexte: matiere.version.empreinte,
      empreinteComplete: matiere.empreinte,
      document: construire(matiere, maintenant) as Prisma.InputJsonValue,
      signataires: matiere.parties as unknown as Prisma.InputJsonValue,
      ordonne: saisie.premiere !== null,
      creeLe: maintenant,
      creePar: acteur.utilisateurId,
      creeParNom: acteur.nom,
    },
  })
  const { count } = await tx.acte.updateMany({
    where: { id: acte.id, version: saisie.version },
    data: { version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'envoi-prepare',
    donnees: { numero },
  })
  return { envoiId, numero }
}

/** Ce que l'envoi exige du texte et des signataires, quelles que soient les règles d'autorité. */
function exigerComplete(m: Matiere, premiere: string | null): void {
  if (obstaclesFinalisation(m.texte).length) throw new ErreurMetier('TEXTE_INCOMPLET')
  if (premiere !== null && m.parties[0]?.partieId !== premiere) throw new ErreurMetier('SAISIE_INVALIDE')
  const sans = m.parties.filter((p) => !p.signataires.length || p.signataires.some((s) => !s.nom.trim()))
  if (m.parties.length < 2 || sans.length)
    throw new ErreurMetier('SIGNATAIRE_MANQUANT', { parties: sans.map((p) => p.nom).join(', ') })
}
