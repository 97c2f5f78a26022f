import type { z } from 'zod'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { chargerMesure, consigner, ecrireMesure } from './charger'
import type { schemaMesureMotivee } from './saisies'

/** Conteste, avec un motif, ce que l'autre côté a saisi : il en est prévenu, et corrige ou maintient. */
export async function contesterMesure(
  contexte: Contexte,
  { mesureId, version, motif }: z.output<typeof schemaMesureMotivee>,
): Promise<{ version: number }> {
  const m = await chargerMesure(contexte, mesureId, 'contester')
  const { engagement } = m.ligne
  const ecrite = await ecrireMesure(contexte, m, version, {
    etat: 'CONTESTEE',
    contesteeLe: contexte.maintenant,
    contesteeParNom: contexte.acteur.nom,
    contestationMotif: motif,
    valideeLe: null,
    valideeParNom: null,
    reponseMotif: null,
    reponseLe: null,
    reponseParNom: null,
  })
  await consigner(contexte, m, { evenement: 'mesure-contestee', motif })
  const acte = { id: m.acteId, groupeId: engagement.groupeId, organisations: engagement.organisations }
  await notifier(contexte, {
    acteId: m.acteId,
    gabarit: 'mesure-contestee',
    donnees: {
      reference: engagement.convention.reference,
      titre: engagement.convention.actes[0]?.titre ?? null,
      auteur: contexte.acteur.nom,
      engagement: m.libelle,
      motif,
    },
    a: await destinatairesDe(contexte, acte, [m.cote === 'HOPITAL' ? 'centre' : 'redacteur']),
  })
  return ecrite
}
