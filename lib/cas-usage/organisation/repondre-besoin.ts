import { versDate } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { rattachementDuCentre } from '../../bd/rattachements'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { reponseAdmise } from '../../domaine/organisation/besoins'
import { exigerAcces, peutRepondreBesoin } from '../../domaine/organisation/droits'
import type { SaisieReponse } from '../../domaine/organisation/saisies'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/** L'hôpital répond à un besoin. Les réponses s'ajoutent : l'ancienne reste lisible, la plus récente vaut. */
export async function repondreBesoin(
  contexte: Contexte,
  saisie: SaisieReponse,
): Promise<{ reponseId: string }> {
  const { tx, acteur, maintenant } = contexte
  const besoin = await tx.besoin.findUnique({ where: { id: saisie.besoinId } })
  const centre = besoin && (await rattachementDuCentre(tx, { id: besoin.centreId }))
  exigerAcces(acteur, centre, peutRepondreBesoin)
  if (!besoin) throw new ErreurMetier('INTROUVABLE')
  if (!reponseAdmise(saisie.nature, saisie.motif)) throw new ErreurMetier('SAISIE_INVALIDE')
  if (saisie.le > aujourdHuiAParis(maintenant)) throw new ErreurMetier('DATE_INCOHERENTE')
  await exigerConvention(contexte, saisie.conventionId, besoin.centreId)
  const { count } = await tx.besoin.updateMany({
    where: { id: besoin.id, version: saisie.version },
    data: { version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const id = nouvelId(maintenant.getTime())
  const { nature, texte, motif, conventionId } = saisie
  await tx.reponseBesoin.create({
    data: {
      id,
      besoinId: besoin.id,
      nature,
      texte,
      motif: nature === 'REFUSEE' ? motif : null,
      conventionId,
      le: versDate(saisie.le),
      auteurId: acteur.utilisateurId,
      creeLe: maintenant,
    },
  })
  await journaliser(contexte, {
    evenement: 'besoin-repondu',
    organisationId: besoin.centreId,
    cible: besoin.id,
    apres: { nature, texte, motif, le: saisie.le },
  })
  return { reponseId: id }
}

/** La convention citée doit être visible de l'acteur et couvrir ce centre. */
async function exigerConvention({ tx }: Contexte, id: string | null, centreId: string): Promise<void> {
  if (!id) return
  const visible = await tx.acte.count({
    where: { conventionId: id, centres: { some: { organisationId: centreId } } },
  })
  if (visible === 0) throw new ErreurMetier('INTROUVABLE')
}
