import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { ErreurMetier } from '../../domaine/erreurs'
import type { DefinitionParametre } from '../../domaine/texte/parametres'
import type { Variante } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { verifierValeur } from '../convention/modifier-parametre'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, ecrireUniteProjet } from './charger-projet'
import { jsonOuNul } from './ouvrir-projet'
import type { schemaUniteProjet } from './saisies'

/**
 * Enregistre une unité du projet : son texte, ses variantes, si elle est facultative et de qui son adaptation demande
 * l'accord. Une variante garde les valeurs qu'elle porte, sauf si la saisie en donne d'autres ; une variante nouvelle reçoit un code qui ne changera plus.
 */
export async function modifierUniteProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaUniteProjet>,
): Promise<{ version: number }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, saisie.projetId)
  const unite = projet.unites.find((u) => u.identite === saisie.identite)
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  if (saisie.visa && unite.genre !== 'visa') throw new ErreurMetier('SAISIE_INVALIDE')
  const variantes = fusionnerVariantes(
    unite.variantes as unknown as Variante[],
    saisie.variantes,
    projet.parametres as unknown as DefinitionParametre[],
  )
  const apres = {
    titre: saisie.titre || null,
    contenu: saisie.contenu as unknown as Prisma.InputJsonValue,
    facultative: saisie.facultative,
    visa: saisie.visa,
    variantes: variantes as unknown as Prisma.InputJsonValue,
  }
  const ecrite = await ecrireUniteProjet(contexte, saisie, {
    ...apres,
    accordAdaptation: jsonOuNul(saisie.accordAdaptation),
  })
  await journaliser(contexte, {
    organisationId: projet.groupeId,
    evenement: 'unite-modele-modifiee',
    cible: saisie.identite,
    donnees: {
      modele: projet.modeleCode,
      avant: { titre: unite.titre, contenu: unite.contenu },
      apres: { titre: apres.titre, contenu: apres.contenu },
      variantes: variantes.map((v) => v.libelle),
      ...(saisie.accordAdaptation ? { accord: saisie.accordAdaptation.fonction } : {}),
    },
  })
  return ecrite
}

type VarianteSaisie = z.output<typeof schemaUniteProjet>['variantes'][number]

function fusionnerVariantes(
  connues: readonly Variante[],
  saisies: readonly VarianteSaisie[],
  definitions: readonly DefinitionParametre[],
): Variante[] {
  const pris = new Set(connues.map((v) => v.code))
  const gardes = new Set<string>()
  return saisies.map((s): Variante => {
    const connue = connues.find((v) => v.code === s.code)
    if ((s.code && !connue) || gardes.has(s.code)) throw new ErreurMetier('SAISIE_INVALIDE')
    if (connue) gardes.add(s.code)
    let n = pris.size + 1
    while (pris.has(`variante-${n}`)) n++
    const code = connue?.code ?? `variante-${n}`
    pris.add(code)
    const valeurs = s.valeurs ? valeursDites(s.valeurs, definitions) : connue?.valeurs
    return {
      code,
      libelle: s.libelle,
      ...(s.titre ? { titre: s.titre } : {}),
      contenu: s.contenu,
      ...(s.source ? { source: s.source } : {}),
      ...(valeurs && Object.keys(valeurs).length ? { valeurs } : {}),
    }
  })
}

/** Chaque valeur vise une définition du projet, une seule fois, et en a le genre ; ce qui vient d'une fiche ne s'y fixe pas. */
function valeursDites(
  saisies: NonNullable<VarianteSaisie['valeurs']>,
  definitions: readonly DefinitionParametre[],
): NonNullable<Variante['valeurs']> {
  if (new Set(saisies.map((v) => v.cle)).size !== saisies.length) throw new ErreurMetier('SAISIE_INVALIDE')
  return Object.fromEntries(
    saisies.map(({ cle, valeur }) => {
      const definition = definitions.find((d) => d.cle === cle)
      if (!definition || (definition.origine ?? 'saisie') !== 'saisie')
        throw new ErreurMetier('SAISIE_INVALIDE')
      verifierValeur(definition, valeur)
      return [cle, valeur]
    }),
  )
}
