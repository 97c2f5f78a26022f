import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { stockage } from '../../bd/stockage'
import type { TexteRange } from '../../domaine/acte/retour/ranger'
import type { TexteFige } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDeDepot, TAILLE_MAX_DEPOT } from '../../domaine/fichier/depots'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { coteQuiEcrit, exigerEcriture, texteLu } from '../remarque/charger'
import type { schemaJoindreRetour } from './saisies'

export const TYPE_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Ce que l'on garde d'un fichier Word : son texte rangé par unité, et les révisions suivies lues comme acceptées. */
export type LectureGardee = { range: TexteRange; revisions: { ajouts: number; retraits: number } }
/** Lit un .docx et le range sous la version ; lève FICHIER_REFUSE. Donné par `lib/serveur` : le domaine n'ouvre pas de fichier. */
export type LireRetour = (octets: Uint8Array, texte: TexteFige) => Promise<LectureGardee>

/**
 * Joint à une version le fichier Word qu'un côté en a fait : gardé octet pour octet avec son empreinte, et lu. Rien n'entre
 * dans le texte. Refuse qui n'écrit pas sur cet acte, un texte qui ne se négocie plus, une version inconnue, plus de 20 Mio
 * et tout fichier qui n'est pas un .docx ordinaire.
 */
export async function joindreRetour(
  contexte: Contexte,
  saisie: z.output<typeof schemaJoindreRetour>,
  lire: LireRetour,
): Promise<{ retourId: string }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeEnMain(tx, acteur, saisie.acteId)
  exigerEcriture(acteur, acte, false)
  const { versionId, texte } = await texteLu(tx, acte, saisie.numero, false)
  if (!versionId) throw new ErreurMetier('INTROUVABLE')
  if (saisie.fichier.size > TAILLE_MAX_DEPOT)
    throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '20 Mo' })
  const contenu = new Uint8Array(await saisie.fichier.arrayBuffer())
  const lecture = await lire(contenu, texte)
  const retourId = nouvelId(maintenant.getTime())
  const auteurId = acteur.utilisateurId || null
  const {
    id: fichierId,
    nom,
    empreinte,
  } = await stockage(tx).garder({
    nom: nomDeDepot(saisie.fichier.name),
    type: TYPE_WORD,
    octets: contenu,
    usage: 'retour-word',
    acteId: acte.id,
    creeLe: maintenant,
    creePar: auteurId,
  })
  await tx.retourWord.create({
    data: {
      id: retourId,
      acteId: acte.id,
      versionId,
      fichierId,
      cote: coteQuiEcrit(acteur, acte),
      lecture: lecture as unknown as Prisma.InputJsonValue,
      auteurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'retour-word-joint',
    cible: retourId,
    partage: true,
    donnees: { numero: saisie.numero, nom, empreinte },
  })
  return { retourId }
}
