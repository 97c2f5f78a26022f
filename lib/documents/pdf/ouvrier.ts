import { parentPort } from 'node:worker_threads'
import type { DocumentNeutre } from '../blocs/blocs'
import { type RenduPdf, rendrePdfDetaille } from './rendu'

/** Ce que le groupe envoie à un ouvrier, et ce qu'il en reçoit. */
export type DemandeOuvrier = { id: number; document: DocumentNeutre }
export type ReponseOuvrier =
  | ({ id: number; octets: Uint8Array } & Pick<RenduPdf, 'pages'>)
  | { id: number; erreur: string }

const port = parentPort
if (!port) throw new Error('Cet ouvrier se lance dans un fil d’exécution')

port.on('message', ({ id, document }: DemandeOuvrier) => {
  rendrePdfDetaille(document).then(
    ({ octets: tampon, pages }) => {
      // Copie compacte : sa mémoire passe à l'autre fil sans être dupliquée.
      const octets = Uint8Array.from(tampon)
      port.postMessage({ id, octets, pages } satisfies ReponseOuvrier, [octets.buffer])
    },
    (erreur: unknown) => {
      port.postMessage({
        id,
        erreur: erreur instanceof Error ? erreur.message : String(erreur),
      } satisfies ReponseOuvrier)
    },
  )
})
