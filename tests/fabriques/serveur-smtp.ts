import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'

type Refus = { code: number; ou: 'destinataire' | 'message' }
export type Recu = { messageId: string; brut: string }

/**
 * Un vrai serveur SMTP sur cette machine. `refuser` fait répondre un code ; `avantAccord` retient la réponse finale :
 * le message est alors arrivé en entier, sans que l'expéditeur le sache.
 */
export async function unServeurSmtp(portVoulu = 0) {
  const recus: Recu[] = []
  const etat: { refus: Refus | null; avantAccord: ((recu: Recu) => Promise<void>) | null } = {
    refus: null,
    avantAccord: null,
  }
  const refuser = (ou: Refus['ou']) =>
    etat.refus?.ou === ou ? Object.assign(new Error('refus'), { responseCode: etat.refus.code }) : null
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 200,
    onRcptTo: (_, __, suite) => suite(refuser('destinataire')),
    onData: (flux, _, suite) => {
      void lire(flux).then(async (brut) => {
        const refus = refuser('message')
        if (refus) return suite(refus)
        const recu = { messageId: /^Message-ID: <(.+)>\r?$/im.exec(brut)?.[1] ?? '', brut }
        recus.push(recu)
        await etat.avantAccord?.(recu)
        suite()
      })
    },
  })
  serveur.on('error', () => {}) // une connexion coupée par un ouvrier tué
  await new Promise<void>((pret) => serveur.listen(portVoulu, '127.0.0.1', pret))
  const { port } = serveur.server.address() as AddressInfo
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    recus,
    refuser: (refus: Refus | null) => {
      etat.refus = refus
    },
    retenir: (avant: ((recu: Recu) => Promise<void>) | null) => {
      etat.avantAccord = avant
    },
    fermer: () => new Promise<void>((fini) => serveur.close(fini)),
  }
}

async function lire(flux: Readable): Promise<string> {
  const morceaux: Buffer[] = []
  for await (const morceau of flux) morceaux.push(morceau as Buffer)
  return Buffer.concat(morceaux).toString()
}
