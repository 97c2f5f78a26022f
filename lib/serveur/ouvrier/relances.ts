import 'server-only'
import { versDate } from '../../bd/dates'
import { avecActeur, avecSysteme } from '../../bd/transaction'
import { relancer } from '../../cas-usage/mesure/relancer'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { acteurDuCompte } from '../../lectures/compte/acteur-du-compte'
import { lireARelancer } from '../../lectures/mesure/lire-a-relancer'
import { estDemonstration } from '../environnement'

/**
 * Relance chaque direction, d'un groupe ou d'un centre, dont des périodes finies depuis quinze jours n'ont pas de mesure :
 * un courriel pour tout, trente jours au moins entre deux. Chaque compte ne compte que ce que lui-même peut saisir. La
 * mairie saisit aussi, mais n'est pas relancée : la direction du centre l'est. Rend le nombre de personnes relancées.
 */
export async function relancerLesMesures(maintenant: Date): Promise<number> {
  let relancees = 0
  for (const compte of await comptesQuiMesurent(maintenant)) {
    const options = { maintenant, demonstration: estDemonstration() }
    const acteur = await avecActeur(null, (tx) => acteurDuCompte(tx, compte.id, options))
    const attendues = acteur && (await lireARelancer(acteur, maintenant))
    if (!acteur || !attendues) continue
    const { ids, villes, premiereFin } = attendues
    const a = { courriel: compte.courriel, nom: compte.nom }
    const parti = await avecSysteme((tx) =>
      relancer({ tx, acteur, maintenant }, { a, nombre: ids.length, villes, premiereFin }),
    )
    if (!parti) continue
    relancees += 1
    // Sans toucher à la version : une relance n'est pas un changement, et ne gêne pas qui est en train de saisir.
    await avecActeur(acteur, (tx) =>
      tx.mesure.updateMany({ where: { id: { in: ids } }, data: { relanceLe: maintenant } }),
    )
  }
  return relancees
}

function comptesQuiMesurent(maintenant: Date) {
  const jour = versDate(aujourdHuiAParis(maintenant))
  return avecSysteme((tx) =>
    tx.utilisateur.findMany({
      where: {
        actif: true,
        habilitations: {
          some: {
            role: { in: ['DIRECTION_PARTENARIATS', 'DIRECTION_CMS'] },
            depuis: { lte: jour },
            OR: [{ jusqua: null }, { jusqua: { gte: jour } }],
          },
        },
      },
      select: { id: true, courriel: true, nom: true },
      orderBy: { id: 'asc' },
    }),
  )
}
