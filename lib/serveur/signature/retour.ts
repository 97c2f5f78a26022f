import 'server-only'
import type { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import { enregistrerRetour, type ResultatRetour } from '../../cas-usage/signature/enregistrer-retour'
import type { schemaLireRetour, schemaRetour } from '../../cas-usage/signature/saisies'
import type { DocumentNeutre } from '../../documents/blocs/blocs'
import { ErreurFil } from '../../documents/controle/fil'
import type { VerificationPdf } from '../../domaine/acte/verification'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { lireRetour } from '../../lectures/signature/lire-document-fige'
import { journaliserPanne } from '../pannes'
import { OUTILS, type OutilsFigement } from './outils'

/**
 * Ce qu'un fichier revenu porte : `null` pour une image. Un PDF que le fil n'a pas pu lire dans son temps ou sa mémoire
 * est refusé par une phrase ; l'application, elle, continue.
 */
export async function verifierRetour(
  acteur: Acteur,
  saisie: z.output<typeof schemaLireRetour>,
  _maintenant: Date,
  outils: OutilsFigement = OUTILS,
): Promise<VerificationPdf | null> {
  const retour = await lireRetour(acteur, saisie.envoiId, saisie.fichierId)
  if (!retour) throw new ErreurMetier('INTROUVABLE')
  if (retour.type !== 'application/pdf') return null
  try {
    return await outils.lire(retour.octets, retour.fige, retour.document as DocumentNeutre)
  } catch (erreur) {
    if (!(erreur instanceof ErreurFil)) throw erreur
    if (erreur.motif === 'sature') throw new ErreurMetier('INDISPONIBLE')
    journaliserPanne(erreur)
    throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'PDF' })
  }
}

/** Relit le fichier gardé, hors transaction, puis enregistre : rien de ce que l'écran affirme du fichier n'est cru. */
export async function enregistrerLeRetour(
  acteur: Acteur,
  saisie: z.output<typeof schemaRetour>,
  maintenant: Date,
  outils: OutilsFigement = OUTILS,
): Promise<ResultatRetour> {
  const lecture =
    saisie.mode === 'ELECTRONIQUE' ? await verifierRetour(acteur, saisie, maintenant, outils) : null
  return avecActeur(acteur, (tx) => enregistrerRetour({ tx, acteur, maintenant }, saisie, lecture))
}
