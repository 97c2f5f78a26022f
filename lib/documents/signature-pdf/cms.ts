import { createHash, timingSafeEqual } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { CertificatLu } from '../../domaine/acte/verification'

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const JETON_HORODATAGE = '1.2.840.113549.1.9.16.2.14'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const CONDENSATS: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

export type CmsLu = {
  integrite: 'intacte' | 'alteree' | 'illisible'
  cryptographie: 'valable' | 'fausse' | 'illisible'
  certificat: (CertificatLu & { commun: string | null }) | null
  dateSignee: string | null
  horodatage: { le: string; autorite: string | null; valable: boolean } | null
  probleme: string | null
}

type Signataire = { signe: pkijs.SignedData; info: pkijs.SignerInfo }

/** Lit un conteneur CMS détaché et vérifie qu'il signe bien ces octets ; ne lève jamais. */
export async function verifierCms(cms: Uint8Array, octets: Uint8Array, sha1 = false): Promise<CmsLu> {
  try {
    const { signe, info } = ouvrir(cms)
    const contenu = signe.encapContentInfo.eContent?.getValue()
    // Ancien sous-filtre : le contenu enveloppé est le condensat SHA-1 des octets.
    const attendu = sha1 && contenu ? new Uint8Array(contenu) : octets
    const entoure =
      !sha1 || (contenu !== undefined && memes(condenser('sha1', octets), new Uint8Array(contenu)))
    const { cryptographie, certificat } = await verifierCle({ signe, info }, attendu)
    return {
      integrite: entoure && condensatJuste(info, attendu, cryptographie) ? 'intacte' : 'alteree',
      cryptographie,
      certificat: certificat && decrire(certificat),
      dateSignee: dateSignee(info),
      horodatage: await lireHorodatage(info),
      probleme: null,
    }
  } catch (erreur) {
    return illisible(erreur)
  }
}

/** Horodatage du document entier (RFC 3161) : son empreinte porte sur les octets couverts. */
export async function verifierHorodatage(cms: Uint8Array, octets: Uint8Array): Promise<CmsLu> {
  try {
    const lu = await lireJeton(ouvrir(cms), octets)
    return {
      integrite: lu.scelle ? 'intacte' : 'alteree',
      cryptographie: lu.cryptographie,
      certificat: lu.certificat && decrire(lu.certificat),
      dateSignee: null,
      horodatage: { le: lu.le, autorite: lu.autorite, valable: lu.scelle && lu.cryptographie === 'valable' },
      probleme: null,
    }
  } catch (erreur) {
    return illisible(erreur)
  }
}

const illisible = (erreur: unknown): CmsLu => ({
  integrite: 'illisible',
  cryptographie: 'illisible',
  certificat: null,
  dateSignee: null,
  horodatage: null,
  probleme: erreur instanceof ErreurCms ? erreur.message : 'signature que l’on ne sait pas lire',
})

class ErreurCms extends Error {}

function ouvrir(cms: Uint8Array): Signataire {
  const lu = asn1js.fromBER(Uint8Array.from(cms).buffer)
  if (lu.offset === -1) throw new ErreurCms('conteneur de signature cassé')
  return signataireDe(new pkijs.ContentInfo({ schema: lu.result }))
}

function signataireDe(enveloppe: pkijs.ContentInfo): Signataire {
  if (enveloppe.contentType !== pkijs.ContentInfo.SIGNED_DATA)
    throw new ErreurCms('conteneur de signature d’une autre sorte')
  const signe = new pkijs.SignedData({ schema: enveloppe.content })
  const info = signe.signerInfos[0]
  if (!info) throw new ErreurCms('conteneur de signature sans signataire')
  return { signe, info }
}

const condenser = (algorithme: string, octets: Uint8Array): Uint8Array =>
  Uint8Array.from(createHash(algorithme).update(octets).digest())

const memes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)

const attribut = (attributs: pkijs.SignedAndUnsignedAttributes | undefined, type: string) =>
  attributs?.attributes.find((a) => a.type === type)?.values[0]

/** Le condensat signé est celui des octets ; sans attributs signés, la clé a signé les octets eux-mêmes. */
function condensatJuste(info: pkijs.SignerInfo, octets: Uint8Array, cle: string): boolean {
  if (!info.signedAttrs) return cle === 'valable'
  const algorithme = CONDENSATS[info.digestAlgorithm.algorithmId]
  const signe = attribut(info.signedAttrs, MESSAGE_DIGEST)
  if (!algorithme || !(signe instanceof asn1js.OctetString)) return false
  return memes(condenser(algorithme, octets), new Uint8Array(signe.getValue()))
}

