import type { NextConfig } from 'next'

const publique =
  process.env.AUTH_URL && URL.canParse(process.env.AUTH_URL) ? new URL(process.env.AUTH_URL) : null

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pg-boss',
    '@prisma/adapter-pg',
    '@react-pdf/renderer',
    'docx',
  ],
  experimental: {
    // Le proxy lit le corps avant l'action : même limite, sinon le fichier arrive tronqué.
    proxyClientMaxBodySize: '22mb',
    serverActions: {
      // Un acte signé numérisé tient dans 20 Mo (depots.ts), plus l'enveloppe du formulaire.
      bodySizeLimit: '22mb',
      // Derrière un mandataire qui change l'hôte, l'origine publique reste seule admise.
      allowedOrigins: publique ? [publique.host] : [],
    },
  },
  // `npm run verifier` contrôle les types de toute la maison ; la construction n'a pas à juger ceux des tests.
  typescript: { ignoreBuildErrors: true },
  // L'adresse 127.0.0.1 sert en développement autant que localhost.
  allowedDevOrigins: ['127.0.0.1'],
}

export default config
