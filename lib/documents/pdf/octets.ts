/**
 * Les types de Node 20 et de TypeScript 6 décrivent différemment la mémoire d'un Buffer ; à l'exécution, un
 * Buffer est un Uint8Array. Ce passage est le seul endroit où on le dit au compilateur.
 */
export const enOctets = (tampon: Buffer): Uint8Array => tampon as unknown as Uint8Array

/** Met bout à bout des tampons. */
export function concatener(morceaux: Buffer[]): Buffer {
  return Buffer.concat(morceaux.map(enOctets))
}
