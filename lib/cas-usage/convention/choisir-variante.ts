import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Variante } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerActeAModifier } from './charger-acte'
import { ecrireUnite, type UniteEnregistree } from './modifier-unite'
import type { schemaChoisirVariante } from './saisies'

/** Met une variante de la bibliothèque à la place du texte de l'unité, ou revient au texte du modèle (`null`). */
export async function choisirVariante(
  contexte: Contexte,
  saisie: z.output<typeof schemaChoisirVariante>,
): Promise<UniteEnregistree> {
  const { tx } = contexte
  const acte = await chargerActeAModifier(tx, contexte.acteur, saisie.acteId)
  const unite = await tx.unite.findUnique({
    where: { acteId_identite: { acteId: acte.id, identite: saisie.identite } },
  })
  const modele = acte.modeleVersionId
    ? await tx.uniteModele.findUnique({
        where: { versionId_identite: { versionId: acte.modeleVersionId, identite: saisie.identite } },
      })
    : null
  if (!unite || !modele) throw new ErreurMetier('INTROUVABLE')
  const variantes = modele.variantes as unknown as Variante[]
  const variante = saisie.variante === null ? null : variantes.find((v) => v.code === saisie.variante)
  if (variante === undefined) throw new ErreurMetier('INTROUVABLE')
  const origine = variante ? 'variante' : 'modele'
  await ecrireUnite(contexte, acte, saisie, {
    titre: variante?.titre ?? modele.titre,
    contenu: (variante?.contenu ?? modele.contenu) as unknown as Prisma.InputJsonValue,
    origine,
    variante: variante?.code ?? null,
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: variante ? 'variante-choisie' : 'modele-retabli',
    cible: saisie.identite,
    donnees: {
      libelle: variante?.libelle ?? null,
      avant: { titre: unite.titre, contenu: unite.contenu },
      apres: {
        titre: variante?.titre ?? modele.titre,
        contenu: (variante?.contenu ?? modele.contenu) as unknown as Prisma.InputJsonValue,
      },
    },
  })
  return { identite: saisie.identite, version: saisie.version + 1, origine, variante: variante?.code ?? null }
}
