import 'server-only'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentNeutre } from '../../documents/blocs/blocs'
import { creerFil } from '../../documents/controle/fil'
import type { TexteRelu, VerificationPdf } from '../../domaine/acte/verification'
import { DELAI_DOCUMENT_LONG, rendreEnOuvrier } from '../documents/atelier'

/** Travaux longs ou sur un fichier venu du dehors : jamais dans une transaction, jamais dans la boucle des requêtes. */
export type OutilsFigement = {
  rendre(document: DocumentNeutre): Promise<Uint8Array>
  html(document: DocumentNeutre): Promise<string>
  relire(octets: Uint8Array, document: DocumentNeutre): Promise<TexteRelu>
  lire(octets: Uint8Array, fige: Uint8Array, document: DocumentNeutre): Promise<VerificationPdf>
}

const global_ = globalThis as unknown as { filControle?: ReturnType<typeof creerFil> }
const fil: ReturnType<typeof creerFil> = (genre, entree) => {
  const dossier = process.env.DOSSIER_CONSTRUIT || path.join(process.cwd(), '.construit')
  global_.filControle ??= creerFil({ chemin: pathToFileURL(path.join(dossier, 'ouvrier-controle.mjs')) })
  return global_.filControle(genre, entree)
}

export const OUTILS: OutilsFigement = {
  rendre: (document) => rendreEnOuvrier(document, DELAI_DOCUMENT_LONG),
  html: (document) => fil('html', { document }),
  relire: (octets, document) => fil('relire', { octets, document }),
  lire: (octets, fige, document) => fil('signatures', { octets, fige, document }),
}
