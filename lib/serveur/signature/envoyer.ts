import 'server-only'
import type { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import { exigerPassage } from '../../cas-usage/acte/charger'
import type { Contexte } from '../../cas-usage/contexte'
import { confirmerEnvoi } from '../../cas-usage/signature/confirmer-envoi'
import { chargerEnvoi } from '../../cas-usage/signature/envoi-ouvert'
import { refuserEnvoi } from '../../cas-usage/signature/refuser-envoi'
import { reserverEnvoi } from '../../cas-usage/signature/reserver-envoi'
import type { schemaEnvoyer, schemaReprendreEnvoi } from '../../cas-usage/signature/saisies'
import { demanderTache } from '../../cas-usage/tache/demander-tache'
import type { DocumentNeutre } from '../../documents/blocs/blocs'
import type { TexteRelu } from '../../domaine/acte/verification'
import { type CodeErreur, ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { lireDocumentFige } from '../../lectures/signature/lire-document-fige'
import { documentASigner, type MatiereAImprimer } from '../../presentation/conventions/document-a-signer'
import { messageErreur } from '../../presentation/erreurs'
import { OUTILS, type OutilsFigement } from './outils'

export type EnvoiDemande = { envoiId: string; tacheId: string }

const construire = (m: MatiereAImprimer, quand: Date) => documentASigner(m, quand)

/** Réserve l'envoi et confie sa fabrication à l'ouvrier, dans la même transaction : l'un n'existe pas sans l'autre. */
export async function envoyerALaSignature(
  contexte: Contexte,
  saisie: z.output<typeof schemaEnvoyer>,
): Promise<EnvoiDemande> {
  const { envoiId } = await reserverEnvoi(contexte, saisie, construire)
  const demande = { genre: 'figer' as const, acteId: saisie.acteId, saisie: { envoiId } }
  return { envoiId, ...(await demanderTache(contexte, demande)) }
}

/** Reprend un envoi resté en préparation (processus arrêté, rendu impossible) : le document figé sert tel quel. */
export async function reprendreEnvoi(
  contexte: Contexte,
  saisie: z.output<typeof schemaReprendreEnvoi>,
): Promise<EnvoiDemande> {
  const { acte, envoi } = await chargerEnvoi(contexte, saisie.envoiId)
  exigerPassage(contexte.acteur, acte, 'envoyer-a-la-signature')
  if (envoi.etat !== 'PREPARATION') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const demande = { genre: 'figer' as const, acteId: acte.id, saisie: { envoiId: envoi.id } }
  return { envoiId: envoi.id, ...(await demanderTache(contexte, demande)) }
}

type Avancer = (pourcent: number, phrase: string) => Promise<void>

/** Refus après lesquels cet envoi ne pourra plus se confirmer : il est rangé, rien n'est figé. */
const SANS_RETOUR: readonly CodeErreur[] = [
  'ENVOI_PERIME',
  'SIGNATURE_BLOQUEE',
  'ETAPE_INTERDITE',
  'ECART_PDF',
]

/**
 * Fabrique le PDF, le relit, compare, puis confirme. Peut être recommencé : un envoi déjà prêt n'est pas refait. Un écart,
 * un texte ou un signataire changé depuis range l'envoi sans rien figer, avec la phrase qui le dit.
 */
export async function fabriquerEnvoi(
  acteur: Acteur,
  envoiId: string,
  maintenant: Date,
  avancer: Avancer = async () => undefined,
  outils: OutilsFigement = OUTILS,
): Promise<void> {
  const fige = await lireDocumentFige(acteur, envoiId)
  if (!fige) throw new ErreurMetier('INTROUVABLE')
  if (fige.etat === 'PRET' || fige.etat === 'SIGNE') return
  if (fige.etat === 'RETIRE') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const document = fige.document as DocumentNeutre
  await avancer(10, 'Mise en page du PDF')
  const pdf = await outils.rendre(document)
  await avancer(50, 'Relecture du PDF et comparaison au texte accepté')
  const relecture = await outils.relire(pdf, document)
  try {
    if (relecture.etat !== 'identique') throw new ErreurMetier('ECART_PDF', detailDe(relecture))
    await avancer(80, 'Page accessible')
    const html = new TextEncoder().encode(await outils.html(document))
    await avecActeur(acteur, (tx) =>
      confirmerEnvoi({ tx, acteur, maintenant }, { envoiId, pdf, html, relecture }),
    )
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && SANS_RETOUR.includes(erreur.code)) {
      const { titre, conseil } = messageErreur(erreur)
      await avecActeur(acteur, (tx) =>
        refuserEnvoi(
          { tx, acteur, maintenant },
          { envoiId, motif: `${titre}. ${conseil}`.slice(0, 2_000), relecture },
        ),
      )
    }
    throw erreur
  }
}

/** Où la relecture s'est écartée du texte, en clair. */
function detailDe(r: TexteRelu): Record<string, string> {
  switch (r.etat) {
    case 'different':
      return {
        ...(r.ecart.page ? { ou: `L’écart est à la page ${r.ecart.page}.` } : {}),
        attendu: r.ecart.attendu,
        lu: r.ecart.lu,
      }
    case 'ajouts':
      return { ou: 'Le fichier porte des mots en plus.', lu: r.ajouts.join(' ').slice(0, 300) }
    case 'illisible':
      return { ou: 'Le fichier fabriqué ne se relit pas.' }
    case 'identique':
      return {}
  }
}
