import 'server-only'
import type { Prisma } from '../../bd/genere/client'
import { avecActeur } from '../../bd/transaction'
import { referenceDActe } from '../../domaine/acte/reference'
import type { Acteur } from '../../domaine/organisation/acteur'
import { VILLE, villeDe } from './ville'

export type CentreAFaire = { conventionId: string; ville: string }

/** Ce qu'une tâche doit encore voir, et ce qu'une précédente, même interrompue, a déjà fait. */
export type CentresAFaire = { faits: number; restants: CentreAFaire[] }

/** Centres que la préparation ou le partage doit encore voir, par ville. Vide pour qui n'est pas du groupe. */
export function lireCentresAFaire(
  acteur: Acteur,
  campagneId: string,
  geste: 'preparer' | 'partager',
): Promise<CentresAFaire> {
  return avecActeur(acteur, async (tx) => {
    const campagne = await tx.campagne.findFirst({
      where: { id: campagneId, groupeId: { in: [...acteur.groupes] } },
      select: { acteId: true },
    })
    if (!campagne) return { faits: 0, restants: [] }
    const lignes = await tx.campagneCentre.findMany({
      where: { campagneId, ...A_FAIRE[geste] },
      select: { conventionId: true, convention: { select: VILLE } },
    })
    // L'avenant d'origine ne se prépare pas : il ne compte pas parmi les centres préparés.
    const prepare = { OR: [{ acteId: null }, { acteId: { not: campagne.acteId } }] }
    return {
      faits: await tx.campagneCentre.count({
        where: { campagneId, ...FAITS[geste], ...(geste === 'preparer' ? prepare : {}) },
      }),
      restants: lignes
        .map((l) => ({ conventionId: l.conventionId, ...villeDe(l.convention) }))
        .sort((a, b) => (a.tri < b.tri ? -1 : 1))
        .map(({ conventionId, ville }) => ({ conventionId, ville })),
    }
  })
}

const A_FAIRE = {
  preparer: { etat: { in: ['A_PREPARER', 'ECHEC'] } },
  partager: { etat: 'PREPAREE', acte: { partage: false, etape: 'BROUILLON' } },
} as const satisfies Record<string, Prisma.CampagneCentreWhereInput>
const FAITS = {
  preparer: { etat: { in: ['PREPAREE', 'A_LA_MAIN', 'SANS_OBJET'] } },
  partager: { etat: 'PREPAREE', acte: { partage: true } },
} as const satisfies Record<string, Prisma.CampagneCentreWhereInput>

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
