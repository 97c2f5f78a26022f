import 'server-only'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentNeutre } from '../../documents/blocs/blocs'
import { creerGroupePdf, ErreurGroupePdf, type GroupePdf } from '../../documents/pdf/groupe'
import { ErreurMetier } from '../../domaine/erreurs'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import { journaliserPanne } from '../pannes'

export type Octets = Uint8Array<ArrayBuffer>
export type Format = 'pdf' | 'docx'
export type DocumentRendu = { octets: Octets; nom: string; type: string; empreinte: string }

/** Un texte long a cinq minutes (ms) : personne n'attend devant une page blanche, et l'ouvrier donne signe de vie. */
export const DELAI_DOCUMENT_LONG = 300_000

/** À augmenter quand un rendu change : les rendus gardés de l'ancienne version ne sont plus servis. */
const VERSION_RENDU = 3
export const TYPES: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Document trop long pour être rendu pendant qu'une requête attend : la page où le demander. */
export type ADemander = { vers: string }

const global_ = globalThis as unknown as { groupePdf?: GroupePdf }
/** Groupe d'ouvriers du processus : le rendu ne tient jamais la boucle d'événements des autres requêtes. */
export function groupe(): GroupePdf {
  const dossier = process.env.DOSSIER_CONSTRUIT || path.join(process.cwd(), '.construit')
  global_.groupePdf ??= creerGroupePdf({
    chemin: pathToFileURL(path.join(dossier, 'ouvrier-pdf.mjs')),
    nombre: 2,
  })
  return global_.groupePdf
}

/** Une panne de rendu devient un refus métier, sous un numéro que l'écran cite. */
export async function ouMalheur<T>(rendre: () => Promise<T>): Promise<T> {
  try {
    return await rendre()
  } catch (erreur) {
    const numero = journaliserPanne(erreur)
    const sature = erreur instanceof ErreurGroupePdf && erreur.motif !== 'rendu'
    throw new ErreurMetier(sature ? 'INDISPONIBLE' : 'RENDU_IMPOSSIBLE', { numero })
  }
}

/** PDF d'un document neutre, rendu par l'ouvrier, sans rien en garder. */
export const rendreEnOuvrier = async (document: DocumentNeutre, delaiMs?: number): Promise<Octets> =>
  new Uint8Array((await ouMalheur(() => groupe().rendre(document, delaiMs))).octets)

/** Ce sous quoi un rendu se garde : le document neutre, son format et la version du rendu. */
export const empreinteDuRendu = (document: DocumentNeutre, format: Format): string =>
  sha256(canoniser({ format, VERSION_RENDU, document }))
