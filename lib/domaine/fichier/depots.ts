/** Taille maximale d'un dépôt, en octets (20 Mio). */
export const TAILLE_MAX_DEPOT = 20 * 1024 * 1024
/** Taille maximale d'un formulaire vierge, en octets (10 Mio) : il part avec le texte. */
export const TAILLE_MAX_FORMULAIRE = 10 * 1024 * 1024
/** Taille maximale d'un logo, en octets (500 Kio). */
export const TAILLE_MAX_LOGO = 500 * 1024

const SIGNATURES: readonly { type: string; debut: readonly number[]; extension: string }[] = [
  { type: 'application/pdf', debut: [0x25, 0x50, 0x44, 0x46, 0x2d], extension: 'pdf' },
  { type: 'image/jpeg', debut: [0xff, 0xd8, 0xff], extension: 'jpg' },
  { type: 'image/png', debut: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], extension: 'png' },
  { type: 'image/tiff', debut: [0x49, 0x49, 0x2a, 0x00], extension: 'tif' },
  { type: 'image/tiff', debut: [0x4d, 0x4d, 0x00, 0x2a], extension: 'tif' },
]

/** Type réel d'un fichier d'après ses premiers octets, jamais d'après son nom ; `null` s'il n'est pas accepté. */
export function typeDeDepot(octets: Uint8Array): string | null {
  return SIGNATURES.find((s) => s.debut.every((o, i) => octets[i] === o))?.type ?? null
}

/** Nom de fichier sans chemin ni caractère de commande, 150 caractères au plus. */
export function nomDeDepot(nom: string): string {
  const propre = nom
    .replace(/^.*[\\/]/, '')
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '')
    .trim()
  return propre.slice(-150) || 'document'
}
