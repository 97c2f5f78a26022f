import { Transform } from 'node:stream'
import nodemailer from 'nodemailer'
import type { IssueEnvoi, RaisonEchec } from '../../domaine/courriel/envoi'
import { DUREE_ENVOI } from '../../domaine/courriel/envoi'

export type CourrielPret = {
  messageId: string
  destinataire: string
  destinataireNom: string
  objet: string
  texte: string
  html: string
}
export type Envoyer = (courriel: CourrielPret) => Promise<IssueEnvoi>

/** Serveur de courriel réglé par l'exploitant (vérifié au démarrage par `scripts/reglages.mjs`), ou `null`. */
export function serveurDeCourriel(env: NodeJS.ProcessEnv = process.env): Envoyer | null {
  const { SMTP_URL: url, COURRIEL_EXPEDITEUR: expediteur } = env
  return url && expediteur ? envoyeur(url, expediteur) : null
}

/** Un serveur qui n'a pas répondu dans les 60 s (connexion, accueil et transmission) est abandonné. */
export function envoyeur(url: string, expediteur: string, duree = DUREE_ENVOI): Envoyer {
  const tiers = { connectionTimeout: duree / 4, greetingTimeout: duree / 4, socketTimeout: duree / 2 }
  return async (courriel) => {
    const transport = nodemailer.createTransport({
      url,
      ...tiers,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    let remis = false
    transport.use('stream', (mail, suite) => {
      mail.message.transform(temoin(() => (remis = true)))
      suite()
    })
    const envoi = transport.sendMail(message(courriel, expediteur)).then(
      (): IssueEnvoi => ({ issue: 'accepte' }),
      (erreur: unknown): IssueEnvoi => {
        console.error(`[courriel ${courriel.messageId}]`, erreur instanceof Error ? erreur.message : erreur)
        return issueDe(erreur, remis)
      },
    )
    return Promise.race([envoi, couperApres(duree, envoi)])
  }
}

/** L'envoi continue peut-être derrière : on n'en sait plus rien. */
function couperApres(duree: number, envoi: Promise<unknown>): Promise<IssueEnvoi> {
  return new Promise((resoudre) => {
    const minuterie = setTimeout(() => resoudre({ issue: 'incertain' }), duree)
    void envoi.finally(() => clearTimeout(minuterie))
  })
}

/** Laisse passer le message et dit quand son dernier octet a été remis à la connexion. */
const temoin = (fini: () => void) =>
  new Transform({
    transform: (morceau, _, suite) => suite(null, morceau),
    flush: (suite) => {
      fini()
      suite()
    },
  })

function message(c: CourrielPret, expediteur: string): nodemailer.SendMailOptions {
  return {
    from: expediteur,
    to: { name: c.destinataireNom, address: c.destinataire },
    subject: c.objet,
    text: c.texte,
    html: c.html,
    messageId: `<${c.messageId}>`,
    // Ni réponse d'absence, ni boucle entre automates (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    textEncoding: 'quoted-printable',
  }
}

type Detail = { code?: string; responseCode?: number }

/**
 * Ce que dit une erreur d'envoi. Une fois le message entièrement remis à la connexion, seul un refus écrit du serveur
 * prouve qu'il ne l'a pas pris ; une coupure sans réponse laisse le doute.
 */
export function issueDe(erreur: unknown, remis: boolean): IssueEnvoi {
  const { code = '', responseCode } = (erreur ?? {}) as Detail
  const ecrit = (code === 'EMESSAGE' || code === 'EENVELOPE') && (responseCode ?? 0) >= 400
  if (remis && !ecrit) return { issue: 'incertain' }
  const definitif = ecrit && (responseCode ?? 0) >= 500
  return { issue: 'refuse', definitif, raison: raisonDe(code), code: ecrit ? (responseCode ?? null) : null }
}

function raisonDe(code: string): RaisonEchec {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'compte'
  if (code === 'ETLS' || code === 'EREQUIRETLS') return 'chiffrement'
  if (code === 'EMESSAGE' || code === 'EENVELOPE' || code === 'EPROTOCOL') return 'refus'
  return 'injoignable'
}
