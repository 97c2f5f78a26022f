import 'server-only'
import type { Tx } from '../../bd/client'
import { mettreEnFile } from '../../bd/file'
import { stockage } from '../../bd/stockage'
import { avecActeur, avecSysteme } from '../../bd/transaction'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import { GENRES_TACHE } from '../../domaine/tache/genres'
import { acteurDuCompte } from '../../lectures/compte/acteur-du-compte'
import { estDemonstration } from '../environnement'
import { phraseDeLEchec } from '../pannes'
import type { Executant, Registre, Resultat } from '../taches/registre'

type Prise = NonNullable<Awaited<ReturnType<typeof prendre>>>
const SIGNE_DE_VIE = 5_000

/** La tâche a été reprise par un autre ouvrier, ou n'existe plus : ce qui se faisait ici ne compte plus. */
class TacheReprise extends Error {}

/** Tâches que ce processus tient, pour les rendre s'il s'arrête. */
const tenues = new Map<string, number>()

/** Exécute une tâche sous le périmètre que son demandeur a aujourd'hui. */
export async function traiterTache(
  id: string,
  { registre, maintenant }: { registre: Registre; maintenant: () => Date },
): Promise<void> {
  const tache = await prendre(id, maintenant())
  if (!tache) return
  tenues.set(id, tache.essais)
  const battre = setInterval(() => void signaler(tache, {}, maintenant()).catch(() => {}), SIGNE_DE_VIE)
  try {
    const acteur = await demandeur(tache, maintenant())
    const resultat = await executant(
      registre,
      tache.genre,
    )({
      acteur,
      tacheId: id,
      acteId: tache.acteId,
      saisie: tache.saisie,
      maintenant: maintenant(),
      avancer: (pourcent, phrase) => avancer(tache, pourcent, phrase, maintenant()),
    })
    await reussir(acteur, tache, resultat, maintenant())
  } catch (erreur) {
    if (erreur instanceof TacheReprise) return
    await echouer(tache, phraseDeLEchec(erreur), maintenant())
  } finally {
    clearInterval(battre)
    tenues.delete(id)
  }
}

function prendre(id: string, maintenant: Date) {
  return avecSysteme(async (tx) => {
    const { count } = await tx.tache.updateMany({
      where: { id, etat: 'EN_ATTENTE' },
      data: { etat: 'EN_COURS', essais: { increment: 1 }, vueLe: maintenant, avancement: 0, erreur: null },
    })
    return count === 0 ? null : tx.tache.findUniqueOrThrow({ where: { id } })
  })
}

async function demandeur(tache: Prise, maintenant: Date): Promise<Acteur> {
  const options = { maintenant, demonstration: estDemonstration() }
  const id = tache.demandeurId
  const acteur = id ? await avecActeur(null, (tx) => acteurDuCompte(tx, id, options)) : null
  if (!acteur) throw new ErreurMetier('COMPTE_FERME')
  return acteur
}

function executant(registre: Registre, genre: string): Executant {
  const connu = GENRES_TACHE.find((g) => g === genre)
  if (!connu) throw new Error(`Genre de tâche inconnu : ${genre}`)
  return registre[connu]
}

const laSienne = (t: Prise) => ({ id: t.id, essais: t.essais, etat: 'EN_COURS' as const })

async function signaler(t: Prise, data: { avancement?: number; phrase?: string }, vueLe: Date) {
  const { count } = await avecSysteme((tx) =>
    tx.tache.updateMany({ where: laSienne(t), data: { ...data, vueLe } }),
  )
  if (count === 0) throw new TacheReprise()
}

const avancer = (t: Prise, pourcent: number, phrase: string, maintenant: Date) =>
  signaler(t, { avancement: Math.max(0, Math.min(100, Math.round(pourcent))), phrase }, maintenant)

/** Le fichier et la fin s'écrivent ensemble : une tâche reprise entre-temps ne laisse pas de fichier orphelin. */
async function reussir(acteur: Acteur, t: Prise, resultat: Resultat, maintenant: Date): Promise<void> {
  await avecActeur(acteur, async (tx) => {
    const fichierId = resultat ? await garder(tx, acteur, resultat, maintenant) : null
    const { count } = await tx.tache.updateMany({
      where: laSienne(t),
      data: { etat: 'FAITE', avancement: 100, fichierId, finieLe: maintenant, vueLe: maintenant },
    })
    if (count === 0) throw new TacheReprise()
  })
}

/** Visible de son seul demandeur (`acteId` nul), jusqu'à ce qu'il le demande à nouveau. */
async function garder(tx: Tx, acteur: Acteur, resultat: NonNullable<Resultat>, maintenant: Date) {
  if ('fichierId' in resultat) return resultat.fichierId
  const { nom, type, octets } = resultat
  const { id } = await stockage(tx).garder({
    nom,
    type,
    octets,
    usage: 'tache',
    acteId: null,
    creeLe: maintenant,
    creePar: acteur.utilisateurId,
  })
  return id
}

async function echouer(t: Prise, erreur: string, maintenant: Date): Promise<void> {
  await avecSysteme((tx) =>
    tx.tache.updateMany({
      where: laSienne(t),
      data: { etat: 'ECHOUEE', erreur, finieLe: maintenant, vueLe: maintenant },
    }),
  )
}

/** À l'arrêt : ce qui se faisait retourne à la file, sans attendre qu'on nous croie mort. */
export async function rendreTaches(): Promise<void> {
  for (const [id, essais] of tenues)
    await avecSysteme(async (tx) => {
      const data = { etat: 'EN_ATTENTE' as const, essais: essais - 1, vueLe: null }
      const { count } = await tx.tache.updateMany({ where: { id, essais, etat: 'EN_COURS' }, data })
      if (count > 0) await mettreEnFile(tx, 'tache', [id])
    })
}
