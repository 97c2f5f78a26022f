import { randomBytes } from 'node:crypto'

let rang = 0

/** Vrai pour un UUID bien formé : PostgreSQL fait une panne de tout autre texte comparé à une clé. */
export const estIdentifiant = (texte: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(texte)

/**
 * UUID version 7 : ordonné dans le temps, donc bon pour la pagination par clé et les index. Dans un même processus, deux
 * identifiants de la même milliseconde gardent leur ordre, à un tour de compteur près (12 bits, RFC 9562 § 6.2) : le journal se relit
 * dans l'ordre des faits.
 */
export function nouvelId(maintenant: number = Date.now()): string {
  rang = (rang + 1) & 0xfff
  const o = randomBytes(16)
  o.writeUIntBE(maintenant, 0, 6)
  o.writeUInt16BE(0x7000 | rang, 6)
  o[8] = (o.readUInt8(8) & 0x3f) | 0x80
  const h = o.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}
