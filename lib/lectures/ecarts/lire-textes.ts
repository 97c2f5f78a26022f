import 'server-only'
import { chargerChaines } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import { consolider } from '../../domaine/avenant/consolider'
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
    await ajouterLesTextesEnVigueur(tx, registre, ecarts)
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

/** Un article modifié par avenant se lit dans le texte en vigueur ce jour-là, supprimé compris ; toutes chaînes à la fois. */
async function ajouterLesTextesEnVigueur(
  tx: Tx,
  { lignes, jour }: RegistreLu,
  ecarts: Map<string, Map<string, TexteDUnite>>,
): Promise<void> {
  const modifiees = lignes.filter((l) => [...l.cellules.values()].some((c) => c.etat === 'avenant'))
  if (modifiees.length === 0) return
  const chaines = await chargerChaines(
    tx,
    modifiees.map((l) => l.conventionId),
  )
  for (const { acteId, conventionId, cellules } of modifiees) {
    const chaine = chaines.get(conventionId)
    if (!chaine) continue
    const enVigueur = consolider(chaine.etat, chaine.avenants, jour).etat
    const siens = new Map(ecarts.get(acteId))
    for (const [identite, c] of cellules) {
      if (c.etat !== 'avenant') continue
      const u = enVigueur.unites.find((x) => x.identite === identite)
      if (u && !u.supprimee) siens.set(identite, { titre: u.titre, contenu: u.contenu })
      else siens.delete(identite)
    }
    ecarts.set(acteId, siens)
  }
}
