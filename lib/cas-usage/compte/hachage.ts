import { hash, verify } from '@node-rs/argon2'

/** Paramètres argon2id de l'OWASP (19 Mio, 2 passes, 1 fil). 2 = argon2id (l'énumération du paquet est ambiante). */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hachage d'un mot de passe oublié sitôt tiré : vérifié pour un compte inconnu, afin que la durée ne dise rien. */
export const HACHAGE_FACTICE =
  '$argon2id$v=19$m=19456,t=2,p=1$H/uQ3dU3At9e9hZkAREuZQ$E9AzGoo1LntOTLHsrKZ5EQg2ANaVcpTIbp+ZlKU0N2s'

export const hacherMotDePasse = (motDePasse: string): Promise<string> =>
  hash(motDePasse.normalize('NFC'), ARGON2ID)

/** Vérifie ; un compte sans mot de passe coûte le même temps et répond toujours faux. */
export async function verifierMotDePasse(hachage: string | null, motDePasse: string): Promise<boolean> {
  const bon = await verify(hachage ?? HACHAGE_FACTICE, motDePasse.normalize('NFC')).catch(() => false)
  return bon && hachage !== null
}
