import type { z } from 'zod'
import { versDate, versIso, versIsoOuNul } from '../../bd/dates'
import { aujourdHuiAParis, enLettres } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { chargerEngagement } from './charger'
import { ouvrirPeriodes } from './ouvrir-periodes'
import type { schemaConstaterCondition } from './saisies'

/**
 * Constate, avec sa date et sa preuve, que la condition d'un engagement (ou de l'une de ses portées) est remplie : il devient
 * exigible ce jour-là. Refuse un engagement sans condition, un jour à venir, un jour d'avant la promesse ou d'après sa fin.
 */
export async function constaterCondition(
  contexte: Contexte,
  saisie: z.output<typeof schemaConstaterCondition>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const { engagement: e, acte } = await chargerEngagement(contexte, saisie.engagementId, saisie.version)
  const portee = saisie.portee === null ? null : e.portees.find((p) => p.code === saisie.portee)
  if (portee === undefined) throw new ErreurMetier('INTROUVABLE')
  const declaration = e.declaration as { condition?: unknown }
  if (!(portee ? portee.condition : declaration.condition))
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'condition' })
  exigerJour(saisie.le, {
    depuis: versIso(e.depuis),
    fermeLe: versIsoOuNul(e.fermeLe),
    aujourdHui: aujourdHuiAParis(maintenant),
  })
  const constat = {
    exigibleLe: versDate(saisie.le),
    exigiblePreuve: saisie.preuve,
    exigibleParNom: acteur.nom,
  }
  if (portee)
    await tx.porteeEngagement.update({
      where: { engagementId_code: { engagementId: e.id, code: portee.code } },
      data: { ...constat, version: { increment: 1 } },
    })
  await tx.engagement.update({
    where: { id: e.id },
    data: { ...(portee ? {} : constat), version: { increment: 1 } },
  })
  await ouvrirPeriodes(contexte, e.conventionId)
  await journaliser(contexte, {
    acteId: acte.id,
    evenement: 'engagement-exigible',
    cible: e.id,
    partage: true,
    donnees: {
      libelle: e.libelle,
      portee: portee?.libelle ?? null,
      le: saisie.le,
      preuve: saisie.preuve,
      avant: versIsoOuNul((portee ?? e).exigibleLe),
    },
  })
  return { version: saisie.version + 1 }
}

function exigerJour(le: string, b: { depuis: string; fermeLe: string | null; aujourdHui: string }): void {
  const refuser = (raison: string) => {
    throw new ErreurMetier('DATE_INCOHERENTE', { raison })
  }
  if (le > b.aujourdHui) refuser('Ce qui arrivera demain ne se constate pas encore.')
  if (le < b.depuis) refuser(`L’engagement ne court que depuis le ${enLettres(b.depuis)}.`)
  if (b.fermeLe && le > b.fermeLe) refuser(`L’engagement a pris fin le ${enLettres(b.fermeLe)}.`)
}
