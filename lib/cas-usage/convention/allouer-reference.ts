import type { Tx } from '../../bd/client'
import { prefixeReference, reference } from '../../domaine/acte/reference'

/**
 * Prend le numéro suivant d'un compteur verrouillé : la ligne reste bloquée jusqu'à la fin de la transaction,
 * deux créations simultanées ne peuvent donc pas recevoir la même référence, et un numéro donné ne resert jamais.
 */
export async function allouerReference(
  tx: Tx,
  codeGroupe: string,
  nomGestionnaire: string,
  annee: number,
): Promise<string> {
  const prefixe = prefixeReference(codeGroupe, nomGestionnaire, annee)
  const lignes = await tx.$queryRaw<{ valeur: number }[]>`
    INSERT INTO compteur (cle, valeur) VALUES (${prefixe}, 1)
    ON CONFLICT (cle) DO UPDATE SET valeur = compteur.valeur + 1
    RETURNING valeur`
  return reference(prefixe, lignes[0]?.valeur ?? 1)
}
