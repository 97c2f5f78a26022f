import 'server-only'
import { createHmac } from 'node:crypto'

/** Adresse publique déclarée (AUTH_URL), ou rien : l'application ne la devine pas d'un en-tête. */
export const adressePublique = (): string | null => process.env.AUTH_URL || null

/** Début des liens d'un courriel : l'adresse publique, ou celle de cette machine en démonstration. Sans barre finale. */
export const adresseDesLiens = (): string =>
  adressePublique()?.replace(/\/+$/, '') || `http://localhost:${process.env.PORT || 3000}`

/** Vrai si l'application est servie en HTTPS (derrière un mandataire qui chiffre) : c'est AUTH_URL qui le dit. */
export const estHttps = (): boolean => adressePublique()?.startsWith('https:') ?? false

/** Vrai dans une installation de démonstration ; hors d'elle, ses comptes au mot de passe connu sont fermés. */
export const estDemonstration = (): boolean => process.env.DEMONSTRATION === '1'

/** Secret des jetons signés. Absent, rien ne s'ouvre : aucune valeur de repli. */
export function secret(): string {
  const valeur = process.env.AUTH_SECRET
  if (!valeur || valeur.length < 32) throw new Error('AUTH_SECRET manque ou compte moins de 32 caractères')
  return valeur
}

/** Empreinte à clé d'une donnée personnelle (courriel, adresse) : comparable, jamais relue. */
export const empreinteACle = (usage: string, valeur: string): string =>
  createHmac('sha256', secret()).update(`${usage}\0${valeur}`).digest('hex')
