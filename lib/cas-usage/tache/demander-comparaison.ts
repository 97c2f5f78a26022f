import { z } from 'zod'
import type { CoteCompare } from '../../domaine/acte/cotes'
import { estRedacteur } from '../../domaine/acte/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { demanderTache } from './demander-tache'

const cote = z.union([z.number().int().min(1).max(99_999), z.enum(['travail', 'modele'])])
export const schemaDemanderComparaison = z.strictObject({
  acteId: z.uuid({ message: 'identifiant' }),
  de: cote,
  a: cote,
  format: z.enum(['pdf', 'docx']),
})

/** Demande à l'ouvrier une version comparée. Le texte en cours et le modèle ne se comparent que par le groupe rédacteur. */
export async function demanderComparaison(
  contexte: Contexte,
  saisie: z.output<typeof schemaDemanderComparaison>,
): Promise<{ tacheId: string }> {
  const { acteId, de, a, format } = saisie
  const acte = await chargerActeEnMain(contexte.tx, contexte.acteur, acteId)
  const reserve = (c: CoteCompare) => typeof c !== 'number'
  if ((reserve(de) || reserve(a)) && !estRedacteur(contexte.acteur, acte))
    throw new ErreurMetier('INTROUVABLE')
  const numeros = [de, a].filter((c) => typeof c === 'number')
  const connues = await contexte.tx.versionActe.count({ where: { acteId, numero: { in: numeros } } })
  if (connues !== new Set(numeros).size) throw new ErreurMetier('INTROUVABLE')
  return demanderTache(contexte, { genre: 'comparaison', acteId, saisie: { de, a, format } })
}
