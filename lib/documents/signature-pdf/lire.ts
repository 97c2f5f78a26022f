import { createHash } from 'node:crypto'
import type { SignatureLue, VerificationPdf } from '../../domaine/acte/verification'
import type { DocumentNeutre } from '../blocs/blocs'
import { relirePdf } from '../controle/relire'
import { verifierCms, verifierHorodatage } from './cms'
import { repererSignatures, type SignatureReperee } from './reperer'

/**
 * Lit un PDF revenu : ses signatures, leur intégrité, et si son contenu est le nôtre. Un fichier tronqué, faux ou hostile
 * donne un constat, jamais une panne. La chaîne de confiance n'est pas vérifiée.
 */
export async function lireSignatures(
  fichier: Uint8Array,
  fige: Uint8Array,
  document: DocumentNeutre,
): Promise<VerificationPdf> {
  const octets = Buffer.from(fichier.buffer, fichier.byteOffset, fichier.byteLength)
  const commence = octets.length >= fige.length && octets.subarray(0, fige.length).equals(fige)
  const reperees = repererSignatures(octets)
  const lues: Omit<SignatureLue, 'suite'>[] = []
  for (const r of reperees) lues.push(await lireUne(octets, r, commence ? fige.length : null))
  const signatures = lues.map((s, i) => ({ ...s, suite: suiteDe(octets, i, reperees, lues) }))
  return {
    empreinte: createHash('sha256').update(octets).digest('hex'),
    taille: octets.length,
    signatures,
    commenceParLeFige: commence,
    texte: await relirePdf(fichier, document),
  }
}

const ILLISIBLE = {
  certificat: null,
  certificatEnCours: null,
  horodatage: null,
  integrite: 'illisible',
  cryptographie: 'illisible',
} as const

async function lireUne(
  octets: Buffer,
  r: SignatureReperee,
  fige: number | null,
): Promise<Omit<SignatureLue, 'suite'>> {
  const declare = { nom: r.nom, motif: r.motif, dateDeclaree: r.date, probleme: r.probleme }
  const genre = r.sousFiltre === 'ETSI.RFC3161' ? 'horodatage' : 'signature'
  const couvreLeFige = fige !== null && r.couvert !== null && r.couvert.debut >= fige
  if (!r.couvert || !r.cms) return { ...ILLISIBLE, ...declare, genre, couvreLeFige: false }
  const couverts = new Uint8Array(r.couvert.debut + r.couvert.fin - r.couvert.suite)
  couverts.set(octets.subarray(0, r.couvert.debut))
  couverts.set(octets.subarray(r.couvert.suite, r.couvert.fin), r.couvert.debut)
  const lu =
    genre === 'horodatage'
      ? await verifierHorodatage(r.cms, couverts)
      : await verifierCms(r.cms, couverts, r.sousFiltre === 'adbe.pkcs7.sha1')
  const { commun, ...certificat } = lu.certificat ?? { commun: null }
  const dateDeclaree = lu.dateSignee ?? r.date
  const instant = lu.horodatage?.valable ? lu.horodatage.le : dateDeclaree
  const c = lu.certificat ? (certificat as SignatureLue['certificat']) : null
  return {
    genre,
    nom: commun ?? r.nom,
    motif: r.motif,
    dateDeclaree,
    horodatage: lu.horodatage,
    certificat: c,
    certificatEnCours: c && instant ? instant >= c.du && instant <= c.au : null,
    integrite: lu.integrite,
    cryptographie: lu.cryptographie,
    couvreLeFige,
    probleme: lu.probleme,
  }
}

/** Ce qui suit la partie couverte : rien, une signature intacte qui la complète, ou des octets que rien ne couvre. */
function suiteDe(
  octets: Buffer,
  rang: number,
  reperees: readonly SignatureReperee[],
  lues: readonly Omit<SignatureLue, 'suite'>[],
): SignatureLue['suite'] {
  const fin = reperees[rang]?.couvert?.fin
  if (fin === undefined) return 'non-couverte'
  if (octets.subarray(fin).every((o) => o === 0x0a || o === 0x0d || o === 0x20 || o === 0)) return 'rien'
  const completee = lues.some(
    (l, i) =>
      l.integrite === 'intacte' && l.cryptographie === 'valable' && (reperees[i]?.couvert?.fin ?? 0) > fin,
  )
  return completee ? 'couverte' : 'non-couverte'
}
