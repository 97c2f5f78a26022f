import 'server-only'
import { rendreDocx } from '../../documents/docx'
import type { Acteur } from '../../domaine/organisation/acteur'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import { lireConvention } from '../../lectures/convention/lire-convention'
import { lireSuites } from '../../lectures/resiliation/lire-suites'
import { lettresDeResiliation } from '../../presentation/conventions/lettre-resiliation'
import { type DocumentRendu, type Format, rendreEnOuvrier } from './atelier'

const TYPES: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Lettres d'une dénonciation visible de l'acteur, ou `null`. Courtes : rendues à la demande, rien n'en est gardé. */
export async function rendreLettre(
  acteur: Acteur,
  cle: { reference: string; id: string },
  format: Format,
  maintenant: Date,
): Promise<DocumentRendu | null> {
  const convention = await lireConvention(acteur, cle.reference, maintenant)
  if (!convention) return null
  const suites = await lireSuites(acteur, convention, maintenant)
  const resiliation = suites.resiliations.find((r) => r.id === cle.id)
  if (!resiliation) return null
  const document = lettresDeResiliation(convention, resiliation, suites.lieux)
  const octets =
    format === 'pdf' ? await rendreEnOuvrier(document) : new Uint8Array(await rendreDocx(document))
  return {
    octets,
    nom: `${convention.reference}-resiliation.${format}`,
    type: TYPES[format],
    empreinte: sha256(canoniser({ format, document })),
  }
}
