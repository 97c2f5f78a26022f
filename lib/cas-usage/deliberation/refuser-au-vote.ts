import type { z } from 'zod'
import { versDate } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { exigerPassage } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { chargerADeliberer, exigerDatesDeDecision, exigerTexteLu, partieQuiDelibere } from './autorite'
import type { schemaRefuserAuVote } from './saisies'

/** Enregistre le refus de l'organe d'une partie, avec son motif : le texte retourne à la rédaction. */
export async function refuserAuVote(
  contexte: Contexte,
  saisie: z.output<typeof schemaRefuserAuVote>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const dossier = await chargerADeliberer(contexte, saisie.acteId)
  const { enMain, version } = dossier
  const partie = partieQuiDelibere(contexte, dossier, saisie.partieId)
  exigerPassage(acteur, enMain, 'refuser-au-vote')
  exigerTexteLu(version, saisie.empreinte)
  const { seanceLe, organe, numero, motif } = saisie
  exigerDatesDeDecision(
    { seanceLe, transmiseLe: null, publieeLe: null },
    partie.organisation.natureGestionnaire,
    aujourdHuiAParis(maintenant),
  )
  await tx.deliberation.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      conventionId: enMain.conventionId,
      acteId: enMain.id,
      partieId: partie.id,
      versionId: version.id,
      empreinte: version.empreinte,
      organe,
      numero,
      seanceLe: versDate(seanceLe),
      sens: 'REFUSEE',
      motif,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  const resultat = await passerEtape(contexte, enMain, 'refuser-au-vote', {
    version: saisie.version,
    motif,
    donnees: { organe, seanceLe, empreinte: version.empreinte },
  })
  await notifier(contexte, {
    acteId: enMain.id,
    gabarit: 'deliberation-refusee',
    donnees: {
      reference: enMain.reference,
      titre: enMain.titre,
      auteur: acteur.nom,
      partie: partie.organisation.nom,
      motif,
    },
    a: await destinatairesDe(contexte, enMain, ['redacteur', 'centre', 'mairie']),
  })
  return resultat
}
