import type { z } from 'zod'
import { accordRefuse } from '../../domaine/acte/approbations'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerPassage } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { type ActeADeliberer, chargerADeliberer } from './autorite'
import type { schemaSoumettreAuVote } from './saisies'

/**
 * Met le texte accepté en délibération. Refuse quand un accord demandé a été refusé, et quand aucune partie n'a plus à
 * voter : chacune a déjà voté ce texte même, ou une délibération antérieure couvre cet avenant.
 */
export async function soumettreAuVote(
  contexte: Contexte,
  saisie: z.output<typeof schemaSoumettreAuVote>,
): Promise<{ version: number }> {
  const dossier = await chargerADeliberer(contexte, saisie.acteId)
  const { enMain, version, avis } = dossier
  exigerPassage(contexte.acteur, enMain, 'soumettre-au-vote')
  if (accordRefuse(avis)) throw new ErreurMetier('ACCORD_REFUSE')
  if (partiesAVoter(dossier).length === 0) throw new ErreurMetier('VOTE_INUTILE')
  const resultat = await passerEtape(contexte, enMain, 'soumettre-au-vote', {
    version: saisie.version,
    donnees: { numero: version.numero, empreinte: version.empreinte },
  })
  await notifier(contexte, {
    acteId: enMain.id,
    gabarit: 'mise-en-deliberation',
    donnees: {
      reference: enMain.reference,
      titre: enMain.titre,
      numero: version.numero,
      auteur: contexte.acteur.nom,
    },
    a: await destinatairesDe(contexte, enMain, ['redacteur', 'centre', 'mairie']),
  })
  return resultat
}

/** Parties gestionnaires dont l'organe doit encore se prononcer sur ce texte. */
export const partiesAVoter = ({ aControler }: Pick<ActeADeliberer, 'aControler'>) =>
  aControler.parties.filter(
    (p) => p.autorite && p.autorite.etat !== 'votee' && p.autorite.etat !== 'couverte',
  )
