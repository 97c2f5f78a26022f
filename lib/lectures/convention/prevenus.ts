import 'server-only'
import { versDate } from '../../bd/dates'
import { avecActeur } from '../../bd/transaction'
import { peutLire, qualitesSur } from '../../domaine/acte/droits'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'

export type Prevenus = { hopital: string[]; gestionnaire: string[] }

/**
 * Comptes ouverts que les passages d'un acte préviennent, par côté et par nom, sans l'acteur ; pour le dire avant le clic.
 * Vide pour qui ne fait rien passer.
 */
export function lirePrevenus(acteur: Acteur, acteId: string, maintenant: Date): Promise<Prevenus> {
  const jour = versDate(aujourdHuiAParis(maintenant))
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({ where: { id: acteId } })
    const tient = acte && qualitesSur(acteur, acte).some((q) => ['redacteur', 'centre', 'mairie'].includes(q))
    if (!acte || !tient || !peutLire(acteur, acte)) return { hopital: [], gestionnaire: [] }
    const lues = await tx.habilitation.findMany({
      where: {
        depuis: { lte: jour },
        AND: [{ OR: [{ jusqua: null }, { jusqua: { gte: jour } }] }],
        OR: [
          { role: 'DIRECTION_PARTENARIATS', organisationId: acte.groupeId },
          { role: { in: ['DIRECTION_CMS', 'MAIRIE'] }, organisationId: { in: acte.organisations } },
        ],
        utilisateur: { actif: true, id: { not: acteur.utilisateurId } },
      },
      select: { role: true, utilisateur: { select: { nom: true } } },
      orderBy: { utilisateur: { nom: 'asc' } },
    })
    const noms = (hopital: boolean) => [
      ...new Set(
        lues.filter((h) => (h.role === 'DIRECTION_PARTENARIATS') === hopital).map((h) => h.utilisateur.nom),
      ),
    ]
    return { hopital: noms(true), gestionnaire: noms(false) }
  })
}
