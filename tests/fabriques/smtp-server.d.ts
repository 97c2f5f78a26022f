// Ce que les tests emploient de `smtp-server`, qui ne livre pas ses types.
declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  type Suite = (erreur?: Error | null) => void
  type Options = {
    authOptional?: boolean
    disabledCommands?: string[]
    logger?: boolean
    closeTimeout?: number
    onRcptTo?: (adresse: { address: string }, session: unknown, suite: Suite) => void
    onData?: (flux: Readable, session: unknown, suite: Suite) => void
  }
  export class SMTPServer {
    constructor(options: Options)
    server: Server
    listen(port: number, hote: string, pret: () => void): Server
    close(fini: () => void): void
    on(evenement: 'error', ecouteur: (erreur: Error) => void): this
  }
}
