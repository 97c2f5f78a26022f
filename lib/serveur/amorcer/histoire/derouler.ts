import 'server-only'
import { z } from 'zod'
import type { Tx } from '../../../bd/client'
import { avecActeur, avecSysteme, commeSysteme } from '../../../bd/transaction'
import { type CodeErreur, ErreurMetier } from '../../../domaine/erreurs'
import type { Acteur } from '../../../domaine/organisation/acteur'
import { acteurDuCompte } from '../../../lectures/compte/acteur-du-compte'
import { fabriquerEnvoi } from '../../signature/envoyer'
import { OUTILS, type OutilsFigement } from '../../signature/outils'
import type { Fil, Pas } from './pas'
import { CLE_HISTOIRE } from './promesse'

const schema = z.object({
  /** Nombre de pas joués. */
  pas: z.number().int().min(0),
  fil: z.record(z.string(), z.string()),
  /** Refus métier qui l'a arrêtée : quelqu'un a changé l'acte entre-temps, elle ne reprend pas. */
  arret: z.string().optional(),
})
type Avancement = z.output<typeof schema>

/** Refus qui disent une panne passagère du rendu, et non un acte que quelqu'un a changé. */
const PANNES: readonly CodeErreur[] = ['INDISPONIBLE', 'RENDU_IMPOSSIBLE']

/** `joues` : ce que cet appel a joué. */
export type BilanHistoire = { joues: number; finie: boolean; arret?: string }

/**
 * Joue les pas qui restent, chacun dans la transaction qui note son avancement : interrompue à n'importe quel instant, elle
 * reprend au pas suivant, et deux ouvriers ne jouent jamais le même. Ne fait rien dans une base à qui rien n'a été promis.
 */
export async function derouler(
  pas: readonly Pas[],
  { outils = OUTILS, arrete = () => false }: { outils?: OutilsFigement; arrete?: () => boolean } = {},
): Promise<BilanHistoire> {
  let joues = 0
  for (;;) {
    const ou = await avecSysteme(lireAvancement)
    const prochain = ou && !ou.arret ? pas[ou.pas] : undefined
    if (!ou || !prochain || arrete())
      return { joues, finie: ou?.pas === pas.length, ...(ou?.arret ? { arret: ou.arret } : {}) }
    try {
      if (await jouer(prochain, ou, outils)) joues++
    } catch (erreur) {
      if (!(erreur instanceof ErreurMetier) || PANNES.includes(erreur.code)) throw erreur
      await avecSysteme((tx) => noterArret(tx, ou, erreur.code))
    }
  }
}

async function lireAvancement(tx: Tx): Promise<Avancement | null> {
  const ligne = await tx.installation.findUnique({ where: { cle: CLE_HISTOIRE } })
  return ligne ? schema.parse(JSON.parse(ligne.valeur)) : null
}

/** Sous verrou : `null` si un autre ouvrier a joué ce pas entre-temps. */
async function tenirSaPlace(tx: Tx, attendu: Avancement): Promise<Avancement | null> {
  await tx.$queryRaw`SELECT 1 FROM installation WHERE cle = ${CLE_HISTOIRE} FOR UPDATE`
  const ici = await lireAvancement(tx)
  return ici?.pas === attendu.pas && !ici.arret ? ici : null
}

const noter = (tx: Tx, avancement: Avancement) =>
  tx.installation.update({ where: { cle: CLE_HISTOIRE }, data: { valeur: JSON.stringify(avancement) } })

async function noterArret(tx: Tx, attendu: Avancement, arret: string): Promise<void> {
  const ici = await tenirSaPlace(tx, attendu)
  if (ici) await noter(tx, { ...ici, arret })
}

async function jouer(p: Pas, ou: Avancement, outils: OutilsFigement): Promise<boolean> {
  const acteur = await acteurDe(p)
  if ('fabriquer' in p) await fabriquer(acteur, p.fabriquer(ou.fil), p.le, outils)
  const piece = 'piece' in p && p.piece ? await outils.rendre(p.piece(ou.fil)) : new Uint8Array()
  return avecActeur(acteur, async (tx) => {
    const ici = await tenirSaPlace(tx, ou)
    if (!ici) return false
    const ajout: Fil | undefined =
      'geste' in p ? await p.geste({ tx, acteur, maintenant: p.le }, ici.fil, piece) : undefined
    await retenirLesCourriels(tx, p.le)
    await noter(tx, { pas: ici.pas + 1, fil: { ...ici.fil, ...ajout } })
    return true
  })
}

/** Un autre ouvrier peut avoir confirmé le même envoi entre-temps : on le constate en recommençant. */
const fabriquer = (acteur: Acteur, envoiId: string, le: Date, outils: OutilsFigement): Promise<void> => {
  const essayer = () => fabriquerEnvoi(acteur, envoiId, le, undefined, outils)
  return essayer().catch((erreur: unknown) => {
    if (erreur instanceof ErreurMetier && erreur.code === 'MODIFIE_ENTRE_TEMPS') return essayer()
    throw erreur
  })
}

/** Le compte tel qu'il était habilité ce jour-là. */
async function acteurDe(p: Pas): Promise<Acteur> {
  const courriel = `${p.qui}@demonstration.invalid`
  const acteur = await avecSysteme(async (tx) => {
    const u = await tx.utilisateur.findUnique({ where: { courriel }, select: { id: true } })
    return u ? acteurDuCompte(tx, u.id, { maintenant: p.le, demonstration: true }) : null
  })
  if (!acteur) throw new ErreurMetier('INTROUVABLE')
  return acteur
}

/** Les courriels d'un passé fictif se lisent dans l'administration ; ils ne partent nulle part. */
const retenirLesCourriels = (tx: Tx, le: Date) =>
  commeSysteme(tx, () =>
    tx.courriel.updateMany({ where: { etat: 'EN_ATTENTE', creeLe: le }, data: { etat: 'GARDE' } }),
  )
