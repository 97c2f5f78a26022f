import 'server-only'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { readSheet } from 'read-excel-file/node'
import { colonnesNominatives, estEcartee, ressembleAUnNir } from '../../domaine/engagement/import/colonnes'
import { ErreurMetier } from '../../domaine/erreurs'

/** Octets d'un tableur déposé : au-delà, le découper. */
export const TAILLE_MAX_TABLEUR = 20 * 1024 * 1024
/** Un classeur se lit en entier en mémoire, au contraire d'un CSV : il est borné plus bas. */
const TAILLE_MAX_CLASSEUR = 4 * 1024 * 1024
const DEPLIE_MAX = 120 * 1024 * 1024
const LIGNES_MAX = 200_000
const ACCEPTES = 'CSV ou classeur Excel (.xlsx)'

export type Tableur = { csv: Uint8Array; colonnes: string[]; ecartees: string[]; lignes: number }

/**
 * Lit un tableur déposé et n'en garde, en CSV, que les colonnes permises. Refuse ce qui semble nommer un patient
 * (FICHIER_NOMINATIF) avant que rien n'en soit gardé ; écarte les colonnes de texte libre.
 */
export async function lireTableur(octets: Uint8Array): Promise<Tableur> {
  if (octets.length > TAILLE_MAX_TABLEUR) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '20 Mo' })
  const zip = octets[0] === 0x50 && octets[1] === 0x4b
  const rangees = zip ? await lireClasseur(octets) : lireCsv(octets)
  let titres: string[] | null = null
  let gardees: number[] = []
  let lignes = 0
  const morceaux: string[] = []
  try {
    for await (const rangee of rangees) {
      if (titres === null) {
        titres = rangee.map((t) => t.trim())
        refuserLesPersonnes(colonnesNominatives(titres))
        gardees = titres.flatMap((t, i) => (estEcartee(t) || titres?.indexOf(t) !== i ? [] : [i]))
        morceaux.push(enCsv(gardees.map((i) => titres?.[i] ?? '')))
        continue
      }
      const nir = rangee.findIndex(ressembleAUnNir)
      if (nir >= 0) refuserLesPersonnes([titres[nir] ?? 'un numéro de sécurité sociale'])
      if (rangee.every((c) => c.trim() === '')) continue
      lignes += 1
      if (lignes > LIGNES_MAX) throw new ErreurMetier('FICHIER_TROP_GROS', { maximum: '200 000 lignes' })
      morceaux.push(enCsv(gardees.map((i) => (rangee[i] ?? '').slice(0, 120))))
    }
  } catch (erreur) {
    if (erreur instanceof ErreurMetier) throw erreur
    throw new ErreurMetier('FICHIER_REFUSE', {
      acceptes: ACCEPTES,
      raison: 'Il ne se lit pas comme un tableur',
    })
  }
  if (!titres || lignes === 0)
    throw new ErreurMetier('FICHIER_REFUSE', { acceptes: ACCEPTES, raison: 'Il ne contient aucune ligne' })
  const tous = titres
  return {
    csv: new TextEncoder().encode(morceaux.join('')),
    colonnes: gardees.map((i) => tous[i] ?? ''),
    ecartees: tous.filter((t, i) => t !== '' && !gardees.includes(i)),
    lignes,
  }
}

function refuserLesPersonnes(colonnes: string[]): void {
  if (colonnes.length)
    throw new ErreurMetier('FICHIER_NOMINATIF', { colonnes: colonnes.map((c) => `« ${c} »`) })
}

const enCsv = (cellules: readonly string[]): string =>
  `${cellules.map((c) => `"${c.replaceAll('"', '""')}"`).join(';')}\n`

/** Rangées d'un CSV, au fil de la lecture : UTF-8 ou Windows-1252, séparé par des points-virgules, virgules ou tabulations. */
export function lireCsv(octets: Uint8Array): AsyncIterable<string[]> {
  const encodage = estUtf8(octets) ? 'utf-8' : 'windows-1252'
  const debut = new TextDecoder(encodage).decode(octets.subarray(0, 4_096)).split('\n')[0] ?? ''
  const [delimiter = ';'] = [';', '\t', ','].sort((a, b) => debut.split(b).length - debut.split(a).length)
  const decodeur = new TextDecoder(encodage)
  const morceaux = function* () {
    for (let i = 0; i < octets.length; i += 65_536)
      yield decodeur.decode(octets.subarray(i, i + 65_536), { stream: true })
    yield decodeur.decode()
  }
  const source = Readable.from(morceaux())
  const lecteur = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 64_000,
  })
  source.on('error', (e) => lecteur.destroy(e))
  return source.pipe(lecteur)
}

function estUtf8(octets: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets)
    return true
  } catch {
    return false
  }
}

/** Première feuille d'un classeur. Ce qu'il annonce une fois déplié est borné avant d'être lu. */
async function lireClasseur(octets: Uint8Array): Promise<Iterable<string[]>> {
  if (octets.length > TAILLE_MAX_CLASSEUR || tailleDepliee(octets) > DEPLIE_MAX)
    throw new ErreurMetier('FICHIER_TROP_GROS', {
      maximum: '4 Mo pour un classeur ; au-delà, enregistrez-le en CSV',
    })
  try {
    const feuille = await readSheet(Buffer.from(octets))
    return feuille.map((rangee) => rangee.map(enTexte))
  } catch {
    throw new ErreurMetier('FICHIER_REFUSE', { acceptes: ACCEPTES, raison: 'Le classeur ne se lit pas' })
  }
}

/** Somme des tailles annoncées au répertoire central de l'archive. */
function tailleDepliee(octets: Uint8Array): number {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  let total = 0
  for (let i = 0; i + 46 < octets.length; i++) {
    if (vue.getUint32(i, true) !== 0x02014b50) continue
    total += vue.getUint32(i + 24, true)
    i += 45
  }
  return total
}

/** Une date de classeur n'a pas de fuseau : ses chiffres, tels qu'ils se lisent à l'écran. */
const enTexte = (cellule: unknown): string =>
  cellule instanceof Date
    ? aLaMinute(cellule)
    : cellule === null || cellule === undefined
      ? ''
      : String(cellule)

/** Un classeur compte en fractions de jour : à la minute la plus proche, sinon 9 h 30 devient 9 h 29. Minuit juste : sans heure. */
const aLaMinute = (date: Date): string =>
  new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).replace('T00:00', '')
