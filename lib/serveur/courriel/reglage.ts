import 'server-only'

/** Vrai si un serveur de courriel est réglé : l'écran n'a alors plus à montrer ce qui ouvre un accès. */
export const courrielRegle = (): boolean => Boolean(process.env.SMTP_URL)
