import { createHash, webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

export type Identite = { certificat: pkijs.Certificate; cle: CryptoKey; nom: string }

/** Certificat autosigné d'une personne inventée, et sa clé. */
export async function uneIdentite(
  nom: string,
  dates = { du: '2026-01-01T00:00:00Z', au: '2028-01-01T00:00:00Z' },
): Promise<Identite> {
  const cles = await webcrypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' } as EcKeyGenParams,
    true,
    ['sign', 'verify'],
  )
  const certificat = new pkijs.Certificate()
  certificat.version = 2
  certificat.serialNumber = new asn1js.Integer({ value: nom.length + 100 })
  for (const sujet of [certificat.issuer, certificat.subject]) {
    sujet.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: nom }) }),
    )
  }
  certificat.notBefore.value = new Date(dates.du)
  certificat.notAfter.value = new Date(dates.au)
  await certificat.subjectPublicKeyInfo.importKey(cles.publicKey)
  await certificat.sign(cles.privateKey, 'SHA-256')
  return { certificat, cle: cles.privateKey, nom }
}

type Options = {
  date?: Date
  /** Octets signés à la place de ceux du fichier : une signature qui ne va pas avec son contenu. */
  autresOctets?: Uint8Array
  /** Taille réservée à la signature, en octets. */
  place?: number
}

const dateDuDictionnaire = (d: Date) => `D:${d.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`

/** Signe un PDF par une révision ajoutée (PAdES simple) : les octets d'origine restent en tête, intacts. */
export async function signerPdf(
  pdf: Uint8Array,
  par: Identite,
  { date = new Date('2026-12-03T09:30:00Z'), autresOctets, place = 6_000 }: Options = {},
): Promise<Buffer> {
  const origine = Buffer.from(pdf)
  const texte = origine.toString('latin1')
  const precedent = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(texte)?.[1])
  const taille = Number([...texte.matchAll(/\/Size (\d+)/g)].at(-1)?.[1])
  const racine = [...texte.matchAll(/\/Root (\d+) 0 R/g)].at(-1)?.[1]
  const id = [...texte.matchAll(/\/ID\s*\[[^\]]*\]/g)].at(-1)?.[0] ?? ''
  const catalogue = [
    ...texte.matchAll(new RegExp(`(?:^|\\n)${racine} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`, 'g')),
  ].at(-1)?.[1]
  if (!racine || !catalogue || !precedent || !taille)
    throw new Error('PDF que la fabrique ne sait pas signer')
  const champs = /\/AcroForm <<\/Fields \[([^\]]*)\][^>]*>>/.exec(catalogue)
  const liste = `${champs?.[1] ?? ''} ${taille + 1} 0 R`.trim()
  const formulaire = `/AcroForm <</Fields [${liste}] /SigFlags 3>>`
  const entrees = champs ? catalogue.replace(champs[0], formulaire) : `${catalogue}\n${formulaire}`
  const reserve = '0'.repeat(place * 2)
  const etendue = '/ByteRange [0 0000000000 0000000000 0000000000]'
  const objets: [number, string][] = [
    [Number(racine), `<<${entrees}>>`],
    [
      taille,
      `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name (${par.nom}) /M (${dateDuDictionnaire(date)}) /Contents <${reserve}> ${etendue}>>`,
    ],
    [
      taille + 1,
      `<</FT /Sig /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /T (Signature${taille}) /V ${taille} 0 R>>`,
    ],
  ]
  let ajout = '\n'
  const places: [number, number][] = []
  for (const [numero, corps] of objets) {
    places.push([numero, origine.length + ajout.length])
    ajout += `${numero} 0 obj\n${corps}\nendobj\n`
  }
  const table = origine.length + ajout.length
  ajout += `xref\n${places.map(([n, p]) => `${n} 1\n${String(p).padStart(10, '0')} 00000 n \n`).join('')}`
  ajout += `trailer\n<</Size ${taille + 2} /Root ${racine} 0 R ${id} /Prev ${precedent}>>\nstartxref\n${table}\n%%EOF\n`
  const sortie = Buffer.concat([Uint8Array.from(origine), Uint8Array.from(Buffer.from(ajout, 'latin1'))])
  const debut = sortie.lastIndexOf(`<${reserve}`)
  const suite = debut + reserve.length + 2
  const nombres = [debut, suite, sortie.length - suite].map((n) => String(n).padStart(10, '0'))
  sortie.write(`/ByteRange [0 ${nombres.join(' ')}]`, sortie.lastIndexOf(etendue), 'latin1')
  const couverts = Buffer.concat([
    Uint8Array.from(sortie.subarray(0, debut)),
    Uint8Array.from(sortie.subarray(suite)),
  ])
  const cms = await signerCms(par, autresOctets ?? Uint8Array.from(couverts), date)
  sortie.write(cms.toString('hex'), debut + 1, 'latin1')
  return sortie
}

async function signerCms(par: Identite, octets: Uint8Array, date: Date): Promise<Buffer> {
  const condensat = createHash('sha256').update(octets).digest()
  const signe = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    certificates: [par.certificat],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: par.certificat.issuer,
          serialNumber: par.certificat.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new pkijs.Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new asn1js.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })],
            }),
            new pkijs.Attribute({
              type: '1.2.840.113549.1.9.5',
              values: [new asn1js.UTCTime({ valueDate: date })],
            }),
            new pkijs.Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [new asn1js.OctetString({ valueHex: Uint8Array.from(condensat).buffer })],
            }),
          ],
        }),
      }),
    ],
  })
  await signe.sign(par.cle, 0, 'SHA-256', Uint8Array.from(octets).buffer)
  const enveloppe = new pkijs.ContentInfo({
    contentType: pkijs.ContentInfo.SIGNED_DATA,
    content: signe.toSchema(true),
  })
  return Buffer.from(enveloppe.toSchema().toBER(false))
}
