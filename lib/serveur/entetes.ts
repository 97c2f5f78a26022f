type Contexte = { nonce: string; developpement: boolean; https: boolean }

/**
 * Politique de sécurité du contenu, à nonce par requête.
 * - script-src : 'strict-dynamic' fait confiance à ce que charge un script à nonce (les morceaux de Next).
 * - style-src : les feuilles de Next viennent de 'self' ; React Aria lit le nonce dans <meta property="csp-nonce">,
 *   TipTap le reçoit par `injectNonce`.
 * - style-src-attr 'unsafe-inline' : les attributs `style` rendus par le serveur (placement des listes de React Aria,
 *   largeurs de colonnes de TipTap) n'ont pas de nonce possible. Un attribut de style n'exécute rien.
 */
export function politiqueContenu({ nonce, developpement, https }: Contexte): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developpement ? " 'unsafe-eval'" : ''}`,
    // En développement, les outils de Next posent leurs propres feuilles, sans nonce.
    developpement ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  if (https) directives.push('upgrade-insecure-requests')
  return directives.join('; ')
}

/** En-têtes posés sur toute réponse dynamique. */
export function entetesSecurite(contexte: Contexte): Record<string, string> {
  return {
    'Content-Security-Policy': politiqueContenu(contexte),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), browsing-topics=()',
    'Cache-Control': 'no-store',
    ...(contexte.https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
