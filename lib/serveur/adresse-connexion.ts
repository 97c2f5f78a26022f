import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { ENTETE_PAIRE } from './adresse-client'

const global_ = globalThis as unknown as { adressesEcoutees?: boolean }

/** Récrit l'en-tête interne de chaque requête avec l'adresse réelle de la connexion. Une seule fois par processus. */
export function ecouterAdresses(): void {
  if (global_.adressesEcoutees) return
  global_.adressesEcoutees = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[ENTETE_PAIRE] = request.socket.remoteAddress ?? ''
  })
}