async function verifierCle(
  { signe, info }: Signataire,
  octets: Uint8Array,
): Promise<{ cryptographie: CmsLu['cryptographie']; certificat: pkijs.Certificate | null }> {
  const candidats = certificatsDe(signe, info)
  const signes = info.signedAttrs ? new Uint8Array(info.signedAttrs.encodedValue) : Uint8Array.from(octets)
  const moteur = pkijs.getCrypto(true)
  for (const certificat of candidats) {
    const bonne = await moteur
      .verifyWithPublicKey(
        signes,
        info.signature,
        certificat.subjectPublicKeyInfo,
        info.signatureAlgorithm,
        moteur.getAlgorithmByOID<{ name: string }>(info.digestAlgorithm.algorithmId, true, 'condensat').name,
      )
      .catch(() => false)
    if (bonne) return { cryptographie: 'valable', certificat }
  }
  const premier = candidats[0] ?? null
  return { cryptographie: premier ? 'fausse' : 'illisible', certificat: premier }
}

/** Certificats du conteneur, celui que le signataire désigne d'abord. */
function certificatsDe(signe: pkijs.SignedData, info: pkijs.SignerInfo): pkijs.Certificate[] {
  const tous = (signe.certificates ?? [])
    .filter((c): c is pkijs.Certificate => c instanceof pkijs.Certificate)
    .slice(0, 20)
  if (!(info.sid instanceof pkijs.IssuerAndSerialNumber)) return tous
  const { issuer, serialNumber } = info.sid
  return tous.filter((c) => c.issuer.isEqual(issuer) && c.serialNumber.isEqual(serialNumber))
}

function dateSignee(info: pkijs.SignerInfo): string | null {
  const v = attribut(info.signedAttrs, SIGNING_TIME)
  const date = v instanceof asn1js.UTCTime || v instanceof asn1js.GeneralizedTime ? v.toDate() : null
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}

async function lireHorodatage(info: pkijs.SignerInfo): Promise<CmsLu['horodatage']> {
  const jeton = attribut(info.unsignedAttrs, JETON_HORODATAGE)
  if (!jeton) return null
  try {
    const enveloppe = new pkijs.ContentInfo({ schema: jeton })
    const lu = await lireJeton(signataireDe(enveloppe), new Uint8Array(info.signature.getValue()))
    return { le: lu.le, autorite: lu.autorite, valable: lu.scelle && lu.cryptographie === 'valable' }
  } catch {
    return null
  }
}

async function lireJeton(signataire: Signataire, scelles: Uint8Array) {
  const { encapContentInfo } = signataire.signe
  const contenu = encapContentInfo.eContent?.getValue()
  if (encapContentInfo.eContentType !== TST_INFO || !contenu) throw new ErreurCms('jeton d’horodatage vide')
  const lu = asn1js.fromBER(contenu)
  if (lu.offset === -1) throw new ErreurCms('jeton d’horodatage cassé')
  const info = new pkijs.TSTInfo({ schema: lu.result })
  const algorithme = CONDENSATS[info.messageImprint.hashAlgorithm.algorithmId]
  const empreinte = new Uint8Array(info.messageImprint.hashedMessage.getValue())
  const octets = new Uint8Array(contenu)
  const { cryptographie, certificat } = await verifierCle(signataire, octets)
  return {
    le: info.genTime.toISOString(),
    autorite: certificat ? (nomDe(certificat.subject, '2.5.4.3') ?? null) : null,
    scelle:
      algorithme !== undefined &&
      memes(condenser(algorithme, scelles), empreinte) &&
      condensatJuste(signataire.info, octets, cryptographie),
    cryptographie,
    certificat,
  }
}

function nomDe(nom: pkijs.RelativeDistinguishedNames, type: string): string | undefined {
  const v = nom.typesAndValues.find((t) => t.type === type)?.value.valueBlock.value
  return typeof v === 'string' ? v.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) : undefined
}

/** Nom lisible : le nom commun, à défaut l'organisation. */
const enClair = (nom: pkijs.RelativeDistinguishedNames): string =>
  nomDe(nom, '2.5.4.3') ?? nomDe(nom, '2.5.4.10') ?? 'nom illisible'

function decrire(c: pkijs.Certificate): CertificatLu & { commun: string | null } {
  const der = new Uint8Array(c.toSchema(false).toBER(false))
  return {
    commun: nomDe(c.subject, '2.5.4.3') ?? null,
    sujet: enClair(c.subject),
    organisation: nomDe(c.subject, '2.5.4.10') ?? null,
    emetteur: enClair(c.issuer),
    serie: Buffer.from(c.serialNumber.valueBlock.valueHexView).toString('hex').toUpperCase(),
    du: c.notBefore.value.toISOString(),
    au: c.notAfter.value.toISOString(),
    empreinte: Buffer.from(condenser('sha256', der)).toString('hex'),
    autoSigne: c.issuer.isEqual(c.subject),
  }
}
