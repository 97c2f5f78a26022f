import type { z } from 'zod'
import { enregistreeParLHopital } from '../../bd/auteur-denonciation'
import { versIsoOuNul } from '../../bd/dates'
import { qualitesSur } from '../../domaine/acte/droits'
import { peutRetirerDenonciation } from '../../domaine/acte/lettres'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { ActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerResiliation, ecrireFin, exigerCote } from './charger'
import { gestionnairesDe, recalculerFin } from './depart'
import type { schemaRetirerResiliation } from './saisies'

/**
 * Retire une dénonciation avant que la convention ait pris fin, par le côté qui l'a faite (`peutRetirerDenonciation`). Une
 * fois la lettre reçue, ou au nom de l'autre côté, il faut un accord, dit avec sa date : une dénonciation reçue ne se
 * reprend pas seule. La convention court de nouveau.
 */
export async function retirerResiliation(
  contexte: Contexte,
  saisie: z.output<typeof schemaRetirerResiliation>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const { acte, resiliation: r } = await chargerResiliation(contexte, saisie.resiliationId)
  exigerCote(acteur, acte, r.cote)
  const qualites = qualitesSur(acteur, acte)
  const parLHopital = await enregistreeParLHopital(tx, acte.groupeId, r)
  if (!peutRetirerDenonciation(qualites, { cote: r.cote, enregistreeParLHopital: parLHopital }))
    throw new ErreurMetier('ROLE_INSUFFISANT')
  const gestionnaires = await gestionnairesDe(tx, acte.id)
  // Dans un acte groupé, une commune ne retire pas la dénonciation d'une autre.
  const redige = qualites.includes('redacteur')
  if (gestionnaires.length > 1 && !redige && !acteur.organisations.includes(r.organisationId))
    throw new ErreurMetier('ROLE_INSUFFISANT')
  if (r.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (r.etat === 'RETIREE') throw new ErreurMetier('ETAPE_INTERDITE')
  const fin = versIsoOuNul(r.finCalculee)
  if (fin && fin < aujourdHuiAParis(maintenant)) throw new ErreurMetier('CONVENTION_FINIE', { fin })
  const sien = r.cote === 'HOPITAL' || !redige
  if ((r.etat === 'RECUE' || !sien) && saisie.accord.length < 3)
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'accord de l’autre partie' })
  const { count } = await tx.resiliation.updateMany({
    where: { id: r.id, version: saisie.version, etat: r.etat },
    data: {
      etat: 'RETIREE',
      retireeLe: maintenant,
      retraitMotif: saisie.motif,
      retraitAccord: saisie.accord || null,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (gestionnaires.length > 1) await recalculerFin(contexte, acte, gestionnaires)
  else await effacerFin(contexte, acte)
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'resiliation-retiree',
    partage: true,
    donnees: { motif: saisie.motif, accord: saisie.accord },
  })
  return { version: saisie.version + 1 }
}

/** Efface la fin par résiliation, si elle avait été écrite. */
async function effacerFin(contexte: Contexte, acte: ActeEnMain): Promise<void> {
  const ecrite = await contexte.tx.acte.findUniqueOrThrow({
    where: { id: acte.id },
    select: { resilieeLe: true },
  })
  if (ecrite.resilieeLe)
    await ecrireFin(contexte, acte, { avant: versIsoOuNul(ecrite.resilieeLe), apres: null })
}
