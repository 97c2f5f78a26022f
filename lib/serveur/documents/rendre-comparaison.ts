import 'server-only'
import { rendreDocx } from '../../documents/docx'
import { type CoteCompare, lireCote } from '../../domaine/acte/cotes'
import type { Acteur } from '../../domaine/organisation/acteur'
import { estLong } from '../../domaine/texte/longueur'
import { lireConvention } from '../../lectures/convention/lire-convention'
import { lireCoteCompare } from '../../lectures/convention/lire-versions'
import { adresseComparaison } from '../../presentation/conventions/adresses'
import { documentCompare } from '../../presentation/conventions/document-compare'
import {
  type ADemander,
  DELAI_DOCUMENT_LONG,
  type DocumentRendu,
  empreinteDuRendu,
  type Format,
  groupe,
  ouMalheur,
  TYPES,
} from './atelier'

type DemandeComparaison = { de: unknown; a: unknown; format: unknown }

/**
 * Version comparée, ou `null` si l'acte, une version ou un texte en cours n'est pas à l'acteur. Elle ne se garde pas : le
 * rendu gardé d'un acte est celui de son texte. Longue ou non : pour l'ouvrier.
 */
export async function rendreComparaison(
  acteur: Acteur,
  reference: string,
  demande: DemandeComparaison,
  maintenant: Date,
): Promise<DocumentRendu | null> {
  const lue = await lireComparaison(acteur, reference, demande, maintenant)
  return lue && comparer(lue)
}

/** La même version comparée pour une requête : longue, l'adresse où la demander. */
export async function servirComparaison(
  acteur: Acteur,
  reference: string,
  demande: DemandeComparaison,
  maintenant: Date,
): Promise<DocumentRendu | ADemander | null> {
  const lue = await lireComparaison(acteur, reference, demande, maintenant)
  if (!lue) return null
  const { convention, de, a, longue } = lue
  return longue ? { vers: adresseComparaison(convention.reference, de, a) } : comparer(lue)
}

type Comparaison = NonNullable<Awaited<ReturnType<typeof lireComparaison>>>

async function lireComparaison(
  acteur: Acteur,
  reference: string,
  demande: DemandeComparaison,
  maintenant: Date,
) {
  const [de, a] = [lireCote(demande.de), lireCote(demande.a)]
  const format: Format | null = demande.format === 'docx' ? 'docx' : demande.format === 'pdf' ? 'pdf' : null
  if (!de || !a || !format) return null
  const convention = await lireConvention(acteur, reference, maintenant)
  if (!convention) return null
  const [avant, apres] = [
    await lireCoteCompare(acteur, convention, de),
    await lireCoteCompare(acteur, convention, a),
  ]
  if (!avant || !apres) return null
  return { convention, de, a, avant, apres, format, longue: estLong(avant) || estLong(apres) }
}

async function comparer(lue: Comparaison): Promise<DocumentRendu> {
  const { convention, de, a, avant, apres, format, longue } = lue
  const document = documentCompare(convention, { de, a, avant, apres, pourWord: format === 'docx' })
  const delaiMs = longue ? DELAI_DOCUMENT_LONG : undefined
  const octets = new Uint8Array(
    await ouMalheur(async () =>
      format === 'pdf' ? (await groupe().rendre(document, delaiMs)).octets : rendreDocx(document),
    ),
  )
  const nom = `${convention.reference}-${nomDuFichier(de)}-${nomDuFichier(a)}.${format}`
  return { octets, nom, type: TYPES[format], empreinte: empreinteDuRendu(document, format) }
}

const nomDuFichier = (cote: CoteCompare): string =>
  cote === 'travail' ? 'en-cours' : cote === 'modele' ? 'modele' : `v${cote}`
