import 'server-only'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import type { DocumentNeutre } from '../../documents/blocs/blocs'
import { rendreDocx } from '../../documents/docx'
import { creerGroupePdf, ErreurGroupePdf, type GroupePdf } from '../../documents/pdf/groupe'
import { type CoteCompare, lireCote } from '../../domaine/acte/cotes'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import { lireConvention } from '../../lectures/convention/lire-convention'
import { lireLogos } from '../../lectures/convention/lire-logos'
import { lireCoteCompare } from '../../lectures/convention/lire-versions'
import { documentDeLaConvention } from '../../presentation/conventions/document'
import { documentCompare } from '../../presentation/conventions/document-compare'
import { journaliserPanne } from '../pannes'

export type Format = 'pdf' | 'docx'
export type DocumentRendu = { octets: Uint8Array<ArrayBuffer>; nom: string; type: string; empreinte: string }

/** À augmenter quand un rendu change : les rendus gardés de l'ancienne version ne sont plus servis. */
const VERSION_RENDU = 2
const TYPES: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Page de chaque titre d'un PDF gardé, par ancre. */
const PAGES = z.record(z.string(), z.number().int().positive())

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
  const demande = {
    acteur,
    acteId: convention.acteId,
    document: documentDeLaConvention(convention, maintenant, logos),
  }
  const octets = format === 'pdf' ? (await pdf(demande)).octets : await docx(demande)
  const empreinte = empreinteDuRendu(demande.document, format)
  return { octets, nom: `${convention.reference}.${format}`, type: TYPES[format], empreinte }
}

/**
 * Version comparée, ou `null` si l'acte, une version ou un texte en cours n'est pas à l'acteur. Elle ne se garde pas : le
 * rendu gardé d'un acte est celui de son texte.
 */
export async function rendreComparaison(
  acteur: Acteur,
  reference: string,
  demande: { de: unknown; a: unknown; format: unknown },
  maintenant: Date,
): Promise<DocumentRendu | null> {
  const [de, a] = [lireCote(demande.de), lireCote(demande.a)]
  const format = demande.format === 'docx' ? 'docx' : demande.format === 'pdf' ? 'pdf' : null
  if (!de || !a || !format) return null
  const convention = await lireConvention(acteur, reference, maintenant)
  if (!convention) return null
  const [avant, apres] = [
    await lireCoteCompare(acteur, convention, de),
    await lireCoteCompare(acteur, convention, a),
  ]
  if (!avant || !apres) return null
  const document = documentCompare(convention, { de, a, avant, apres, pourWord: format === 'docx' })
  const octets = new Uint8Array(
    await ouMalheur(async () =>
      format === 'pdf' ? (await groupe().rendre(document)).octets : rendreDocx(document),
    ),
  )
  const nom = `${convention.reference}-${nomDuFichier(de)}-${nomDuFichier(a)}.${format}`
  return { octets, nom, type: TYPES[format], empreinte: empreinteDuRendu(document, format) }
}

/** Document qui ne se garde pas ; le sommaire de Word reprend les pages du PDF. */
export async function rendreSansGarder(
  document: DocumentNeutre,
  format: Format,
  nom: string,
): Promise<DocumentRendu> {
  const rendu = await ouMalheur(() => groupe().rendre(document))
  const octets = new Uint8Array(
    format === 'pdf' ? rendu.octets : await ouMalheur(() => rendreDocx(document, { pages: rendu.pages })),
  )
  return {
    octets,
    nom: `${nom}.${format}`,
    type: TYPES[format],
    empreinte: empreinteDuRendu(document, format),
  }
}

const nomDuFichier = (cote: CoteCompare): string =>
  cote === 'travail' ? 'en-cours' : cote === 'modele' ? 'modele' : `v${cote}`
/** PDF d'un document neutre, rendu par l'ouvrier, sans rien en garder. */
export const rendreEnOuvrier = async (document: DocumentNeutre): Promise<Octets> =>
  new Uint8Array((await ouMalheur(() => groupe().rendre(document))).octets)

type Demande = { acteur: Acteur; acteId: string; document: DocumentNeutre }
type Octets = Uint8Array<ArrayBuffer>

const empreinteDuRendu = (document: DocumentNeutre, format: Format): string =>
  sha256(canoniser({ format, VERSION_RENDU, document }))

async function pdf(demande: Demande): Promise<{ octets: Octets; pages: ReadonlyMap<string, number> }> {
  const empreinte = empreinteDuRendu(demande.document, 'pdf')
  const garde = await lireRendu(demande.acteur, empreinte)
  const pages = PAGES.safeParse(garde?.pages)
  if (garde && pages.success) return { octets: garde.octets, pages: new Map(Object.entries(pages.data)) }
  const rendu = await ouMalheur(() => groupe().rendre(demande.document))
  const octets = new Uint8Array(rendu.octets)
  await garder(demande, { empreinte, format: 'pdf', octets, pages: Object.fromEntries(rendu.pages) })
  return { octets, pages: rendu.pages }
}

/** Le sommaire du Word reprend les pages du PDF : gardé, il les donne aussitôt ; sinon il est rendu et gardé d'abord. */
async function docx(demande: Demande): Promise<Octets> {
  const empreinte = empreinteDuRendu(demande.document, 'docx')
  const garde = await lireRendu(demande.acteur, empreinte)
  if (garde) return garde.octets
  const pages = await pagesDuPdf(demande)
  const octets = new Uint8Array(await ouMalheur(() => rendreDocx(demande.document, { pages })))
  await garder(demande, { empreinte, format: 'docx', octets })
  return octets
}

/** Un texte que le PDF refuse (signe sans dessin) garde son Word : le sommaire y est alors sans numéros. */
async function pagesDuPdf(demande: Demande): Promise<ReadonlyMap<string, number> | undefined> {
  try {
    return (await pdf(demande)).pages
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.code === 'RENDU_IMPOSSIBLE') return undefined
    throw erreur
  }
}

async function ouMalheur<T>(rendre: () => Promise<T>): Promise<T> {
  try {
    return await rendre()
  } catch (erreur) {
    const numero = journaliserPanne(erreur)
    const sature = erreur instanceof ErreurGroupePdf && erreur.motif !== 'rendu'
    throw new ErreurMetier(sature ? 'INDISPONIBLE' : 'RENDU_IMPOSSIBLE', { numero })
  }
}

async function lireRendu(
  acteur: Acteur,
  empreinte: string,
): Promise<{ octets: Octets; pages: unknown } | null> {
  const rendu = await avecActeur(acteur, (tx) => tx.rendu.findUnique({ where: { empreinte } }))
  return rendu && { octets: new Uint8Array(rendu.contenu), pages: rendu.pages }
}

/** Ne garde que le dernier rendu de chaque format ; un échec ici ne prive pas du document. */
async function garder(
  { acteur, acteId }: Demande,
  rendu: { empreinte: string; format: Format; octets: Octets; pages?: Record<string, number> },
): Promise<void> {
  const { empreinte, format, octets: contenu, pages } = rendu
  await avecActeur(acteur, async (tx) => {
    await tx.rendu.deleteMany({ where: { acteId, format } })
    await tx.rendu.createMany({
      data: [{ empreinte, format, acteId, contenu, ...(pages ? { pages } : {}) }],
      skipDuplicates: true,
    })
  }).catch(journaliserPanne)
}
