import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ConventionLue } from './lire-convention'

export type LogoLu = { nom: string; type: 'image/png' | 'image/jpeg'; base64: string }

/** Logos à imprimer en tête : le groupe hospitalier, puis l'organisme gestionnaire, quand ils en ont un. */
export function lireLogos(
  acteur: Acteur,
  convention: Pick<ConventionLue, 'groupe' | 'parties'>,
): Promise<LogoLu[]> {
  const codes = [
    convention.groupe.code,
    ...convention.parties.filter((p) => p.role === 'GESTIONNAIRE').map((p) => p.organisation.code),
  ]
  return avecActeur(acteur, async (tx) => {
    const organisations = await tx.organisation.findMany({
      where: { code: { in: codes }, logoFichierId: { not: null } },
      select: { code: true, nom: true, logoFichierId: true },
    })
    const fichiers = await tx.fichier.findMany({
      where: { id: { in: organisations.flatMap((o) => o.logoFichierId ?? []) }, usage: 'logo' },
    })
    return codes.flatMap((code): LogoLu[] => {
      const organisation = organisations.find((o) => o.code === code)
      const fichier = fichiers.find((f) => f.id === organisation?.logoFichierId)
      if (!organisation || !fichier || (fichier.type !== 'image/png' && fichier.type !== 'image/jpeg'))
        return []
      return [
        {
          nom: organisation.nom,
          type: fichier.type,
          base64: Buffer.from(fichier.contenu).toString('base64'),
        },
      ]
    })
  })
}
