import type { z } from 'zod'
import { versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerActeAModifier, toucherActe } from './charger-acte'
import type { schemaModifierSignataires } from './saisies'

/** Remplace la liste ordonnée des signataires d'une partie (nom, qualité, autorité). Noms connus tard : vides permis. */
export async function modifierSignataires(
  contexte: Contexte,
  saisie: z.output<typeof schemaModifierSignataires>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const acte = await chargerActeAModifier(tx, acteur, saisie.acteId)
  const partie = await tx.partie.findFirst({
    where: { id: saisie.partieId, acteId: acte.id },
    include: { signataires: true },
  })
  if (!partie) throw new ErreurMetier('INTROUVABLE')
  const { count } = await tx.partie.updateMany({
    where: { id: partie.id, version: saisie.version },
    data: { version: { increment: 1 } },
  })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible: partie.id })
  await tx.signataire.deleteMany({ where: { partieId: partie.id } })
  await tx.signataire.createMany({
    data: saisie.signataires.map((s, i) => ({
      ...pouvoirDe(partie.signataires.find((a) => a.rang === i + 1 && a.qualite === s.qualite)),
      ...s,
      id: nouvelId(),
      partieId: partie.id,
      rang: i + 1,
      signeLe: versDateOuNul(s.signeLe),
    })),
  })
  await toucherActe(tx, acte.id, maintenant)
  const enClair = (l: { prenom: string; nom: string; qualite: string }[]) =>
    l.map((s) => [s.prenom, s.nom, s.qualite].filter(Boolean).join(' '))
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'signataires-modifies',
    donnees: { partie: partie.role, avant: enClair(partie.signataires), apres: enClair(saisie.signataires) },
  })
  return { version: saisie.version + 1 }
}

/** La délégation déjà renseignée suit le signataire qui garde son rang et sa qualité. */
const pouvoirDe = (ancien: Pouvoir | undefined): Partial<Pouvoir> =>
  ancien
    ? {
        autoriteNature: ancien.autoriteNature,
        autoriteReference: ancien.autoriteReference,
        autoriteDate: ancien.autoriteDate,
        autoriteFichierId: ancien.autoriteFichierId,
      }
    : {}

type Pouvoir = {
  autoriteNature: string
  autoriteReference: string | null
  autoriteDate: Date | null
  autoriteFichierId: string | null
}
