import { createHash } from 'node:crypto'
import type { Tx } from './client'
import { nouvelId } from './identifiants'

export type FichierGarde = { id: string; nom: string; type: string; taille: number; empreinte: string }
export type AGarder = {
  nom: string
  type: string
  octets: Uint8Array
  usage: string
  acteId: string | null
  /** Du seul côté du groupe rédacteur. */
  interne?: boolean
  creeLe: Date
  creePar: string | null
}

/**
 * Port de stockage des fichiers : octets gardés tels quels avec leur SHA-256, dans la transaction du fait. Un seul
 * exemplaire aujourd'hui, PostgreSQL ; la sécurité par ligne dit qui lit et qui écrit.
 */
export type Stockage = {
  garder(fichier: AGarder): Promise<FichierGarde>
  /** Ce qu'un fichier est, sans ses octets ; `null` s'il est inconnu ou hors de portée. */
  decrire(
    id: string,
  ): Promise<(FichierGarde & { acteId: string | null; usage: string; creePar: string | null }) | null>
  /** Octets et description ; vérifie l'empreinte : un fichier abîmé ne se sert pas. */
  ouvrir(id: string): Promise<(FichierGarde & { octets: Uint8Array<ArrayBuffer> }) | null>
  /** Rattache à un acte un dépôt de l'acteur ; faux s'il n'est pas à lui, déjà rattaché, ou déposé sous un autre usage que `depose`. */
  rattacher(id: string, acteId: string, par: string, usage: string, depose?: string): Promise<boolean>
}

const CHAMPS = { id: true, nom: true, type: true, taille: true, empreinte: true } as const

/** Fichier dont les octets ne donnent plus l'empreinte gardée : la base a été abîmée ou changée à la main. */
export class ErreurFichierAbime extends Error {
  override name = 'ErreurFichierAbime'
}

/** Le stockage, dans cette transaction. */
export function stockage(tx: Tx): Stockage {
  return {
    async garder({ octets, interne = false, ...f }) {
      const contenu = Uint8Array.from(octets)
      const cree = { ...f, id: nouvelId(), taille: contenu.length, empreinte: empreinteDe(contenu) }
      await tx.fichier.create({ data: { ...cree, interne, contenu }, select: { id: true } })
      return { id: cree.id, nom: f.nom, type: f.type, taille: cree.taille, empreinte: cree.empreinte }
    },
    decrire: (id) =>
      tx.fichier.findUnique({
        where: { id },
        select: { ...CHAMPS, acteId: true, usage: true, creePar: true },
      }),
    async ouvrir(id) {
      const f = await tx.fichier.findUnique({ where: { id }, select: { ...CHAMPS, contenu: true } })
      if (!f) return null
      const { contenu, ...reste } = f
      const octets = new Uint8Array(contenu)
      if (empreinteDe(octets) !== f.empreinte) throw new ErreurFichierAbime(`Fichier ${id} abîmé`)
      return { ...reste, octets }
    },
    async rattacher(id, acteId, par, usage, depose) {
      const { count } = await tx.fichier.updateMany({
        where: { id, acteId: null, creePar: par, usage: depose },
        data: { acteId, usage },
      })
      return count === 1
    },
  }
}

const empreinteDe = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex')
