import { RefusGarde } from '../../domaine/erreurs'
import { verifierMotDePasse } from '../compte/hachage'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { ESSAIS_CODE, type ObjetCode } from './code'

type Essai = { acteId: string; objet: ObjetCode; empreinteTexte: string; code: string }
/** Pourquoi un code est refusé ; la phrase est dans `lib/presentation/erreurs.ts`. */
export type RaisonRefus = 'aucun' | 'rejoue' | 'perime' | 'epuise' | 'autre-texte' | 'faux'

/**
 * Vérifie le dernier code envoyé à l'acteur pour cet objet, et l'use. Un refus est rendu, non levé : l'essai compté et la
 * ligne du journal doivent rester. L'essai est compté avant la comparaison, sous verrou : deux essais simultanés en font deux.
 */
export async function verifierCode(
  contexte: Contexte,
  essai: Essai,
): Promise<{ codeId: string } | RefusGarde> {
  const { tx, acteur, maintenant } = contexte
  const [lu] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM code_accord WHERE acte_id = ${essai.acteId}::uuid AND objet = ${essai.objet}
      AND utilisateur_id = ${acteur.utilisateurId}::uuid ORDER BY cree_le DESC, id DESC LIMIT 1 FOR UPDATE`
  const code = lu ? await tx.codeAccord.findUnique({ where: { id: lu.id } }) : null
  if (!code) return refuser(contexte, essai, 'aucun')
  if (code.utiliseLe) return refuser(contexte, essai, 'rejoue')
  if (code.expireLe <= maintenant) return refuser(contexte, essai, 'perime')
  if (code.essais >= ESSAIS_CODE) return refuser(contexte, essai, 'epuise')
  if (code.empreinteTexte !== essai.empreinteTexte) return refuser(contexte, essai, 'autre-texte')
  await tx.codeAccord.update({ where: { id: code.id }, data: { essais: { increment: 1 } } })
  if (!(await verifierMotDePasse(code.empreinte, essai.code))) {
    const restants = ESSAIS_CODE - code.essais - 1
    return refuser(contexte, essai, restants ? 'faux' : 'epuise', restants)
  }
  await tx.codeAccord.update({ where: { id: code.id }, data: { utiliseLe: maintenant } })
  return { codeId: code.id }
}

async function refuser(contexte: Contexte, essai: Essai, raison: RaisonRefus, restants = 0) {
  await journaliser(contexte, {
    acteId: essai.acteId,
    evenement: 'code-refuse',
    donnees: { raison, objet: essai.objet },
  })
  return new RefusGarde('CODE_REFUSE', { raison, restants })
}
