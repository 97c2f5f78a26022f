import 'server-only'
import { headers } from 'next/headers'
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { saisieConnexion } from '../domaine/compte/saisies'
import { DUREE_MAXIMALE } from '../domaine/compte/session'
import { ErreurMetier } from '../domaine/erreurs'
import { adresseClient, ENTETE_PAIRE } from './adresse-client'
import { estHttps, secret } from './environnement'
import { fermerSession, ouvrirSession } from './ouverture'
import { suiteInterne } from './suite'

/** Refus métier porté à travers next-auth, qui ne laisse passer que ses propres erreurs. */
class RefusConnexion extends CredentialsSignin {
  constructor(readonly refus: ErreurMetier) {
    super(refus.code)
    this.code = refus.code
  }
}

/** Le préfixe __Host- interdit qu'un sous-domaine voisin pose ce témoin à notre place. */
export const nomTemoin = (): string => (estHttps() ? '__Host-trait-d-union' : 'trait-d-union')

async function autoriser(brut: unknown, requete: Request): Promise<{ id: string } | null> {
  const lu = saisieConnexion.safeParse(brut)
  if (!lu.success) return null
  try {
    const demande = {
      ...lu.data,
      adresse: adresseClient({
        paire: requete.headers.get(ENTETE_PAIRE),
        transmise: requete.headers.get('x-forwarded-for'),
        mandataires: process.env.MANDATAIRES_DE_CONFIANCE,
      }),
      agent: requete.headers.get('user-agent'),
    }
    return { id: await ouvrirSession(demande, new Date()) }
  } catch (erreur) {
    throw erreur instanceof ErreurMetier ? new RefusConnexion(erreur) : erreur
  }
}

function configuration(): NextAuthConfig {
  const https = estHttps()
  return {
    secret: secret(),
    trustHost: true,
    useSecureCookies: https,
    session: { strategy: 'jwt', maxAge: DUREE_MAXIMALE / 1000 },
    pages: { signIn: '/connexion', signOut: '/connexion', error: '/connexion' },
    cookies: {
      sessionToken: {
        name: nomTemoin(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: https },
      },
    },
    providers: [
      Credentials({
        credentials: { courriel: { type: 'email' }, motDePasse: { type: 'password' } },
        authorize: autoriser,
      }),
    ],
    callbacks: {
      // Le jeton ne porte que l'identifiant de session : ni nom, ni courriel, ni droit qui vieilliraient avec lui.
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      // /api/auth/session est lisible par le script de la page : rien n'en sort, surtout pas l'identifiant.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => new URL(suiteInterne(url.replace(baseUrl, '') || '/'), baseUrl).href,
    },
    events: {
      signOut: async (message) => {
        const sid = 'token' in message ? message.token?.sid : null
        if (typeof sid === 'string') await fermerSession(sid, new Date())
      },
    },
    logger: {
      error: (erreur) => {
        if (!(erreur instanceof CredentialsSignin)) console.error(erreur)
      },
      warn: () => {},
      debug: () => {},
    },
  }
}

const { handlers, signIn, signOut } = NextAuth(configuration)

export { handlers }

/** Ouvre la session de la requête en cours (action serveur). Lève IDENTIFIANTS_REFUSES ou TROP_DE_TENTATIVES. */
export async function connecter(courriel: string, motDePasse: string): Promise<void> {
  try {
    await signIn('credentials', { courriel, motDePasse, redirect: false, redirectTo: '/' })
  } catch (erreur) {
    if (erreur instanceof RefusConnexion) throw erreur.refus
    if (erreur instanceof CredentialsSignin) throw new ErreurMetier('IDENTIFIANTS_REFUSES')
    // Une panne de base arrive emballée : la porte des écritures doit reconnaître la cause.
    if (erreur instanceof AuthError && erreur.cause?.err) throw erreur.cause.err
    throw erreur
  }
}

/** Ferme la session en cours, en base puis dans le navigateur. */
export async function deconnecter(): Promise<void> {
  await signOut({ redirect: false, redirectTo: '/connexion' })
}

/** Adresse du client de la requête en cours, pour compter les essais. */
export async function adresseDeLaRequete(): Promise<string | null> {
  const entetes = await headers()
  return adresseClient({
    paire: entetes.get(ENTETE_PAIRE),
    transmise: entetes.get('x-forwarded-for'),
    mandataires: process.env.MANDATAIRES_DE_CONFIANCE,
  })
}
