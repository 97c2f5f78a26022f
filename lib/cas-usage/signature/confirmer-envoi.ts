import type { Prisma } from '../../bd/genere/client'
import { stockage } from '../../bd/stockage'
import { attendusDe } from '../../domaine/acte/signature'
import type { TexteRelu } from '../../domaine/acte/verification'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerPassage } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import { exigerApplicable } from '../avenant/signer-avenant'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { changerEnvoi, chargerEnvoi } from './envoi-ouvert'
import { lireMatiere } from './matiere'
import { exigerEnvoiPermis } from './regles'

type Fabrique = { envoiId: string; pdf: Uint8Array; html: Uint8Array; relecture: TexteRelu }

/**
 * Second temps : garde le PDF relu et sa page accessible, et ouvre la signature. Refuse (ENVOI_PERIME) si le texte, une
 * mention ou un signataire a changé depuis la réservation, et un PDF dont la relecture n'a pas retrouvé exactement le texte.
 */
export async function confirmerEnvoi(
  contexte: Contexte,
  fabrique: Fabrique,
): Promise<{ version: number; empreinte: string }> {
  const { tx, acteur, maintenant } = contexte
  const { acte, envoi, parties } = await chargerEnvoi(contexte, fabrique.envoiId)
  exigerPassage(acteur, acte, 'envoyer-a-la-signature')
  if (envoi.etat !== 'PREPARATION') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  if (fabrique.relecture.etat !== 'identique') throw new ErreurMetier('ECART_PDF')
  const matiere = await lireMatiere(tx, acte)
  if (matiere.empreinte !== envoi.empreinteComplete || matiere.version.id !== envoi.versionId)
    throw new ErreurMetier('ENVOI_PERIME')
  await exigerEnvoiPermis(tx, acte.id, aujourdHuiAParis(maintenant))
  if (acte.rang > 0) await exigerApplicable(contexte, acte, matiere.texte)
  const nom = `${acte.reference}-${acte.rang ? `avenant-${acte.rang}-` : ''}a-signer`
  const commun = {
    usage: 'envoi',
    acteId: acte.id,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  }
  const fichiers = stockage(tx)
  const pdf = await fichiers.garder({
    ...commun,
    nom: `${nom}.pdf`,
    type: 'application/pdf',
    octets: fabrique.pdf,
  })
  const html = await fichiers.garder({
    ...commun,
    nom: `${nom}.html`,
    type: 'text/html; charset=utf-8',
    octets: fabrique.html,
  })
  await changerEnvoi(tx, envoi, {
    etat: 'PRET',
    pdfId: pdf.id,
    htmlId: html.id,
    relecture: fabrique.relecture as unknown as Prisma.InputJsonValue,
    pretLe: maintenant,
  })
  const { version } = await passerEtape(contexte, acte, 'envoyer-a-la-signature', {
    donnees: { numero: envoi.numero, empreinte: pdf.empreinte, signataires: attendusDe(parties).length },
  })
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'envoi-a-la-signature',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      signataires: attendusDe(parties).length,
      auteur: acteur.nom,
    },
    a: await destinatairesDe(contexte, acte, ['redacteur', 'centre', 'mairie']),
  })
  return { version, empreinte: pdf.empreinte }
}
