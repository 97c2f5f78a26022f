// Banc des demandes : 100 000 lignes de tableur lues, essayées à blanc, importées, comptées puis annulées, la mémoire relevée
// à chaque paquet. Rend ses nombres en JSON.
import pg from 'pg'
import { uneConventionSuivie } from '../../e2e/aides/demandes'
import { fermerBase } from '../../lib/bd/client'
import { avecActeur } from '../../lib/bd/transaction'
import type { Contexte } from '../../lib/cas-usage/contexte'
import { annulerLot, deposerLot, lancerLot } from '../../lib/cas-usage/demande/lots'
import { proposer } from '../../lib/domaine/engagement/import/colonnes'
import { acteurDuCompte } from '../../lib/lectures/compte/acteur-du-compte'
import { lireTableur } from '../../lib/serveur/demandes/tableur'
import { menerImport } from '../../lib/serveur/taches/import-demandes'

const combien = Number(process.argv[2] ?? 100_000)
const proprietaire = new pg.Client({ connectionString: process.env.DATABASE_URL_PROPRIETAIRE })
await proprietaire.connect()
await uneConventionSuivie(proprietaire, 'villejuif', 'HUPS-VIL-2026-903')
const un = async (code: string) =>
  (await proprietaire.query<{ id: string }>('SELECT id FROM organisation WHERE code = $1', [code])).rows[0]
    ?.id ?? ''
const [siteId, centreId] = [await un('bicetre'), await un('villejuif')]

const acteur = await avecActeur(null, async (tx) => {
  const u = await tx.utilisateur.findUniqueOrThrow({
    where: { courriel: 'partenariats.hups@demonstration.invalid' },
  })
  return acteurDuCompte(tx, u.id, { maintenant: new Date(), demonstration: true })
})
if (!acteur) throw new Error('le compte de démonstration est fermé')
const agir = <T>(cas: (c: Contexte) => Promise<T>): Promise<T> =>
  avecActeur(acteur, (tx) => cas({ tx, acteur, maintenant: new Date() }))

const deux = (n: number) => String(n).padStart(2, '0')
/** Une demande par minute et demie en remontant le temps, répondue quelques heures après : environ cent jours. */
function ligne(i: number): string {
  const d = new Date(Date.now() - 5 * 86_400_000 - i * 90_000)
  const ecrire = (x: Date) =>
    `${deux(x.getUTCDate())}/${deux(x.getUTCMonth() + 1)}/${x.getUTCFullYear()} ${x.getUTCHours()}:${deux(x.getUTCMinutes())}`
  return `${ecrire(d)};Scanner;${i % 3 ? 'Urgent' : 'Semi-urgent'};${i % 7 ? ecrire(new Date(d.getTime() + (i % 90) * 3_600_000)) : ''}`
}

const memoire: number[] = []
const relever = () => memoire.push(Math.round(process.memoryUsage().rss / 1_048_576))
const chrono = async <T>(travail: () => Promise<T>): Promise<[T, number]> => {
  const debut = performance.now()
  return [await travail(), Math.round((performance.now() - debut) / 100) / 10]
}
const lignes = Array.from({ length: combien }, (_, i) => ligne(i))
const octets = new TextEncoder().encode(
  `Demandée le;Examen;Degré demandé;Répondue le\n${lignes.join('\n')}\n`,
)
lignes.length = 0
const [tableur, lecture] = await chrono(() => lireTableur(octets))
const { lotId } = await agir((c) => deposerLot(c, { siteId, centreId, nom: 'banc.csv', tableur }))
const version = () =>
  agir(async ({ tx }) => (await tx.lotDemandes.findUniqueOrThrow({ where: { id: lotId } })).version)

async function mener(geste: 'essayer' | 'importer' | 'annuler') {
  const v = await version()
  const correspondance = { ...proposer(tableur.colonnes) }
  const { tacheId } = await agir((c) =>
    geste === 'annuler'
      ? annulerLot(c, { lotId, version: v })
      : lancerLot(c, { lotId, version: v, geste, correspondance, doublons: true }),
  )
  if (!acteur) throw new Error('sans acteur')
  memoire.length = 0
  const travail = { acteur, tacheId, acteId: '', saisie: { lotId, geste }, maintenant: new Date() }
  const [, secondes] = await chrono(() => menerImport({ ...travail, avancer: async () => void relever() }))
  const moitie = memoire.slice(memoire.length >> 1)
  return {
    secondes,
    'mémoire à mi-course (Mo)': moitie[0],
    'mémoire au plus haut ensuite (Mo)': Math.max(...moitie),
  }
}
const essai = await mener('essayer')
const rapport = await agir(
  async ({ tx }) => (await tx.lotDemandes.findUniqueOrThrow({ where: { id: lotId } })).rapport,
)
const importees = await mener('importer')
const { rows } = await proprietaire.query<{ n: string; p: string }>(
  'SELECT count(*) AS n, count(DISTINCT lot_ligne) AS p FROM demande WHERE lot_id = $1',
  [lotId],
)
const annulation = await mener('annuler')
process.stdout.write(
  `${JSON.stringify({
    lignes: combien,
    'lecture du fichier (s)': lecture,
    essai,
    import: importees,
    inscrites: Number(rows[0]?.n),
    'lignes distinctes': Number(rows[0]?.p),
    rapport: { ...(rapport as object), erreurs: undefined, lignesEnDouble: undefined },
    annulation,
  })}\n`,
)
await proprietaire.end()
await fermerBase()
