import type { z } from 'zod'
import { versDate } from '../../bd/dates'
import { decisionDemandee, finDuCadre } from '../../domaine/acte/activite-partagee'
import { estRedacteur } from '../../domaine/acte/droits'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { datesDeLaChaine } from '../resiliation/charger'
import type { schemaDecider } from './saisies'

/**
 * Dit ce que devient une activité partagée quand sa convention-cadre prend fin : maintenue, à dénoncer, ou laissée à son
 * terme. La décision vaut pour cette fin-là ; un cadre renouvelé en demandera une autre. Décider n'exécute rien : la
 * dénonciation se fait par lettre, sur les dates de l'activité. Refuse un cadre dont la fin n'appelle pas de décision.
 */
export async function deciderDuSort(
  contexte: Contexte,
  saisie: z.output<typeof schemaDecider>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const lu = await tx.rattachementConvention.findUnique({
    where: { id: saisie.rattachementId },
    include: {
      convention: { include: { actes: { where: { rang: 0 } } } },
      cadre: { include: { actes: { where: { rang: 0 } } } },
    },
  })
  const initial = lu?.cadre.actes[0]
  const activite = lu?.convention.actes[0]
  if (!lu || !initial || !activite || lu.retireLe) throw new ErreurMetier('INTROUVABLE')
  const cadre = await chargerActeEnMain(tx, acteur, initial.id)
  if (!estRedacteur(acteur, cadre)) throw new ErreurMetier('ROLE_INSUFFISANT')
  const dates = await datesDeLaChaine(tx, cadre)
  const finDesDates = { fin: dates.fin, resiliation: dates.resilieeLe }
  const fin = finDuCadre(finDesDates)
  if (cadre.etape !== 'SIGNEE' || !fin || !decisionDemandee(finDesDates, aujourdHuiAParis(maintenant)))
    throw new ErreurMetier('ETAPE_INTERDITE', { etape: cadre.etape })
  const { count } = await tx.rattachementConvention.updateMany({
    where: { id: lu.id, version: saisie.version, retireLe: null },
    data: {
      decision: saisie.decision,
      decisionPour: versDate(fin),
      decisionMotif: saisie.motif || null,
      decisionLe: maintenant,
      decisionParNom: acteur.nom,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  for (const [acteId, autre, estCadre] of [
    [cadre.id, lu.convention.reference, true],
    [activite.id, lu.cadre.reference, false],
  ] as const)
    await journaliser(contexte, {
      acteId,
      evenement: 'sort-decide',
      donnees: {
        decision: saisie.decision,
        numero: lu.numero,
        autre,
        cadre: estCadre,
        fin,
        ...(saisie.motif ? { motif: saisie.motif } : {}),
      },
    })
  return { version: saisie.version + 1 }
}
