import type { TexteRelu } from '../../domaine/acte/verification'
import type { DocumentNeutre } from '../blocs/blocs'
import { comparerAuDocument } from './comparer'
import { extraireTexte } from './extraire'

/** Relit un PDF et compare son texte à celui du document ; un fichier illisible est un constat, pas une panne. */
export async function relirePdf(octets: Uint8Array, document: DocumentNeutre): Promise<TexteRelu> {
  try {
    return comparerAuDocument(document, await extraireTexte(octets))
  } catch (erreur) {
    return { etat: 'illisible', pourquoi: erreur instanceof Error ? erreur.message : String(erreur) }
  }
}
