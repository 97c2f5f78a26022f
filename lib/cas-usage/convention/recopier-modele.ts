import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { repeterParGestionnaire, repeterUnites } from '../../domaine/acte/acte-groupe'
import { estTardive } from '../../domaine/acte/version'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { type Fiches, valeursDesFiches } from './fiche-reference'

type UniteModeleLue = Prisma.UniteModeleGetPayload<object>

/** Ce que l'acte sait déjà de plus que ses fiches : valeurs, et unités facultatives à reprendre d'office. */
export type Complements = {
  valeurs: Readonly<Record<string, ValeurParametre>>
  retenues: ReadonlySet<string>
}
const AUCUN: Complements = { valeurs: {}, retenues: new Set() }

/**
 * Recopie dans un acte les unités d'une version de modèle, et dans sa chaîne les valeurs des fiches et les défauts. Une
 * valeur que la chaîne porte déjà reste : elle appartient à la convention, un avenant n'en crée pas une seconde. Dans un
 * acte groupé, ce que le modèle a pour chaque gestionnaire se répète.
 */
export async function recopierModele(
  { tx, maintenant, acteur }: Contexte,
  chaine: { acteId: string; conventionId: string },
  unitesDuModele: readonly UniteModeleLue[],
  definitionsDuModele: readonly DefinitionParametre[],
  fiches: Fiches,
  complements: Complements = AUCUN,
): Promise<void> {
  const noms = fiches.gestionnaires.map((g) => g.gestionnaire.nom)
  const unites = repeterUnites(unitesDuModele, definitionsDuModele, noms.length)
  const { definitions } = repeterParGestionnaire({ parties: [], definitions: definitionsDuModele }, noms)
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
      omise: u.facultative && !complements.retenues.has(u.identite),
      modifieLe: maintenant,
      modifiePar: acteur.utilisateurId,
    })),
  })
  const desFiches = valeursDesFiches(fiches, maintenant)
  await tx.parametre.createMany({
    data: definitions.flatMap((d) => {
      const valeur = complements.valeurs[d.cle] ?? desFiches[d.cle] ?? d.defaut
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
