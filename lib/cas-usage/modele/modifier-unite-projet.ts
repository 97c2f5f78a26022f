import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Variante } from '../../domaine/texte/unites'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerProjet, ecrireUniteProjet } from './charger-projet'
import { jsonOuNul } from './ouvrir-projet'
import type { schemaUniteProjet } from './saisies'

/**
 * Enregistre une unité du projet : son texte, ses variantes, si elle est facultative et de qui son adaptation demande
 * l'accord. Les valeurs qu'une variante porte restent ; une variante nouvelle reçoit un code qui ne changera plus.
 */
export async function modifierUniteProjet(
  contexte: Contexte,
  saisie: z.output<typeof schemaUniteProjet>,
): Promise<{ version: number }> {
  const projet = await chargerProjet(contexte.tx, contexte.acteur, saisie.projetId)
  const unite = projet.unites.find((u) => u.identite === saisie.identite)
  if (!unite) throw new ErreurMetier('INTROUVABLE')
  if (saisie.visa && unite.genre !== 'visa') throw new ErreurMetier('SAISIE_INVALIDE')
  const variantes = fusionnerVariantes(unite.variantes as unknown as Variante[], saisie.variantes)
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

function fusionnerVariantes(connues: readonly Variante[], saisies: readonly VarianteSaisie[]): Variante[] {
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
    return {
      code,
      libelle: s.libelle,
      ...(s.titre ? { titre: s.titre } : {}),
      contenu: s.contenu,
      ...(s.source ? { source: s.source } : {}),
      ...(connue?.valeurs ? { valeurs: connue.valeurs } : {}),
    }
  })
}
