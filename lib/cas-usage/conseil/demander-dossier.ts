import { z } from 'zod'
import { qualitesSur } from '../../domaine/acte/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { demanderTache } from '../tache/demander-tache'

export const schemaDossierConseil = z.strictObject({
  acteId: z.uuid({ message: 'identifiant' }),
  /** Gestionnaire dont le conseil vote ; absent, celui que l'acteur représente, à défaut le premier. */
  partieId: z.uuid({ message: 'identifiant' }).optional(),
})

/** Demande à l'ouvrier le dossier du conseil, par la mairie ou la direction ; refuse un texte jamais partagé. */
export async function demanderDossierConseil(
  contexte: Contexte,
  { acteId, partieId }: z.output<typeof schemaDossierConseil>,
): Promise<{ tacheId: string }> {
  const { tx, acteur } = contexte
  const acte = await chargerActeEnMain(tx, acteur, acteId)
  if (!qualitesSur(acteur, acte).some((q) => q === 'redacteur' || q === 'mairie'))
    throw new ErreurMetier('ROLE_INSUFFISANT')
  if ((await tx.versionActe.count({ where: { acteId } })) === 0)
    throw new ErreurMetier('ETAPE_INTERDITE', { etape: acte.etape })
  const partie =
    partieId && (await tx.partie.findFirst({ where: { id: partieId, acteId, role: 'GESTIONNAIRE' } }))
  if (partieId && !partie) throw new ErreurMetier('INTROUVABLE')
  return demanderTache(contexte, {
    genre: 'dossier-conseil',
    acteId,
    saisie: partieId ? { partieId } : {},
  })
}
