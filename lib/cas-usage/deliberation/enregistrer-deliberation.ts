import type { z } from 'zod'
import { versDate, versDateOuNul } from '../../bd/dates'
import { nouvelId } from '../../bd/identifiants'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { rattacherPiece } from '../fichier/deposer-piece'
import { journaliser } from '../journal/journaliser'
import { chargerADeliberer, exigerDatesDeDecision, exigerTexteLu, partieQuiDelibere } from './autorite'
import { ecrireMentionsDeDeliberation } from './ecrire-mentions'
import type { schemaDeliberation } from './saisies'

/**
 * Enregistre la décision favorable de l'organe d'une partie sur le texte arrêté, et remplit les mentions qui en viennent.
 * Le numéro, la transmission et la publication peuvent suivre. Refuse une seconde décision sur le même texte.
 */
export async function enregistrerDeliberation(
  contexte: Contexte,
  saisie: z.output<typeof schemaDeliberation>,
): Promise<{ deliberationId: string }> {
  const { tx, acteur, maintenant } = contexte
  const dossier = await chargerADeliberer(contexte, saisie.acteId)
  const { enMain, version, aControler } = dossier
  const partie = partieQuiDelibere(contexte, dossier, saisie.partieId)
  if (enMain.etape !== 'EN_DELIBERATION') throw new ErreurMetier('ETAPE_INTERDITE', { etape: enMain.etape })
  exigerTexteLu(version, saisie.empreinte)
  if (aControler.parties.find((p) => p.partieId === partie.id)?.autorite?.etat === 'votee')
    throw new ErreurMetier('DEJA_EXISTANT', { quoi: 'deliberation' })
  exigerDatesDeDecision(saisie, partie.organisation.natureGestionnaire, aujourdHuiAParis(maintenant))
  await rattacherPiece(contexte, saisie.fichierId, enMain.id, 'deliberation')
  const id = nouvelId(maintenant.getTime())
  await tx.deliberation.create({
    data: {
      id,
      conventionId: enMain.conventionId,
      acteId: enMain.id,
      partieId: partie.id,
      versionId: version.id,
      empreinte: version.empreinte,
      organe: saisie.organe,
      numero: saisie.numero,
      seanceLe: versDate(saisie.seanceLe),
      transmiseLe: versDateOuNul(saisie.transmiseLe),
      publieeLe: versDateOuNul(saisie.publieeLe),
      portee: saisie.portee,
      fichierId: saisie.fichierId,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await ecrireMentionsDeDeliberation(contexte, dossier, partie, saisie)
  await journaliser(contexte, {
    acteId: enMain.id,
    evenement: 'deliberation-enregistree',
    partage: true,
    donnees: {
      organe: saisie.organe,
      numero: saisie.numero,
      seanceLe: saisie.seanceLe,
      transmiseLe: saisie.transmiseLe,
      portee: saisie.portee,
      empreinte: version.empreinte,
    },
  })
  await notifier(contexte, {
    acteId: enMain.id,
    gabarit: 'deliberation-enregistree',
    donnees: {
      reference: enMain.reference,
      titre: enMain.titre,
      auteur: acteur.nom,
      partie: partie.organisation.nom,
      deliberation: saisie.numero ?? '',
      date: saisie.seanceLe,
    },
    a: await destinatairesDe(contexte, enMain, ['redacteur', 'centre', 'mairie']),
  })
  return { deliberationId: id }
}
