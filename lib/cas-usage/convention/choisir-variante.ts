import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { definitionsDeLActe, uniteDuModele } from '../../bd/modele-de-l-acte'
import { ErreurMetier } from '../../domaine/erreurs'
import type { DefinitionParametre, ValeurParametre } from '../../domaine/texte/parametres'
import type { Variante } from '../../domaine/texte/unites'
import { type ValeurSuivie, valeursSuivies } from '../../domaine/texte/variantes'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { type ActeCharge, chargerActeAModifier, exigerHorsAvenant } from './charger-acte'
import { poserParametre } from './modifier-parametre'
import { ecrireUnite, type UniteEnregistree } from './modifier-unite'
import type { schemaChoisirVariante } from './saisies'

/** `valeurs` : celles que la variante a entraînées, et celles qu'elle a laissées à qui les avait changées. */
export type VarianteChoisie = UniteEnregistree & { valeurs: ValeurSuivie[] }

/**
 * Met une variante de la bibliothèque à la place du texte de l'unité, ou revient au texte du modèle (`null`). Les valeurs
 * que la variante porte la suivent, sauf celles qui ont été changées à la main.
 */
export async function choisirVariante(
  contexte: Contexte,
  saisie: z.output<typeof schemaChoisirVariante>,
): Promise<VarianteChoisie> {
  const { tx } = contexte
  const acte = await chargerActeAModifier(tx, contexte.acteur, saisie.acteId)
  exigerHorsAvenant(acte)
  const unite = await tx.unite.findUnique({
    where: { acteId_identite: { acteId: acte.id, identite: saisie.identite } },
  })
  const modele = await uniteDuModele(tx, acte, saisie.identite)
  if (!unite || !modele) throw new ErreurMetier('INTROUVABLE')
  const variantes = modele.variantes as unknown as Variante[]
  const variante = saisie.variante === null ? null : variantes.find((v) => v.code === saisie.variante)
  if (variante === undefined) throw new ErreurMetier('INTROUVABLE')
  const texte = {
    titre: variante?.titre ?? modele.titre,
    contenu: (variante?.contenu ?? modele.contenu) as unknown as Prisma.InputJsonValue,
  }
  const origine = variante ? 'variante' : 'modele'
  await ecrireUnite(contexte, acte, saisie, { ...texte, origine, variante: variante?.code ?? null })
  const valeurs = await suivreLaVariante(
    contexte,
    acte,
    await definitionsDeLActe(tx, acte),
    variantes.find((v) => v.code === unite.variante) ?? null,
    variante,
  )
  const appliquees = valeurs.filter((v) => !v.gardee).map(({ cle, avant, apres }) => ({ cle, avant, apres }))
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: variante ? 'variante-choisie' : 'modele-retabli',
    cible: saisie.identite,
    donnees: {
      libelle: variante?.libelle ?? null,
      avant: { titre: unite.titre, contenu: unite.contenu },
      apres: texte,
      ...(appliquees.length ? { valeurs: appliquees as unknown as Prisma.InputJsonValue } : {}),
    },
  })
  return {
    identite: saisie.identite,
    version: saisie.version + 1,
    origine,
    variante: variante?.code ?? null,
    valeurs,
  }
}

async function suivreLaVariante(
  contexte: Contexte,
  acte: ActeCharge,
  definitions: readonly DefinitionParametre[],
  quittee: Variante | null,
  choisie: Variante | null,
): Promise<ValeurSuivie[]> {
  const parametres = await contexte.tx.parametre.findMany({ where: { conventionId: acte.conventionId } })
  const actuelles = Object.fromEntries(
    parametres.map((p) => [p.cle, p.valeur as unknown as ValeurParametre | null]),
  )
  const suivies = valeursSuivies(definitions, actuelles, quittee, choisie)
  for (const { cle, apres, gardee } of suivies) {
    if (gardee) continue
    const version = parametres.find((p) => p.cle === cle)?.version ?? 0
    await poserParametre(contexte, acte, { cle, version }, apres, null)
  }
  return suivies
}
