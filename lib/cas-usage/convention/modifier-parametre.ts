import type { z } from 'zod'
import { Prisma } from '../../bd/genere/client'
import { definitionsDeLActe } from '../../bd/modele-de-l-acte'
import { estTardive } from '../../domaine/acte/version'
import { ErreurMetier } from '../../domaine/erreurs'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { journaliserSaisie } from '../journal/journaliser'
import { type ActeCharge, chargerActeAModifier, exigerHorsAvenant, toucherActe } from './charger-acte'
import { fichesDeLActe, valeursDesFiches } from './fiche-reference'
import type { schemaModifierParametre, schemaReprendreFiche } from './saisies'

/**
 * Enregistre la valeur d'un paramètre de la chaîne (`null` l'efface). Refuse un paramètre que le modèle ne définit
 * pas, une valeur d'un autre genre, un code hors de la liste des choix.
 */
export async function modifierParametre(
  contexte: Contexte,
  saisie: z.output<typeof schemaModifierParametre>,
): Promise<{ version: number }> {
  const acte = await chargerActeAModifier(contexte.tx, contexte.acteur, saisie.acteId)
  exigerHorsAvenant(acte)
  const definition = await definitionDe(contexte, acte, saisie.cle)
  if (saisie.valeur) verifierValeur(definition, saisie.valeur)
  await ecrireParametre(contexte, acte, definition, saisie, saisie.valeur, null)
  return { version: saisie.version + 1 }
}

/** Reprend dans l'acte la valeur actuelle de la fiche de référence (« la fiche a changé : reprendre ? »). */
export async function reprendreFiche(
  contexte: Contexte,
  saisie: z.output<typeof schemaReprendreFiche>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeAModifier(tx, acteur, saisie.acteId)
  exigerHorsAvenant(acte)
  const definition = await definitionDe(contexte, acte, saisie.cle)
  const fiches = await fichesDeLActe(tx, acte)
  const valeur = valeursDesFiches(fiches, maintenant)[saisie.cle]
  if (!valeur) throw new ErreurMetier('INTROUVABLE')
  await ecrireParametre(contexte, acte, definition, saisie, valeur, sha256(canoniser(valeur)))
  return { version: saisie.version + 1 }
}

async function definitionDe({ tx }: Contexte, acte: ActeCharge, cle: string): Promise<DefinitionParametre> {
  const definition = (await definitionsDeLActe(tx, acte)).find((d) => d.cle === cle)
  if (!definition) throw new ErreurMetier('INTROUVABLE')
  return definition
}

/** Refuse une valeur d’un autre genre que sa définition, ou hors de ses choix. */
export function verifierValeur(definition: DefinitionParametre, valeur: ValeurParametre): void {
  const horsChoix = valeur.genre === 'choix' && !definition.choix?.some((c) => c.code === valeur.code)
  const horsUnites =
    valeur.genre === 'duree' && definition.unites && !definition.unites.includes(valeur.unite)
  if (valeur.genre !== definition.genre || horsChoix || horsUnites) {
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: definition.libelle })
  }
}

async function ecrireParametre(
  contexte: Contexte,
  acte: ActeCharge,
  definition: DefinitionParametre,
  cible: { cle: string; version: number },
  valeur: ValeurParametre | null,
  origineFiche: string | null,
): Promise<void> {
  const { tx, maintenant } = contexte
  const cleUnique = { conventionId: acte.conventionId, cle: cible.cle }
  const ancien = await tx.parametre.findUnique({ where: { conventionId_cle: cleUnique } })
  await poserParametre(contexte, acte, { ...cible, tardive: estTardive(definition) }, valeur, origineFiche)
  await toucherActe(tx, acte.id, maintenant)
  await journaliserSaisie(contexte, {
    acteId: acte.id,
    evenement: 'parametre-modifie',
    cible: cible.cle,
    avant: (ancien?.valeur ?? null) as Prisma.InputJsonValue,
    apres: valeur as unknown as Prisma.InputJsonValue,
  })
}

/** Écriture conditionnelle d'une valeur, sans ligne de journal : 0 ligne = quelqu'un d'autre l'a changée entre-temps. */
export async function poserParametre(
  { tx, acteur, maintenant }: Contexte,
  acte: ActeCharge,
  cible: { cle: string; version: number; tardive?: boolean },
  valeur: ValeurParametre | null,
  origineFiche: string | null,
): Promise<void> {
  const cleUnique = { conventionId: acte.conventionId, cle: cible.cle }
  const json = valeur === null ? Prisma.DbNull : (valeur as unknown as Prisma.InputJsonValue)
  const data = { valeur: json, origineFiche, modifieLe: maintenant, modifiePar: acteur.utilisateurId }
  const count =
    cible.version === 0
      ? (
          await tx.parametre.createMany({
            data: [{ ...cleUnique, ...data, tardive: cible.tardive ?? false, version: 1 }],
            skipDuplicates: true,
          })
        ).count
      : (
          await tx.parametre.updateMany({
            where: { ...cleUnique, version: cible.version },
            data: { ...data, version: { increment: 1 } },
          })
        ).count
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible: cible.cle })
}
