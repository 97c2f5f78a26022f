import type { z } from 'zod'
import type { Prisma } from '../../bd/genere/client'
import type { TexteRelu } from '../../domaine/acte/verification'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerPassage } from '../acte/charger'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { changerEnvoi, chargerEnvoi } from './envoi-ouvert'
import type { schemaAbandonnerEnvoi } from './saisies'

/**
 * Écarte un envoi en préparation que la fabrication n'a pas pu confirmer (écart du PDF relu, texte changé) : rien n'est
 * figé, l'étape ne change pas, et ce qui a été vu est gardé.
 */
export async function refuserEnvoi(
  contexte: Contexte,
  saisie: { envoiId: string; motif: string; relecture: TexteRelu | null },
): Promise<void> {
  await retirer(contexte, saisie, true)
}

/** Abandonne, sur demande, un envoi resté en préparation. */
export async function abandonnerEnvoi(
  contexte: Contexte,
  saisie: z.output<typeof schemaAbandonnerEnvoi>,
): Promise<{ envoiId: string }> {
  await retirer(contexte, { ...saisie, relecture: null }, false)
  return { envoiId: saisie.envoiId }
}

async function retirer(
  contexte: Contexte,
  saisie: { envoiId: string; motif: string; relecture: TexteRelu | null },
  ecarte: boolean,
): Promise<void> {
  const { acte, envoi } = await chargerEnvoi(contexte, saisie.envoiId)
  // L'étape a pu changer depuis (texte rouvert) : le titre suffit pour ranger ce qui n'a rien figé.
  if (!contexte.acteur.groupes.includes(acte.groupeId)) exigerPassage(contexte.acteur, acte, 'rappeler')
  if (envoi.etat !== 'PREPARATION') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  await changerEnvoi(contexte.tx, envoi, {
    etat: 'RETIRE',
    motif: saisie.motif,
    ...(saisie.relecture ? { relecture: saisie.relecture as unknown as Prisma.InputJsonValue } : {}),
  })
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: ecarte ? 'envoi-refuse' : 'envoi-abandonne',
    donnees: { numero: envoi.numero, motif: saisie.motif },
  })
}
