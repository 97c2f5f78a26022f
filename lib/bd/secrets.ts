import { createHash, randomBytes } from 'node:crypto'

/** 256 bits d'aléa, lisibles dans une adresse. */
export const nouveauSecret = (): string => randomBytes(32).toString('base64url')

/** Seule forme conservée en base d'un identifiant de session ou d'un jeton. */
export const empreinte = (secret: string): string => createHash('sha256').update(secret).digest('hex')
