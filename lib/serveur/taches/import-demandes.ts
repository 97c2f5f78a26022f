import 'server-only'
import { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import type { Contexte } from '../../cas-usage/contexte'
import {
  cloreLot,
  effacerPaquet,
  inscrirePaquet,
  type LigneAInscrire,
  mesuresDesPortees,
  noterEssai,
  porteesDuLot,
  recompterMesure,
} from '../../cas-usage/demande/mener-lot'
import type { Correspondance } from '../../domaine/engagement/import/colonnes'
import { cleDeDoublon, type ErreurLigne } from '../../domaine/engagement/import/ligne'
import { ErreurMetier } from '../../domaine/erreurs'
import { clesConnues, type LotEnMain, lireLot } from '../../lectures/demande/lire-lot'
import { nombre } from '../../presentation/typographie'
import { lireCsv } from '../demandes/tableur'
import type { Resultat, Travail } from './registre'

const schema = z.object({ lotId: z.uuid(), geste: z.enum(['essayer', 'importer', 'annuler']) })
const PAQUET = 500
/** Erreurs décrites ligne à ligne ; au-delà, elles sont comptées. */
const ERREURS_DITES = 200

/**
 * Essaie, importe ou annule un lot de demandes. Le fichier se lit par paquets, chacun dans sa transaction : repris après une
 * panne, l'import repart du dernier paquet inscrit.
 */
export async function menerImport(travail: Travail): Promise<Resultat> {
  const { lotId, geste } = schema.parse(travail.saisie)
  const lot = await lireLot(travail.acteur, lotId, travail.maintenant)
  if (geste === 'annuler') await annuler(travail, lotId, lot?.groupeId ?? null)
  else if (!lot?.octets) throw new ErreurMetier('INTROUVABLE')
  else if (geste === 'essayer') await essayer(travail, lot)
  else await importer(travail, lot)
  return undefined
}

const jouer = <T>({ acteur, maintenant }: Travail, cas: (c: Contexte) => Promise<T>): Promise<T> =>
  avecActeur(acteur, (tx) => cas({ tx, acteur, maintenant }))

type Examinee = {
  ligne: number
  erreurs: ErreurLigne[]
  aInscrire: LigneAInscrire | null
  sansHeure: boolean
}

/** Paquets de lignes lues, dans l'ordre du fichier ; la ligne 1 est celle des titres. */
async function* paquets(lot: LotEnMain, depuis: number): AsyncGenerator<Examinee[]> {
  let titres: string[] | null = null
  let ligne = 1
  let paquet: Examinee[] = []
  for await (const rangee of lireCsv(lot.octets ?? new Uint8Array())) {
    if (titres === null) {
      titres = rangee
      continue
    }
    ligne += 1
    if (ligne - 1 <= depuis) continue
    paquet.push(examinerLigne(lot, titres, rangee, ligne))
    if (paquet.length === PAQUET) {
      yield paquet
      paquet = []
    }
  }
  if (paquet.length) yield paquet
}

function examinerLigne(
  lot: LotEnMain,
  titres: readonly string[],
  rangee: readonly string[],
  ligne: number,
): Examinee {
  const correspondance: Correspondance = lot.correspondance
  const cellules = Object.fromEntries(
    titres.flatMap((t, i) => (correspondance[t] ? [[correspondance[t], rangee[i] ?? '']] : [])),
  )
  const lu = lot.lire(cellules)
  if ('erreurs' in lu) return { ligne, erreurs: lu.erreurs, aInscrire: null, sansHeure: false }
  const { lieu, erreur } = lot.situer(lu.ligne)
  if (!lieu) return { ligne, erreurs: [erreur], aInscrire: null, sansHeure: false }
  return {
    ligne,
    erreurs: [],
    aInscrire: { ligne, demande: lu.ligne.demande, lieu },
    sansHeure: lu.ligne.sansHeure,
  }
}

const cleDe = (l: LigneAInscrire) => cleDeDoublon({ ...l.demande, centreId: l.lieu.centreId })

async function essayer(travail: Travail, lot: LotEnMain): Promise<void> {
  const vues = new Set<string>()
  const r = { lues: 0, bonnes: 0, fautives: 0, doublons: 0, sansHeure: 0 }
  const erreurs: { ligne: number; champ: string; code: string }[] = []
  const doublons: number[] = []
  for await (const paquet of paquets(lot, 0)) {
    const connues = await clesConnues(
      travail.acteur,
      paquet.flatMap((e) => e.aInscrire ?? []),
    )
    for (const e of paquet) {
      r.lues += 1
      if (!e.aInscrire) {
        r.fautives += 1
        for (const x of e.erreurs) if (erreurs.length < ERREURS_DITES) erreurs.push({ ligne: e.ligne, ...x })
        continue
      }
      const cle = cleDe(e.aInscrire)
      if (vues.has(cle) || connues.has(cle)) {
        r.doublons += 1
        if (doublons.length < ERREURS_DITES) doublons.push(e.ligne)
      } else r.bonnes += 1
      vues.add(cle)
      if (e.sansHeure) r.sansHeure += 1
    }
    await travail.avancer((100 * r.lues) / Math.max(lot.lignes, 1), `${nombre(r.lues)} lignes lues`)
  }
  const rapport = { ...r, erreurs, lignesEnDouble: doublons }
  await jouer(travail, (c) => noterEssai(c, { lotId: lot.id, tacheId: travail.tacheId, rapport }))
}

async function importer(travail: Travail, lot: LotEnMain): Promise<void> {
  if (lot.etat === 'IMPORTE') return
  let lues = lot.lues
  for await (const paquet of paquets(lot, lot.lues)) {
    const bonnes = paquet.flatMap((e) => e.aInscrire ?? [])
    const connues = lot.doublons ? new Set<string>() : await clesConnues(travail.acteur, bonnes)
    const lignes = bonnes.filter((l) => {
      const cle = cleDe(l)
      if (lot.doublons || !connues.has(cle)) {
        connues.add(cle)
        return true
      }
      return false
    })
    const de = lues
    lues += paquet.length
    await jouer(travail, (c) => inscrirePaquet(c, { lotId: lot.id, de, a: lues, lignes }))
    await travail.avancer(
      (85 * lues) / Math.max(lot.lignes, 1),
      `${nombre(lues)} lignes sur ${nombre(lot.lignes)}`,
    )
  }
  await recompter(travail, lot.groupeId, await jouer(travail, (c) => porteesDuLot(c, lot.id)), 85)
  const inscrites = await jouer(travail, (c) => c.tx.demande.count({ where: { lotId: lot.id } }))
  await jouer(travail, (c) => cloreLot(c, { lotId: lot.id, centreId: lot.centreId, nombre: inscrites }))
}

type Portees = Awaited<ReturnType<typeof porteesDuLot>>
async function recompter(
  travail: Travail,
  groupeId: string,
  portees: Portees,
  depuis: number,
): Promise<void> {
  const ids = await jouer(travail, (c) => mesuresDesPortees(c, groupeId, portees, { refuserFigees: false }))
  for (const [i, mesureId] of ids.entries()) {
    await travail.avancer(depuis + ((100 - depuis) * i) / ids.length, 'Les taux se recomptent')
    await jouer(travail, (c) => recompterMesure(c, groupeId, mesureId))
  }
}

async function annuler(travail: Travail, lotId: string, groupeId: string | null): Promise<void> {
  if (!groupeId) throw new ErreurMetier('INTROUVABLE')
  const portees = await jouer(travail, (c) => porteesDuLot(c, lotId))
  await jouer(travail, (c) => mesuresDesPortees(c, groupeId, portees, { refuserFigees: true }))
  for (let effacees = 0; ; ) {
    const n = await jouer(travail, (c) => effacerPaquet(c, lotId, 2_000))
    if (n === 0) break
    effacees += n
    await travail.avancer(50, `${nombre(effacees)} demandes effacées`)
  }
  await recompter(travail, groupeId, portees, 60)
}
