import { habit, INCLURE_TEXTE, texteDesTables, valeursDe } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { texteDuProjet } from '../../bd/projet-avenant'
import { figerTexte, type TexteFige } from '../../domaine/acte/version'
import type { ProjetRedige } from '../../domaine/avenant/projet'
import { ErreurMetier } from '../../domaine/erreurs'

export { valeursDe } from '../../bd/chaine'

/**
 * Texte en cours d'un acte, lu des tables de travail, tel qu'une version le figerait maintenant. D'un avenant : son texte à
 * lui, et les modifications qui sont son effet.
 */
export async function texteDeTravail(tx: Tx, acteId: string): Promise<TexteFige> {
  const acte = await tx.acte.findUnique({
    where: { id: acteId },
    include: { ...INCLURE_TEXTE, projet: true },
  })
  if (!acte) throw new ErreurMetier('INTROUVABLE')
  const texte = texteDesTables(acte, await valeursDe(tx, acte.conventionId))
  if (!acte.projet) return figerTexte(texte, habit(acte))
  const redaction = acte.projet.redaction as unknown as ProjetRedige
  return figerTexte(texteDuProjet(texte, redaction, acte.rang), {
    ...habit(acte),
    surtitre: `Avenant n° ${acte.rang}`,
  })
}
