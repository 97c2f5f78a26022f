import { versDate } from '../../bd/dates'
import { datesDeLaSignature, manquantsDe, type SignatureRecue } from '../../domaine/acte/signature'
import { avecMentions, type TexteFige } from '../../domaine/acte/version'
import { passerEtape } from '../acte/passer-etape'
import { valeursDe } from '../acte/texte-de-travail'
import { datesEnChaine, reprendreLesProjets } from '../avenant/signer-avenant'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { suivreEngagements } from '../engagement/suivre-engagements'
import type { ResultatRetour } from './enregistrer-retour'
import { changerEnvoi, type EnvoiEnMain } from './envoi-ouvert'

/** Après chaque retour : date les parties au complet et, s'il ne manque personne, fait passer l'acte à signé. */
export async function conclure(
  contexte: Contexte,
  enMain: EnvoiEnMain,
  recues: readonly SignatureRecue[],
  enregistrees: number,
): Promise<ResultatRetour> {
  const { acte, parties } = enMain
  const manquants = manquantsDe(parties, recues)
  for (const p of parties) {
    if (manquants.some((m) => m.partieId === p.partieId)) continue
    const jour = recues
      .filter((r) => r.partieId === p.partieId)
      .map((r) => r.signeLe)
      .sort()
      .at(-1)
    // L'étape est encore « à signer » : c'est la condition sous laquelle l'autre côté date sa partie.
    if (jour)
      await contexte.tx.partie.update({ where: { id: p.partieId }, data: { signeeLe: versDate(jour) } })
  }
  if (manquants.length === 0) await signer(contexte, enMain, recues)
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: manquants.length === 0 ? 'acte-signe' : 'signature-recue',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      enregistrees,
      manquantes: manquants.length,
      auteur: contexte.acteur.nom,
    },
    a: await destinatairesDe(contexte, acte, ['redacteur', 'centre', 'mairie']),
  })
  return { signee: manquants.length === 0, enregistrees, manquantes: manquants.length }
}

async function signer(
  contexte: Contexte,
  enMain: EnvoiEnMain,
  recues: readonly SignatureRecue[],
): Promise<void> {
  const { tx } = contexte
  const { acte, envoi } = enMain
  const version = await tx.versionActe.findUniqueOrThrow({ where: { id: envoi.versionId } })
  const valeurs = await valeursDe(tx, acte.conventionId)
  const texte = avecMentions(version.texte as unknown as TexteFige, valeurs)
  const signees = recues.map((r) => r.signeLe)
  const dates =
    acte.rang > 0 ? await datesEnChaine(contexte, acte, texte, signees) : datesDeLaSignature(texte, signees)
  await changerEnvoi(tx, envoi, { etat: 'SIGNE' })
  await passerEtape(contexte, acte, 'signer', {
    data: {
      dateSignature: versDate(dates.signature),
      dateEffet: versDate(dates.effet),
      dateFin: dates.fin ? versDate(dates.fin) : null,
    },
    donnees: { ...dates },
  })
  if (acte.rang > 0) await reprendreLesProjets(contexte, acte)
  await suivreEngagements(contexte, acte)
}
