import type { z } from 'zod'
import { nouvelId } from '../../bd/identifiants'
import { ErreurMetier } from '../../domaine/erreurs'
import { exigerPassage } from '../acte/charger'
import { passerEtape } from '../acte/passer-etape'
import type { Contexte } from '../contexte'
import { destinatairesDe, notifier } from '../courriel/notifier'
import { chargerEnvoi, retirerEnvoiOuvert } from './envoi-ouvert'
import type { schemaRefuserDeSigner } from './saisies'
import { exigerSignataire } from './signataire-vise'

/** Enregistre le refus de signer d'un signataire, avec son motif : l'envoi est retiré et le texte revient à reprendre. */
export async function refuserDeSigner(
  contexte: Contexte,
  saisie: z.output<typeof schemaRefuserDeSigner>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const enMain = await chargerEnvoi(contexte, saisie.envoiId)
  const { acte, envoi } = enMain
  exigerPassage(acteur, acte, 'refuser-de-signer')
  if (envoi.etat !== 'PRET') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const signataire = await exigerSignataire(contexte, enMain, saisie)
  const nom = [signataire.prenom, signataire.nom].filter(Boolean).join(' ')
  await tx.signature.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      envoiId: envoi.id,
      partieId: saisie.partieId,
      rang: saisie.rang,
      mode: 'REFUS',
      motif: saisie.motif,
      auteurId: acteur.utilisateurId,
      auteurNom: acteur.nom,
      creeLe: maintenant,
    },
  })
  await retirerEnvoiOuvert(tx, acte.id, saisie.motif)
  const resultat = await passerEtape(contexte, acte, 'refuser-de-signer', {
    motif: saisie.motif,
    donnees: { signataire: nom, partie: signataire.partie, numero: envoi.numero },
  })
  await notifier(contexte, {
    acteId: acte.id,
    gabarit: 'signature-refusee',
    donnees: {
      reference: acte.reference,
      titre: acte.titre,
      signataire: nom,
      motif: saisie.motif,
      auteur: acteur.nom,
    },
    a: await destinatairesDe(contexte, acte, ['redacteur', 'centre', 'mairie']),
  })
  return resultat
}
