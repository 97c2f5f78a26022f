import 'server-only'
import type { z } from 'zod'
import type { Contexte } from '../cas-usage/contexte'
import { joindreRetour, type LectureGardee } from '../cas-usage/retour-word/joindre-retour'
import { proposerDuRetour } from '../cas-usage/retour-word/proposer-du-retour'
import type { schemaJoindreRetour, schemaProposerDuRetour } from '../cas-usage/retour-word/saisies'
import { attenduDe, propositionDuRetour } from '../documents/blocs/retour'
import { lireDocx } from '../documents/retour/lire-docx'
import { ErreurDocx, type RefusDocx } from '../documents/retour/ouvrir-docx'
import { ranger } from '../domaine/acte/retour/ranger'
import type { TexteFige } from '../domaine/acte/version'
import { ErreurMetier } from '../domaine/erreurs'

const RAISONS: Record<RefusDocx, string> = {
  format: 'Ce n’est pas un document Word (.docx)',
  macros: 'Il contient des macros',
  protege: 'Il est protégé par un mot de passe, ou enregistré dans l’ancien format .doc',
  demesure: 'Son texte est démesuré pour une convention',
  abime: 'Il est abîmé',
}

/** Lit un .docx et le range sous la version envoyée ; un refus devient une phrase. */
export async function lireRetour(octets: Uint8Array, texte: TexteFige): Promise<LectureGardee> {
  try {
    const { blocs, revisions } = await lireDocx(octets)
    return { range: ranger(attenduDe(texte), blocs), revisions }
  } catch (erreur) {
    if (!(erreur instanceof ErreurDocx)) throw erreur
    throw new ErreurMetier('FICHIER_REFUSE', { acceptes: 'Word (.docx)', raison: RAISONS[erreur.raison] })
  }
}

export const joindreRetourWord = (contexte: Contexte, saisie: z.output<typeof schemaJoindreRetour>) =>
  joindreRetour(contexte, saisie, lireRetour)
export const proposerDuRetourWord = (contexte: Contexte, saisie: z.output<typeof schemaProposerDuRetour>) =>
  proposerDuRetour(contexte, saisie, propositionDuRetour)
