import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Trait d’union', template: '%s — Trait d’union' },
  description: 'Les conventions entre hôpitaux et centres municipaux de santé, du besoin au suivi.',
  applicationName: 'Trait d’union',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f5f3' },
    { media: '(prefers-color-scheme: dark)', color: '#14181a' },
  ],
}

/** Le thème choisi est posé par le serveur : pas de script en ligne, pas d'éclair au chargement. */
export default async function Gabarit({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value
  const nonce = (await headers()).get('x-nonce')
  return (
    <html lang="fr" data-theme={theme === 'sombre' || theme === 'clair' ? theme : undefined}>
      {nonce && (
        <head>
          {/* React Aria y lit le nonce de ses feuilles de style. */}
          <meta property="csp-nonce" nonce={nonce} content={nonce} />
        </head>
      )}
      <body className="flex min-h-dvh flex-col">
        <a
          href="#contenu"
          className="sr-only z-60 rounded-md bg-accent px-4 py-3 font-medium text-sur-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Aller au contenu
        </a>
        {children}
      </body>
    </html>
  )
}
