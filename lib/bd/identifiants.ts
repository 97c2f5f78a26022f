import { randomBytes } from 'node:crypto'

/** UUID version 7 : ordonné dans le temps, donc bon pour la pagination par clé et les index. */
export function nouvelId(maintenant: number = Date.now()): string {
  const o = randomBytes(16)
  o.writeUIntBE(maintenant, 0, 6)
  o[6] = (o.readUInt8(6) & 0x0f) | 0x70
  o[8] = (o.readUInt8(8) & 0x3f) | 0x80
  const h = o.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}
