import { Worker } from 'node:worker_threads'
import type { DocumentNeutre } from '../blocs/blocs'
import type { DemandeOuvrier, ReponseOuvrier } from './ouvrier'
import type { RenduPdf } from './rendu'

export type OptionsGroupe = {
  /** Ouvrier compilé (`.construit/ouvrier-pdf.mjs`). */
  chemin: string | URL
  /** Nombre d'ouvriers au plus ; ils naissent au besoin (environ 200 Mo chacun). */
  nombre?: number
  /** Demandes en attente au plus : au-delà, refus immédiat. */
  attenteMax?: number
  /** Délai d'un rendu, en millisecondes ; l'ouvrier qui le dépasse est remplacé. */
  delaiMs?: number
}

export type MotifGroupe = 'sature' | 'delai' | 'ouvrier-mort' | 'arrete' | 'rendu'
/** Rendu non abouti ; le motif dit si réessayer a un sens. */
export class ErreurGroupePdf extends Error {
  override name = 'ErreurGroupePdf'
  constructor(
    readonly motif: MotifGroupe,
    message: string,
  ) {
    super(message)
  }
}

export type RenduDuGroupe = Pick<RenduPdf, 'octets' | 'pages'>

type Tache = {
  id: number
  document: DocumentNeutre
  delaiMs: number
  resoudre: (rendu: RenduDuGroupe) => void
  rejeter: (erreur: Error) => void
}
type Ouvrier = { fil: Worker; tache: Tache | null; minuterie: NodeJS.Timeout | null; congedie: boolean }

export type GroupePdf = {
  /** Rend un document dans un ouvrier : le PDF, et la page de chaque titre. `delaiMs` remplace le délai du groupe. */
  rendre(document: DocumentNeutre, delaiMs?: number): Promise<RenduDuGroupe>
  /** Refuse les nouvelles demandes, laisse finir celles en cours (jusqu'au délai), libère les fils. */
  arreter(): Promise<void>
  etat(): { ouvriers: number; occupes: number; enAttente: number }
}

/** Crée un petit groupe d'ouvriers PDF à file bornée. */
export function creerGroupePdf(options: OptionsGroupe): GroupePdf {
  const { chemin, nombre = 2, attenteMax = 50, delaiMs = 30_000 } = options
  const ouvriers = new Set<Ouvrier>()
  const attente: Tache[] = []
  let numero = 0
  let arrete = false
  let reveiller: (() => void) | null = null

  const liberer = (ouvrier: Ouvrier): Tache | null => {
    if (ouvrier.minuterie) clearTimeout(ouvrier.minuterie)
    const { tache } = ouvrier
    ouvrier.tache = null
    ouvrier.minuterie = null
    return tache
  }

  const congedier = (ouvrier: Ouvrier, erreur: ErreurGroupePdf) => {
    if (ouvrier.congedie) return
    ouvrier.congedie = true
    ouvriers.delete(ouvrier)
    liberer(ouvrier)?.rejeter(erreur)
    void ouvrier.fil.terminate()
    distribuer()
  }

  const embaucher = (): Ouvrier => {
    const ouvrier: Ouvrier = {
      // Un espace jeune plus grand épargne au rendu une part de son ramassage de mémoire.
      fil: new Worker(chemin, { resourceLimits: { maxYoungGenerationSizeMb: 64 } }),
      tache: null,
      minuterie: null,
      congedie: false,
    }
    ouvrier.fil.unref()
    ouvrier.fil.on('message', (reponse: ReponseOuvrier) => {
      if (ouvrier.congedie || ouvrier.tache?.id !== reponse.id) return
      const tache = liberer(ouvrier)
      ouvrier.fil.unref()
      if ('octets' in reponse) {
        const { buffer, byteOffset, byteLength } = reponse.octets
        tache?.resoudre({ octets: Buffer.from(buffer, byteOffset, byteLength), pages: reponse.pages })
      } else tache?.rejeter(new ErreurGroupePdf('rendu', reponse.erreur))
      distribuer()
    })
    ouvrier.fil.on('error', (erreur) =>
      congedier(
        ouvrier,
        new ErreurGroupePdf('ouvrier-mort', `L’ouvrier PDF s’est arrêté : ${erreur.message}`),
      ),
    )
    ouvrier.fil.on('exit', (code) =>
      congedier(ouvrier, new ErreurGroupePdf('ouvrier-mort', `L’ouvrier PDF s’est arrêté (code ${code})`)),
    )
    ouvriers.add(ouvrier)
    return ouvrier
  }

  const distribuer = () => {
    while (attente.length > 0) {
      const libre =
        [...ouvriers].find((o) => o.tache === null) ?? (ouvriers.size < nombre ? embaucher() : null)
      if (!libre) break
      const tache = attente.shift()
      if (!tache) break
      libre.tache = tache
      libre.fil.ref()
      libre.minuterie = setTimeout(
        () =>
          congedier(
            libre,
            new ErreurGroupePdf('delai', `Le rendu a dépassé ${Math.round(tache.delaiMs / 1000)} s`),
          ),
        tache.delaiMs,
      )
      libre.fil.postMessage({ id: tache.id, document: tache.document } satisfies DemandeOuvrier)
    }
    if (attente.length === 0 && [...ouvriers].every((o) => o.tache === null)) reveiller?.()
  }

  return {
    rendre(document, delaiDuDocument = delaiMs) {
      if (arrete) return Promise.reject(new ErreurGroupePdf('arrete', 'Le groupe de rendu est arrêté'))
      const pleins = ouvriers.size >= nombre && [...ouvriers].every((o) => o.tache !== null)
      if (pleins && attente.length >= attenteMax) {
        return Promise.reject(
          new ErreurGroupePdf('sature', 'Trop de documents en préparation, réessayez dans un instant'),
        )
      }
      return new Promise((resoudre, rejeter) => {
        numero += 1
        attente.push({ id: numero, document, delaiMs: delaiDuDocument, resoudre, rejeter })
        distribuer()
      })
    },
    async arreter() {
      arrete = true
      if (attente.length > 0 || [...ouvriers].some((o) => o.tache !== null)) {
        await new Promise<void>((fini) => {
          reveiller = fini
        })
      }
      for (const ouvrier of ouvriers) ouvrier.congedie = true
      const fils = [...ouvriers].map((o) => o.fil.terminate())
      ouvriers.clear()
      await Promise.all(fils)
    },
    etat: () => ({
      ouvriers: ouvriers.size,
      occupes: [...ouvriers].filter((o) => o.tache !== null).length,
      enAttente: attente.length,
    }),
  }
}
