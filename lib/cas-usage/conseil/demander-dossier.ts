import { z } from 'zod'
import { qualitesSur } from '../../domaine/acte/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { demanderTache } from '../tache/demander-tache'

export const schemaDossierConseil = z.strictObject({ acteId: z.uuid({ message: 'identifiant' }) })

/** Demande à l'ouvrier le dossier du conseil, par la mairie ou la direction ; refuse un texte jamais partagé. */
export async function demanderDossierConseil(
  contexte: Contexte,
  { acteId }: z.output<typeof schemaDossierConseil>,
): Promise<{ tacheId: string }> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, acteId)
  if (!qualitesSur(acteur, acte).some((q) => q === 'redacteur' || q === 'mairie'))
    throw new ErreurMetier('ROLE_INSUFFISANT')
  if ((await tx.versionActe.count({ where: { acteId } })) === 0)
    throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  return demanderTache(contexte, { genre: 'dossier-conseil', acteId, saisie: {} })
}
