import type { z } from 'zod'
import { type AttenteDuCentre, attenteDe } from '../../domaine/avenant/attente'
import { relancable } from '../../domaine/avenant/campagne'
import { chargerActeEnMain } from '../acte/charger'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { journaliser } from '../journal/journaliser'
import { chargerCampagne, cleDuCentre } from './charger'
import type { schemaCampagne } from './saisies'

/** Ce que le courriel dit attendre. */
const ATTENDU: Record<AttenteDuCentre, string> = {
  relecture: 'votre réponse',
  vote: 'la décision de votre organe délibérant',
  signature: 'votre signature',
}

/**
 * Relance par courriel les centres qui n'ont pas répondu : texte à relire, vote ou signature attendus. Pas plus d'une
 * relance par centre et par sept jours. Rend combien de centres l'ont été, et combien n'ont personne à qui écrire.
 */
export async function relancerCampagne(
  contexte: Contexte,
  { campagneId }: z.output<typeof schemaCampagne>,
): Promise<{ relances: number; sansDestinataire: number }> {
  const { tx, acteur, maintenant } = contexte
  const campagne = await chargerCampagne(tx, acteur, campagneId)
  await tx.$queryRaw`SELECT 1 FROM campagne_centre WHERE campagne_id = ${campagneId}::uuid FOR UPDATE`
  const centres = await tx.campagneCentre.findMany({
    where: { campagneId, etat: { not: 'ARRETEE' }, acte: { partage: true } },
    include: { acte: { select: REPONSES } },
  })
  let relances = 0
  let sansDestinataire = 0
  for (const c of centres) {
    const attente = c.acte && attenteDe(reponsesDe(c.acte))
    if (!c.acteId || !attente || !relancable(c.relanceLe, maintenant)) continue
    if (await relancer(contexte, campagne.titre, c.acteId, attente)) relances++
    else {
      sansDestinataire++
      continue
    }
    await tx.campagneCentre.update({
      where: cleDuCentre(campagneId, c.conventionId),
      data: { relanceLe: maintenant },
    })
  }
  return { relances, sansDestinataire }
}

async function relancer(
  contexte: Contexte,
  titre: string,
  acteId: string,
  attente: AttenteDuCentre,
): Promise<boolean> {
  const acte = await chargerActeEnMain(contexte.tx, contexte.acteur, acteId)
  const a = await destinatairesDe(contexte, acte, ['centre', 'mairie', 'invite'])
  if (a.length === 0) return false
  await notifier(contexte, {
    acteId,
    gabarit: 'relance',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      auteur: contexte.acteur.nom,
      attente: ATTENDU[attente],
    },
    a,
  })
  await journaliser(contexte, { acteId, evenement: 'campagne-relancee', donnees: { titre, attente } })
  return true
}

const REPONSES = {
  etape: true,
  remarques: { where: { interne: false, cote: 'GESTIONNAIRE' }, select: { id: true } },
  acceptations: { where: { retireeLe: null, identite: '' }, select: { id: true } },
} as const

const reponsesDe = (a: {
  etape: Parameters<typeof attenteDe>[0]['etape']
  remarques: readonly unknown[]
  acceptations: readonly unknown[]
}) => ({ etape: a.etape, remarques: a.remarques.length, accepte: a.acceptations.length > 0 })
