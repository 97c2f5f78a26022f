import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { chargerDemande, datee } from './charger'
import { consigner } from './journal'
import { recalculer } from './recalculer'
import type { schemaRetirer } from './saisies'

/** Retire une demande inscrite par erreur : elle s'efface, ses corrections avec elle, et sa période se recompte. */
export async function retirerDemande(
  contexte: Contexte,
  { demandeId, version }: z.output<typeof schemaRetirer>,
): Promise<void> {
  const d = await chargerDemande(contexte, demandeId, version)
  const { count } = await contexte.tx.demande.deleteMany({ where: { id: demandeId, version } })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await recalculer(contexte, d, [datee(d)])
  await consigner(contexte, d.centreId, 'demande-retiree', { nature: d.nature })
}
