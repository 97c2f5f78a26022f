import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { CentreChoisi } from './options'

/** Centres du côté de l'acteur : le sien pour un CMS, ceux de la commune pour une mairie. */
export const centresDeLActeur = (acteur: Acteur): Promise<CentreChoisi[]> =>
  avecActeur(acteur, async (tx) => {
    const centres = await tx.organisation.findMany({
      where: { id: { in: [...acteur.organisations] }, nature: 'CENTRE' },
      select: { code: true, nom: true, commune: { select: { nom: true } } },
      orderBy: { code: 'asc' },
    })
    return centres.map(({ code, nom, commune }) => ({ code, nom, ville: commune?.nom ?? nom }))
  })
