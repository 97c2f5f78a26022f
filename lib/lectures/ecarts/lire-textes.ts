import 'server-only'
import { avecActeur } from '../../bd/transaction'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { Contenu } from '../../domaine/texte/contenu'
import type { PartieSource } from '../../domaine/texte/modele-source'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { GenreUnite, Variante } from '../../domaine/texte/unites'
import type { TexteDUnite } from './lire-ecarts-convention'
import type { RegistreLu } from './lire-registre'

export type VersionEntiere = {
  titre: string
  parties: PartieSource[]
  definitions: DefinitionParametre[]
  unites: {
    identite: string
    parent: string | null
    rang: number
    genre: GenreUnite
    titre: string | null
    contenu: Contenu
    variantes: Variante[]
  }[]
}
export type TextesDuRegistre = {
  versions: Map<string, VersionEntiere>
  /** Par acte, puis par identité : le texte des seules unités qui s'écartent. */
  ecarts: Map<string, Map<string, TexteDUnite>>
}

/** Textes d'un registre déjà lu sous les droits de l'acteur : versions entières, et unités qui s'en écartent. */
export function lireTextesDuRegistre(acteur: Acteur, registre: RegistreLu): Promise<TextesDuRegistre> {
  const versionIds = [...new Set(registre.lignes.map((l) => l.version.id))]
  return avecActeur(acteur, async (tx) => {
    const versions = await tx.modeleVersion.findMany({
      where: { id: { in: versionIds } },
      select: { id: true, titre: true, parties: true, parametres: true, unites: true },
    })
    const unites = await tx.unite.findMany({
      where: {
        acteId: { in: registre.lignes.map((l) => l.acteId) },
        omise: false,
        origine: { not: 'modele' },
      },
      select: { acteId: true, identite: true, titre: true, contenu: true },
    })
    const ecarts = new Map<string, Map<string, TexteDUnite>>()
    for (const u of unites) {
      const siens = ecarts.get(u.acteId) ?? new Map<string, TexteDUnite>()
      siens.set(u.identite, { titre: u.titre, contenu: u.contenu as unknown as Contenu })
      ecarts.set(u.acteId, siens)
    }
    return {
      ecarts,
      versions: new Map(
        versions.map((v) => [
          v.id,
          {
            titre: v.titre,
            parties: v.parties as unknown as PartieSource[],
            definitions: v.parametres as unknown as DefinitionParametre[],
            unites: v.unites.map((u) => ({
              identite: u.identite,
              parent: u.parent,
              rang: u.rang,
              genre: u.genre as GenreUnite,
              titre: u.titre,
              contenu: u.contenu as unknown as Contenu,
              variantes: u.variantes as unknown as Variante[],
            })),
          },
        ]),
      ),
    }
  })
}
