import type { Prisma } from '../../bd/genere/client'
import { EVENEMENT_DU_PASSAGE, type Passage, TABLE_DES_PASSAGES } from '../../domaine/acte/etapes'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { type ActeEnMain, exigerPassage } from './charger'

type Demande = {
  /** Version de l'acte lue par l'écran ; absente quand le passage suit d'un autre fait de la même transaction. */
  version?: number
  motif?: string
  /** Autres colonnes écrites avec l'étape (date de signature…). */
  data?: Prisma.ActeUncheckedUpdateManyInput
  donnees?: Prisma.InputJsonObject
}

/**
 * Seul chemin d'une étape à l'autre : table des passages, motif exigé, mise à jour conditionnelle et ligne du journal
 * dans la même transaction. Rend la nouvelle version de l'acte.
 */
export async function passerEtape(
  contexte: Contexte,
  acte: ActeEnMain,
  passage: Passage,
  demande: Demande = {},
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  exigerPassage(acteur, acte, passage)
  const regle = TABLE_DES_PASSAGES[passage]
  if (regle.motif && !demande.motif) throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'Motif' })
  const version = demande.version ?? acte.version
  const { count } = await tx.acte.updateMany({
    where: { id: acte.id, version, etape: acte.etape },
    data: { ...demande.data, etape: regle.vers, version: { increment: 1 }, modifieLe: maintenant },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  // Un texte qui se reprend n'est plus accepté dans son ensemble ; l'accord article par article vaut tant que rien n'y change.
  if (regle.vers === 'A_REPRENDRE')
    await tx.acceptation.updateMany({
      where: { acteId: acte.id, identite: '', retireeLe: null },
      data: { retireeLe: maintenant },
    })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: EVENEMENT_DU_PASSAGE[passage],
    // Un projet abandonné sans avoir été partagé n'a jamais existé pour l'autre côté.
    partage: acte.partage || passage === 'partager',
    donnees: {
      depuis: acte.etape,
      vers: regle.vers,
      ...(demande.motif ? { motif: demande.motif } : {}),
      ...demande.donnees,
    },
  })
  return { version: version + 1 }
}
