import type { z } from 'zod'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import type { RetoucheEnregistree } from './enregistrer-retouche'
import { chargerProjet, exigerVersion, retoucheDe } from './projet'
import { redigerProjet } from './rediger-projet'
import type { schemaChoisirForme } from './saisies'

/** Choisit comment se dit une modification, parmi les formes qui en disent l'effet ; `null` : celle qui est proposée. */
export async function choisirForme(
  contexte: Contexte,
  saisie: z.output<typeof schemaChoisirForme>,
): Promise<RetoucheEnregistree> {
  const p = await chargerProjet(contexte, saisie.acteId)
  const { cible, forme } = saisie
  if (!retoucheDe(p, cible)) throw new ErreurMetier('INTROUVABLE')
  exigerVersion(p, cible, saisie.version)
  if (forme !== null && !p.redaction.formes[cible]?.permises.includes(forme))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'forme' })
  await contexte.tx.retouche.update({
    where: { acteId_cible: { acteId: p.acte.id, cible } },
    data: { forme, version: { increment: 1 } },
  })
  await redigerProjet(contexte, p)
  await journaliser(contexte, {
    acteId: p.acte.id,
    evenement: 'forme-choisie',
    cible,
    donnees: { forme },
  })
  return { cible, version: saisie.version + 1 }
}
