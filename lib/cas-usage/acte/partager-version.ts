import type { z } from 'zod'
import { approbationsDemandees } from '../../bd/approbations'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { empreintesDesUnites } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import { canoniser, empreinteTexteVote } from '../../domaine/texte/empreinte'
import { appreterProjet } from '../avenant/appreter-projet'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { type ActeEnMain, chargerActeEnMain, exigerPassage } from './charger'
import { passerEtape } from './passer-etape'
import type { schemaPartager } from './saisies'
import { texteDeTravail } from './texte-de-travail'

export type VersionPartagee = { numero: number; version: number }

/**
 * Partage le texte en cours : une version numérotée et immuable, que l'autre côté lit désormais. Un texte identique à la
 * dernière version la remet en relecture sans en créer une autre. Refuse un acte sans texte.
 */
export async function partagerVersion(
  contexte: Contexte,
  saisie: z.output<typeof schemaPartager>,
): Promise<VersionPartagee> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerPassage(acteur, acte, 'partager')
  const numero = await ecrireVersion(contexte, acte, saisie.message, saisie.malgreLesEcarts ?? false)
  const valideurs = await fonctionsDemandees(contexte, acte)
  const { version } = await passerEtape(contexte, acte, 'partager', {
    version: saisie.version,
    data: { partage: true, valideurs },
    donnees: { numero, ...(saisie.message ? { message: saisie.message } : {}) },
  })
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'version-partagee',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      numero,
      message: saisie.message,
      auteur: acteur.nom,
    },
    a: await destinatairesDe(contexte, acte, ['centre', 'mairie']),
  })
  return { numero, version }
}

async function ecrireVersion(
  contexte: Contexte,
  acte: ActeEnMain,
  message: string,
  malgreLesEcarts: boolean,
): Promise<number> {
  const { tx, acteur, maintenant } = contexte
  if (acte.rang > 0) await appreterProjet(contexte, acte, malgreLesEcarts)
  const texte = await texteDeTravail(tx, acte.id)
  if (texte.unites.length === 0) throw new ErreurMetier('TEXTE_INCOMPLET')
  const derniere = await tx.versionActe.findFirst({ where: { acteId: acte.id }, orderBy: { numero: 'desc' } })
  if (derniere && canoniser(derniere.texte) === canoniser(texte)) return derniere.numero
  const numero = (derniere?.numero ?? 0) + 1
  const empreinte = empreinteTexteVote(texte)
  await tx.versionActe.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      acteId: acte.id,
      numero,
      texte: texte as unknown as Prisma.InputJsonValue,
      empreinte,
      empreintes: empreintesDesUnites(texte),
      message: message || null,
      creeLe: maintenant,
      creePar: acteur.utilisateurId,
      creeParNom: acteur.nom,
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'version-partagee',
    partage: true,
    donnees: { numero, empreinte },
  })
  return numero
}

/**
 * « groupe:fonction » de chaque avis demandé : ces personnes lisent l'acte dès le partage. Une fonction qu'un article adapté
 * n'appelle plus garde la lecture de ce qu'elle a pu lire.
 */
async function fonctionsDemandees({ tx }: Contexte, acte: ActeEnMain): Promise<string[]> {
  const demandees = (await approbationsDemandees(tx, acte)).map((a) => `${acte.groupeId}:${a.fonction}`)
  return [...new Set([...acte.valideurs, ...demandees])]
}
