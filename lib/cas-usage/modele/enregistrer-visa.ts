import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { versDateOuNul, versIsoOuNul } from '../../bd/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { exigerEcritureModeles } from './charger-projet'
import type { schemaVisa } from './saisies'

/**
 * Ajoute un texte de référence au groupe, ou corrige celui du socle pour le groupe seul : une mise à jour de l'application ne
 * l'écrasera pas. Deux corrections à la fois : la seconde reçoit MODIFIE_ENTRE_TEMPS.
 */
export async function enregistrerVisa(
  contexte: Contexte,
  saisie: z.output<typeof schemaVisa>,
): Promise<{ code: string; version: number }> {
  const { tx, acteur, maintenant } = contexte
  exigerEcritureModeles(acteur, saisie.groupeId)
  const { groupeId } = saisie
  const code = saisie.code ?? `local-${randomUUID().slice(0, 8)}`
  const socle = saisie.code ? await tx.visa.findUnique({ where: { code } }) : null
  const local = saisie.code
    ? await tx.visaLocal.findUnique({ where: { groupeId_code: { groupeId, code } } })
    : null
  if (saisie.code && !socle && !local) throw new ErreurMetier('INTROUVABLE')
  await exigerRemplacant(contexte, saisie, code)
  const data = {
    texte: saisie.texte,
    valideDu: versDateOuNul(saisie.valideDu),
    valideAu: versDateOuNul(saisie.valideAu),
    remplacePar: saisie.remplacePar,
    note: saisie.note || null,
    modifieLe: maintenant,
    modifieParNom: acteur.nom,
  }
  // Version 0 : le groupe n'a pas encore sa correction ; une autre, écrite entre-temps, ne se recouvre pas.
  const { count } =
    saisie.version === 0
      ? await tx.visaLocal.createMany({ data: [{ ...data, groupeId, code }], skipDuplicates: true })
      : await tx.visaLocal.updateMany({
          where: { groupeId, code, version: saisie.version },
          data: { ...data, version: { increment: 1 } },
        })
  if (count === 0) throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const avant = local ?? socle
  await journaliser(contexte, {
    organisationId: groupeId,
    evenement: avant ? 'visa-corrige' : 'visa-ajoute',
    cible: code,
    donnees: {
      texte: saisie.texte,
      valideDu: saisie.valideDu,
      valideAu: saisie.valideAu,
      ...(avant
        ? {
            avant: {
              texte: avant.texte,
              valideDu: versIsoOuNul(avant.valideDu),
              valideAu: versIsoOuNul(avant.valideAu),
            },
          }
        : {}),
    },
  })
  return { code, version: saisie.version + 1 }
}

/** Le remplaçant est un autre texte que le groupe connaît. */
async function exigerRemplacant(
  { tx }: Contexte,
  { groupeId, remplacePar }: z.output<typeof schemaVisa>,
  code: string,
): Promise<void> {
  if (!remplacePar) return
  if (remplacePar === code) throw new ErreurMetier('SAISIE_INVALIDE')
  const connu =
    (await tx.visa.count({ where: { code: remplacePar } })) +
    (await tx.visaLocal.count({ where: { groupeId, code: remplacePar } }))
  if (connu === 0) throw new ErreurMetier('INTROUVABLE')
}
