import 'server-only'
import { stockage } from '../../bd/stockage'
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
    const logos: LogoLu[] = []
    for (const code of codes) {
      const organisation = organisations.find((o) => o.code === code)
      // Deux ou trois logos par acte : les ouvrir un à un garde la vérification de leur empreinte.
      const fichier = organisation?.logoFichierId && (await stockage(tx).ouvrir(organisation.logoFichierId))
      if (!organisation || !fichier || (fichier.type !== 'image/png' && fichier.type !== 'image/jpeg'))
        continue
      const base64 = Buffer.from(fichier.octets).toString('base64')
      logos.push({ nom: organisation.nom, type: fichier.type, base64 })
    }
    return logos
  })
}
