import type { z } from 'zod'
import { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { exigerEcritureModeles } from './charger-projet'
import type { schemaOuvrirProjet } from './saisies'

/** Un champ JSON vide s'écrit comme tel : Prisma distingue l'absence de valeur et la valeur nulle. */
export const jsonOuNul = (v: Prisma.JsonValue | null | undefined) =>
  v === null || v === undefined ? Prisma.DbNull : (v as Prisma.InputJsonValue)

/**
 * Ouvre un projet de version d'après une version publiée que le groupe lit. Un seul est ouvert à la fois par modèle ;
 * publier n'y changera rien aux conventions existantes.
 */
export async function ouvrirProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaOuvrirProjet>,
): Promise<{ projetId: string; modeleCode: string }> {
  const { tx, acteur, maintenant } = contexte
  exigerEcritureModeles(acteur, saisie.groupeId)
  const base = await tx.modeleVersion.findUnique({
    where: { id: saisie.versionId },
    include: { unites: true },
  })
  if (!base || (base.groupeId !== null && base.groupeId !== saisie.groupeId))
    throw new ErreurMetier('INTROUVABLE')
  if (base.retireeLe) throw new ErreurMetier('ETAPE_INTERDITE')
  const id = nouvelId(maintenant.getTime())
  // Deux ouvertures à la fois : l'index d'unicité en laisse une, l'autre se dit sans rompre la transaction.
  const { count } = await tx.modeleProjet.createMany({
    data: [
      {
        id,
        modeleCode: base.modeleCode,
        groupeId: saisie.groupeId,
        baseId: base.id,
        intitule: base.intitule,
        titre: base.titre,
        resume: base.resume,
        parties: base.parties as Prisma.InputJsonValue,
        approbations: base.approbations as Prisma.InputJsonValue,
        parametres: base.parametres as Prisma.InputJsonValue,
        creeLe: maintenant,
        creePar: acteur.utilisateurId,
        creeParNom: acteur.nom,
        modifieLe: maintenant,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'projet-de-modele' })
  await tx.uniteProjet.createMany({
    data: base.unites.map((u) => ({
      id: nouvelId(),
      projetId: id,
      identite: u.identite,
      parent: u.parent,
      rang: u.rang,
      genre: u.genre,
      titre: u.titre,
      contenu: u.contenu as Prisma.InputJsonValue,
      annexe: jsonOuNul(u.annexe),
      variantes: u.variantes as Prisma.InputJsonValue,
      facultative: u.facultative,
      visa: u.visa,
      accordAdaptation: jsonOuNul(u.accordAdaptation),
      modifieLe: maintenant,
    })),
  })
  await journaliser(contexte, {
    organisationId: saisie.groupeId,
    evenement: 'projet-modele-ouvert',
    cible: base.modeleCode,
    donnees: { intitule: base.intitule, base: base.numero },
  })
  return { projetId: id, modeleCode: base.modeleCode }
}
