import 'server-only'
import { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import type { DocumentNeutre } from '../../documents/blocs/blocs'
import { rendreDocx } from '../../documents/docx'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { estLong } from '../../domaine/texte/longueur'
import { type ConventionLue, lireConvention } from '../../lectures/convention/lire-convention'
import { lireLogos } from '../../lectures/convention/lire-logos'
import { adresseDemandeDocument } from '../../presentation/conventions/adresses'
import { documentDeLaConvention } from '../../presentation/conventions/document'
import { journaliserPanne } from '../pannes'
import {
  type ADemander,
  DELAI_DOCUMENT_LONG,
  type DocumentRendu,
  empreinteDuRendu,
  type Format,
  groupe,
  type Octets,
  ouMalheur,
  TYPES,
} from './atelier'

/** Page de chaque titre d'un PDF gardé, par ancre. */
const PAGES = z.record(z.string(), z.number().int().positive())

/**
 * Document d'une convention visible de l'acteur, ou `null`. Un même texte n'est rendu qu'une fois : le rendu est gardé
 * sous l'empreinte du document neutre (un cache, jamais une preuve). Long ou non : pour l'ouvrier, qui a le temps.
 */
export async function rendreConvention(
  acteur: Acteur,
  reference: string,
  format: Format,
  maintenant: Date,
): Promise<DocumentRendu | null> {
  const lue = await lireDemande(acteur, reference, maintenant)
  return lue && rendre(lue, format)
}

/** Le même document pour une requête : court ou déjà gardé, il est servi ; long, l'adresse où le demander. */
export async function servirConvention(
  acteur: Acteur,
  reference: string,
  format: Format,
  maintenant: Date,
): Promise<DocumentRendu | ADemander | null> {
  const lue = await lireDemande(acteur, reference, maintenant)
  if (!lue) return null
  if (!estLong(lue.convention)) return rendre(lue, format)
  const garde = await lireRendu(acteur, empreinteDuRendu(lue.demande.document, format))
  return garde
    ? enFichier(lue, format, garde.octets)
    : { vers: adresseDemandeDocument(lue.convention.reference, format) }
}

type Lue = { convention: ConventionLue; demande: Demande }

async function lireDemande(acteur: Acteur, reference: string, maintenant: Date): Promise<Lue | null> {
  const convention = await lireConvention(acteur, reference, maintenant)
  if (!convention) return null
  const document = documentDeLaConvention(convention, maintenant, await lireLogos(acteur, convention))
  const delaiMs = estLong(convention) ? DELAI_DOCUMENT_LONG : undefined
  return { convention, demande: { acteur, acteId: convention.acteId, document, delaiMs } }
}

const rendre = async (lue: Lue, format: Format): Promise<DocumentRendu> =>
  enFichier(lue, format, format === 'pdf' ? (await pdf(lue.demande)).octets : await docx(lue.demande))

const enFichier = ({ convention, demande }: Lue, format: Format, octets: Octets): DocumentRendu => ({
  octets,
  nom: `${convention.reference}.${format}`,
  type: TYPES[format],
  empreinte: empreinteDuRendu(demande.document, format),
})

type Demande = { acteur: Acteur; acteId: string; document: DocumentNeutre; delaiMs: number | undefined }
async function pdf(demande: Demande): Promise<{ octets: Octets; pages: ReadonlyMap<string, number> }> {
  const empreinte = empreinteDuRendu(demande.document, 'pdf')
  const garde = await lireRendu(demande.acteur, empreinte)
  const pages = PAGES.safeParse(garde?.pages)
  if (garde && pages.success) return { octets: garde.octets, pages: new Map(Object.entries(pages.data)) }
  const rendu = await ouMalheur(() => groupe().rendre(demande.document, demande.delaiMs))
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
