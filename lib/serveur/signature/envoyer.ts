import 'server-only'
import type { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import { confirmerEnvoi } from '../../cas-usage/signature/confirmer-envoi'
import { refuserEnvoi } from '../../cas-usage/signature/refuser-envoi'
import { reserverEnvoi } from '../../cas-usage/signature/reserver-envoi'
import type { schemaEnvoyer, schemaReprendreEnvoi } from '../../cas-usage/signature/saisies'
import type { DocumentNeutre } from '../../documents/blocs/blocs'
import type { TexteRelu } from '../../domaine/acte/verification'
import { type CodeErreur, ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { lireDocumentFige } from '../../lectures/signature/lire-document-fige'
import { documentASigner, type MatiereAImprimer } from '../../presentation/conventions/document-a-signer'
import { messageErreur } from '../../presentation/erreurs'
import { OUTILS, type OutilsFigement } from './outils'

export type EnvoiFait = { version: number; empreinte: string }

/** Fige le texte et l'envoie à la signature : réservation, rendu et relecture hors transaction, confirmation. */
export async function envoyerALaSignature(
  acteur: Acteur,
  saisie: z.output<typeof schemaEnvoyer>,
  maintenant: Date,
  outils: OutilsFigement = OUTILS,
): Promise<EnvoiFait> {
  const { envoiId } = await avecActeur(acteur, (tx) =>
    reserverEnvoi({ tx, acteur, maintenant }, saisie, (m, quand) =>
      documentASigner(m satisfies MatiereAImprimer, quand),
    ),
  )
  return finir(acteur, envoiId, maintenant, outils)
}

/** Reprend un envoi resté en préparation (processus arrêté, rendu impossible) : le document figé sert tel quel. */
export const reprendreEnvoi = (
  acteur: Acteur,
  saisie: z.output<typeof schemaReprendreEnvoi>,
  maintenant: Date,
  outils: OutilsFigement = OUTILS,
): Promise<EnvoiFait> => finir(acteur, saisie.envoiId, maintenant, outils)

/** Refus après lesquels cet envoi ne pourra plus se confirmer : il est rangé, rien n'est figé. */
const SANS_RETOUR: readonly CodeErreur[] = [
  'ENVOI_PERIME',
  'SIGNATURE_BLOQUEE',
  'ETAPE_INTERDITE',
  'ECART_PDF',
]

async function finir(
  acteur: Acteur,
  envoiId: string,
  maintenant: Date,
  outils: OutilsFigement,
): Promise<EnvoiFait> {
  const fige = await lireDocumentFige(acteur, envoiId)
  if (!fige) throw new ErreurMetier('INTROUVABLE')
  if (fige.etat !== 'PREPARATION') throw new ErreurMetier('MODIFIE_ENTRE_TEMPS')
  const document = fige.document as DocumentNeutre
  const pdf = await outils.rendre(document)
  const relecture = await outils.relire(pdf, document)
  try {
    if (relecture.etat !== 'identique') throw new ErreurMetier('ECART_PDF', detailDe(relecture))
    const html = new TextEncoder().encode(await outils.html(document))
    return await avecActeur(acteur, (tx) =>
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
