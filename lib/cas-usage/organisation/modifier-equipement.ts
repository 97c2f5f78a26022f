import { versDateOuNul, versIsoOuNul } from '../../bd/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { nomDEquipement } from '../../domaine/organisation/equipements'
import type { ModificationEquipement } from '../../domaine/organisation/saisies-equipements'
import type { Contexte } from '../contexte'
import { chargerEquipement } from './acces-equipements'
import { journaliser } from './journaliser'

/** Corrige un équipement, dates comprises : effacer le dernier jour dit qu'il sert encore. Le lieu ne change pas. */
export async function modifierEquipement(contexte: Contexte, saisie: ModificationEquipement): Promise<void> {
  const { tx, acteur } = contexte
  const avant = await chargerEquipement(tx, acteur, saisie.equipementId)
  const { code, quantite, depuis, jusqua, source } = saisie
  const libelle = nomDEquipement(code, saisie.libelle)
  if (libelle === null) throw new ErreurMetier('SAISIE_INVALIDE')
  if (depuis && jusqua && jusqua < depuis) throw new ErreurMetier('DATE_INCOHERENTE')
  const { count } = await tx.equipement.updateMany({
    where: { id: avant.id, version: saisie.version },
    data: {
      ...{ code, libelle, quantite, source },
      depuis: versDateOuNul(depuis),
      jusqua: versDateOuNul(jusqua),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await journaliser(contexte, {
    evenement: 'equipement-modifie',
    organisationId: avant.organisationId,
    cible: avant.id,
    avant: {
      ...{ code: avant.code, libelle: avant.libelle, quantite: avant.quantite, source: avant.source },
      depuis: versIsoOuNul(avant.depuis),
      jusqua: versIsoOuNul(avant.jusqua),
    },
    apres: { code, libelle, quantite, depuis, jusqua, source },
  })
}
