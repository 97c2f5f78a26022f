import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { entetesSecurite } from './lib/serveur/entetes'

/**
 * Pose les en-têtes de sécurité et le nonce de la requête. Ce n'est pas une garde : les droits se vérifient dans
 * chaque page, action et route.
 */
export function proxy(requete: NextRequest): NextResponse {
  const nonce = randomBytes(18).toString('base64')
  const entetes = entetesSecurite({
    nonce,
    developpement: process.env.NODE_ENV === 'development',
    https: process.env.AUTH_URL?.startsWith('https:') ?? false,
  })
  const vers = new Headers(requete.headers)
  vers.set('x-nonce', nonce)
  vers.set('x-chemin', requete.nextUrl.pathname + requete.nextUrl.search)
  vers.set('Content-Security-Policy', entetes['Content-Security-Policy'] ?? '')
  const reponse = NextResponse.next({ request: { headers: vers } })
  for (const [nom, valeur] of Object.entries(entetes)) reponse.headers.set(nom, valeur)
  // L'adresse d'une invitation est un secret : elle ne suit aucun lien et n'entre dans aucun moteur.
  if (requete.nextUrl.pathname.startsWith('/invitation/')) {
    reponse.headers.set('Referrer-Policy', 'no-referrer')
    reponse.headers.set('X-Robots-Tag', 'noindex, nofollow')
  }
  return reponse
}

export const config = {
  // Les fichiers à nom haché gardent leur cache ; tout le reste passe ici.
  matcher: ['/((?!_next/static|_next/image|favicon.ico|polices/).*)'],
}
