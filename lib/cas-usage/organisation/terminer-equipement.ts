import { versDate, versIsoOuNul } from '../../bd/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { FinEquipement } from '../../domaine/organisation/saisies-equipements'
import type { Contexte } from '../contexte'
import { chargerEquipement } from './acces-equipements'
import { journaliser } from './journaliser'

/** Date la fin d'un équipement (dernier jour compris) : il quitte la liste sans s'effacer. Déjà daté, il se corrige. */
export async function terminerEquipement(contexte: Contexte, saisie: FinEquipement): Promise<void> {
  const { tx, acteur } = contexte
  const avant = await chargerEquipement(tx, acteur, saisie.equipementId)
  if (avant.version !== saisie.version) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (avant.jusqua) throw new ErreurMetier('ETAPE_INTERDITE')
  const depuis = versIsoOuNul(avant.depuis)
  if (depuis && saisie.jusqua < depuis)
    throw new ErreurMetier('DATE_INCOHERENTE', { raison: 'Le dernier jour vient avant le premier.' })
  const { count } = await tx.equipement.updateMany({
    where: { id: avant.id, version: saisie.version },
    data: { jusqua: versDate(saisie.jusqua), version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: 'equipement-termine',
    organisationId: avant.organisationId,
    cible: avant.id,
    avant: { jusqua: null },
    apres: { jusqua: saisie.jusqua },
  })
}
