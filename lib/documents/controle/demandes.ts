import type { TexteRelu, VerificationPdf } from '../../domaine/acte/verification'
import type { DocumentNeutre } from '../blocs/blocs'

/** Ce que l'on confie à l'ouvrier de contrôle, et ce qu'il en rend. */
export type Demandes = {
  relire: { entree: { octets: Uint8Array; document: DocumentNeutre }; sortie: TexteRelu }
  signatures: {
    entree: { octets: Uint8Array; fige: Uint8Array; document: DocumentNeutre }
    sortie: VerificationPdf
  }
  html: { entree: { document: DocumentNeutre }; sortie: string }
}
export type GenreDemande = keyof Demandes
export type Demande = { [G in GenreDemande]: { genre: G } & Demandes[G]['entree'] }[GenreDemande]
