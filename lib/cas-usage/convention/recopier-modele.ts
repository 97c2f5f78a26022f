import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { estTardive } from '../../domaine/acte/version'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { type Fiches, valeursDesFiches } from './fiche-reference'

type UniteModeleLue = Prisma.UniteModeleGetPayload<object>

/**
 * Recopie dans un acte les unités d'une version de modèle, et dans sa chaîne les valeurs des fiches et les défauts. Une
 * valeur que la chaîne porte déjà reste : elle appartient à la convention, un avenant n'en crée pas une seconde.
 */
export async function recopierModele(
  { tx, maintenant, acteur }: Contexte,
  chaine: { acteId: string; conventionId: string },
  unites: readonly UniteModeleLue[],
  definitions: readonly DefinitionParametre[],
  fiches: Fiches,
): Promise<void> {
  await tx.unite.createMany({
    data: unites.map((u) => ({
      id: nouvelId(),
      acteId: chaine.acteId,
      identite: u.identite,
      parent: u.parent,
      rang: u.rang,
      genre: u.genre,
      titre: u.titre,
      contenu: u.contenu as Prisma.InputJsonValue,
      ...(u.annexe === null ? {} : { annexe: u.annexe as Prisma.InputJsonValue }),
      visa: u.visa,
      omise: u.facultative,
      modifieLe: maintenant,
      modifiePar: acteur.utilisateurId,
    })),
  })
  const desFiches = valeursDesFiches(fiches, maintenant)
  await tx.parametre.createMany({
    data: definitions.flatMap((d) => {
      const valeur = desFiches[d.cle] ?? d.defaut
      if (!valeur) return []
      return [
        {
          conventionId: chaine.conventionId,
          cle: d.cle,
          tardive: estTardive(d),
          valeur: valeur as unknown as Prisma.InputJsonValue,
          origineFiche: desFiches[d.cle] ? sha256(canoniser(desFiches[d.cle])) : null,
          modifieLe: maintenant,
        },
      ]
    }),
    skipDuplicates: true,
  })
}
