import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { referenceDActe } from '../../domaine/acte/reference'
import type { Acteur } from '../../domaine/organisation/acteur'
import { VILLE, villeDe } from './ville'

export type CentreAFaire = { conventionId: string; ville: string }

/** Centres que la préparation ou le partage doit encore voir, par ville. Vide pour qui n'est pas du groupe. */
export function lireCentresAFaire(
  acteur: Acteur,
  campagneId: string,
  geste: 'preparer' | 'partager',
): Promise<CentreAFaire[]> {
  return avecActeur(acteur, async (tx) => {
    const lignes = await tx.campagneCentre.findMany({
      where: {
        campagneId,
        campagne: { groupeId: { in: [...acteur.groupes] } },
        ...(geste === 'preparer'
          ? { etat: { in: ['A_PREPARER', 'ECHEC'] } }
          : { etat: 'PREPAREE', acte: { partage: false, etape: 'BROUILLON' } }),
      },
      select: { conventionId: true, convention: { select: VILLE } },
    })
    return lignes
      .map((l) => ({ conventionId: l.conventionId, ...villeDe(l.convention) }))
      .sort((a, b) => (a.tri < b.tri ? -1 : 1))
      .map(({ conventionId, ville }) => ({ conventionId, ville }))
  })
}

export type ActesDeCampagne = { titre: string; actes: { reference: string; ville: string }[] }

/** Avenants ouverts par une campagne et pas abandonnés, ou `null` : inconnue, ou d'un autre groupe. */
export function lireActesDeCampagne(acteur: Acteur, campagneId: string): Promise<ActesDeCampagne | null> {
  return avecActeur(acteur, async (tx) => {
    const campagne = await tx.campagne.findFirst({
      where: { id: campagneId, groupeId: { in: [...acteur.groupes] } },
      select: {
        titre: true,
        centres: {
          where: { etat: { not: 'ARRETEE' }, acte: { etape: { not: 'ABANDONNEE' } } },
          select: {
            acte: { select: { rang: true } },
            convention: { select: { reference: true, ...VILLE } },
          },
        },
      },
    })
    if (!campagne) return null
    return {
      titre: campagne.titre,
      actes: campagne.centres
        .map(({ acte, convention }) => ({
          reference: referenceDActe(convention.reference, acte?.rang ?? 0),
          ville: villeDe(convention).ville,
        }))
        .sort((a, b) => (a.reference < b.reference ? -1 : 1)),
    }
  })
}
