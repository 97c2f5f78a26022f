import type { z } from 'zod'
import { versDate, versIso } from '../../bd/dates'
import { ajouterJours, aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { saisieFinHabilitation } from '../../domaine/compte/saisies'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'
import { journaliser } from '../compte/journaliser'
import type { Contexte } from '../contexte'
import { exigerAutreAdministrateur } from './garde-administrateur'

/**
 * Met fin à une habilitation au jour dit (dernier jour compris), ou tout de suite si aucun jour n'est dit. Retirée le
 * jour même où elle commence, elle n'a jamais servi : la ligne s'efface, le journal en garde la trace.
 */
export async function terminerHabilitation(
  contexte: Contexte,
  saisie: z.output<typeof saisieFinHabilitation>,
) {
  exigerAdministrateur(contexte.acteur)
  const { tx, maintenant } = contexte
  const lue = await tx.habilitation.findUnique({ where: { id: saisie.habilitationId } })
  if (!lue) throw new ErreurMetier('INTROUVABLE')
  const depuis = versIso(lue.depuis)
  const fin = saisie.jusqua ?? ajouterJours(aujourdHuiAParis(maintenant), -1)
  if (saisie.jusqua && saisie.jusqua < depuis) throw new ErreurMetier('DATE_INCOHERENTE')
  if (lue.role === 'ADMINISTRATEUR') {
    const jour = fin < aujourdHuiAParis(maintenant) ? aujourdHuiAParis(maintenant) : fin
    await exigerAutreAdministrateur(tx, { habilitationId: lue.id }, jour)
  }
  const where = { id: lue.id, version: saisie.version }
  const { count } =
    fin < depuis
      ? await tx.habilitation.deleteMany({ where })
      : await tx.habilitation.updateMany({
          where,
          data: { jusqua: versDate(fin), version: { increment: 1 } },
        })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: 'habilitation-terminee',
    utilisateurId: lue.utilisateurId,
    organisationId: lue.organisationId,
    donnees: { role: lue.role, depuis, jusqua: fin },
  })
  return { habilitationId: lue.id, effacee: fin < depuis }
}
