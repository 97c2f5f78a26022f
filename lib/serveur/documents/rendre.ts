import 'server-only'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { avecActeur } from '../../bd/transaction'
import { rendreDocx } from '../../documents/docx'
import { creerGroupePdf, ErreurGroupePdf, type GroupePdf } from '../../documents/pdf/groupe'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import { lireConvention } from '../../lectures/convention/lire-convention'
import { lireLogos } from '../../lectures/convention/lire-logos'
import { documentDeLaConvention } from '../../presentation/conventions/document'
import { journaliserPanne } from '../pannes'

export type Format = 'pdf' | 'docx'
export type DocumentRendu = { octets: Uint8Array<ArrayBuffer>; nom: string; type: string; empreinte: string }

/** À augmenter quand un rendu change : les rendus gardés de l'ancienne version ne sont plus servis. */
const VERSION_RENDU = 1
const TYPES: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const global_ = globalThis as unknown as { groupePdf?: GroupePdf }
/** Groupe d'ouvriers du processus : le rendu ne tient jamais la boucle d'événements des autres requêtes. */
function groupe(): GroupePdf {
  const dossier = process.env.DOSSIER_CONSTRUIT || path.join(process.cwd(), '.construit')
  global_.groupePdf ??= creerGroupePdf({
    chemin: pathToFileURL(path.join(dossier, 'ouvrier-pdf.mjs')),
    nombre: 2,
  })
  return global_.groupePdf
}

/**
 * Document d'une convention visible de l'acteur, ou `null`. Un même texte n'est rendu qu'une fois : le rendu est gardé
 * sous l'empreinte du document neutre (un cache, jamais une preuve).
 */
export async function rendreConvention(
  acteur: Acteur,
  reference: string,
  format: Format,
  maintenant: Date,
): Promise<DocumentRendu | null> {
  const convention = await lireConvention(acteur, reference, maintenant)
  if (!convention) return null
  const logos = await lireLogos(acteur, convention)
  const document = documentDeLaConvention(convention, maintenant, logos)
  const empreinte = sha256(canoniser({ format, VERSION_RENDU, document }))
  const commun = { nom: `${convention.reference}.${format}`, type: TYPES[format], empreinte }
  const garde = await avecActeur(acteur, (tx) => tx.rendu.findUnique({ where: { empreinte } }))
  if (garde) return { ...commun, octets: new Uint8Array(garde.contenu) }
  const octets = new Uint8Array(await rendre(document, format))
  await garder(acteur, { empreinte, format, acteId: convention.acteId, octets })
  return { ...commun, octets }
}

async function rendre(document: ReturnType<typeof documentDeLaConvention>, format: Format): Promise<Buffer> {
  try {
    return format === 'pdf' ? await groupe().rendre(document) : await rendreDocx(document)
  } catch (erreur) {
    const numero = journaliserPanne(erreur)
    const sature = erreur instanceof ErreurGroupePdf && erreur.motif !== 'rendu'
    throw new ErreurMetier(sature ? 'INDISPONIBLE' : 'RENDU_IMPOSSIBLE', { numero })
  }
}

/** Ne garde que le dernier rendu de chaque format ; un échec ici ne prive pas du document. */
async function garder(
  acteur: Acteur,
  rendu: { empreinte: string; format: Format; acteId: string; octets: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { empreinte, format, acteId, octets: contenu } = rendu
  await avecActeur(acteur, async (tx) => {
    await tx.rendu.deleteMany({ where: { acteId, format } })
    await tx.rendu.createMany({ data: [{ empreinte, format, acteId, contenu }], skipDuplicates: true })
  }).catch(journaliserPanne)
}
