import { versDate } from '../../bd/dates'
import { rattachementDuCentre } from '../../bd/rattachements'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAcces, peutDeclarerOffre } from '../../domaine/organisation/droits'
import type { SaisieOffre } from '../../domaine/organisation/saisies'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/** Déclare l'offre entière d'un centre à ce jour : ce qui n'est pas coché n'est pas proposé. */
export async function declarerOffre(contexte: Contexte, saisie: SaisieOffre): Promise<void> {
  const { tx, acteur, maintenant } = contexte
  exigerAcces(acteur, await rattachementDuCentre(tx, { id: saisie.centreId }), peutDeclarerOffre)
  const voulues = [...new Set(saisie.specialites)]
  const connues = await tx.specialite.count({ where: { code: { in: voulues } } })
  if (connues !== voulues.length) throw new ErreurMetier('SAISIE_INVALIDE')
  const { count } = await tx.organisation.updateMany({
    where: { id: saisie.centreId, version: saisie.version },
    data: { offreRenseigneeLe: versDate(aujourdHuiAParis(maintenant)), version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const avant = await tx.offre.findMany({ where: { organisationId: saisie.centreId } })
  await tx.offre.deleteMany({
    where: { organisationId: saisie.centreId, specialiteCode: { notIn: voulues } },
  })
  await tx.offre.createMany({
    data: voulues.map((specialiteCode) => ({ organisationId: saisie.centreId, specialiteCode })),
    skipDuplicates: true,
  })
  await journaliser(contexte, {
    evenement: 'offre-declaree',
    organisationId: saisie.centreId,
    cible: saisie.centreId,
    avant: { specialites: avant.map((o) => o.specialiteCode).sort() },
    apres: { specialites: voulues.sort() },
  })
}
