import { rattachementDuCentre } from '../../bd/rattachements'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerAcces, peutModifierBesoin } from '../../domaine/organisation/droits'
import type { ModificationBesoin } from '../../domaine/organisation/saisies'
import type { Contexte } from '../contexte'
import { journaliser } from './journaliser'

/** Corrige le libellé, la priorité ou la note d'un besoin ; ni sa nature ni sa date ne se réécrivent. */
export async function modifierBesoin(contexte: Contexte, saisie: ModificationBesoin): Promise<void> {
  const { tx, acteur } = contexte
  const besoin = await tx.besoin.findUnique({
    where: { id: saisie.besoinId },
    include: { specialite: { select: { libelle: true } } },
  })
  const centre = besoin && (await rattachementDuCentre(tx, { id: besoin.centreId }))
  exigerAcces(acteur, centre, peutModifierBesoin)
  if (!besoin) throw new ErreurMetier('INTROUVABLE')
  const libelle = saisie.libelle ?? besoin.specialite?.libelle
  if (!libelle) throw new ErreurMetier('SAISIE_INVALIDE')
  const apres = { libelle, priorite: saisie.priorite, note: saisie.note }
  const { count } = await tx.besoin.updateMany({
    where: { id: besoin.id, version: saisie.version },
    data: { ...apres, version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: 'besoin-modifie',
    organisationId: besoin.centreId,
    cible: besoin.id,
    avant: { libelle: besoin.libelle, priorite: besoin.priorite, note: besoin.note },
    apres,
  })
}
