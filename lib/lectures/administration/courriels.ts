import 'server-only'
import { avecActeur } from '../../bd/transaction'
import { DONNEES_SECRETES, type EtatCourriel } from '../../domaine/courriel/envoi'
import type { DonneesCourriel, GabaritCourriel } from '../../domaine/courriel/gabarits'
import type { Acteur } from '../../domaine/organisation/acteur'
import { exigerAdministrateur } from '../../domaine/organisation/droits-administration'

export type CourrielListe = {
  id: string
  version: number
  etat: EtatCourriel
  gabarit: GabaritCourriel
  donnees: DonneesCourriel
  /** Vrai si un code ou un lien personnel a été retiré de `donnees`. */
  masque: boolean
  destinataire: string
  destinataireNom: string
  creeLe: Date
  finiLe: Date | null
  essais: number
  erreur: string | null
}
type Filtres = { etat?: EtatCourriel; apres?: string }

const TAILLE_PAGE = 25

/**
 * Les courriels, du plus récent au plus ancien, par pages ; réservé à l'administrateur (INTROUVABLE sinon). Sans
 * `secrets`, les codes et les liens personnels ne quittent pas la base.
 */
export async function listerCourriels(acteur: Acteur, filtres: Filtres, { secrets }: { secrets: boolean }) {
  exigerAdministrateur(acteur)
  const { lus, groupes } = await avecActeur(acteur, async (tx) => {
    const lus = await tx.courriel.findMany({
      where: { etat: filtres.etat, ...(filtres.apres ? { id: { lt: filtres.apres } } : {}) },
      orderBy: { id: 'desc' },
      take: TAILLE_PAGE + 1,
    })
    const groupes = await tx.courriel.groupBy({ by: ['etat'], _count: true })
    return { lus, groupes }
  })
  const page = lus.slice(0, TAILLE_PAGE)
  return {
    courriels: page.map((c): CourrielListe => {
      const brutes = c.donnees as DonneesCourriel
      const donnees = secrets ? brutes : sansSecret(brutes)
      const masque = DONNEES_SECRETES.some((cle) => brutes[cle] !== donnees[cle])
      return { ...c, gabarit: c.gabarit as GabaritCourriel, donnees, masque }
    }),
    comptes: Object.fromEntries(groupes.map((g) => [g.etat, g._count])) as Partial<
      Record<EtatCourriel, number>
    >,
    suivant: lus.length > TAILLE_PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

const sansSecret = (donnees: DonneesCourriel): DonneesCourriel =>
  Object.fromEntries(
    Object.entries(donnees).map(([cle, v]) => [cle, DONNEES_SECRETES.includes(cle) ? null : v]),
  )

/** Combien attendent une décision de l'administrateur ; `total` : tous états. */
export async function compterCourriels(acteur: Acteur): Promise<{ total: number; aVoir: number }> {
  exigerAdministrateur(acteur)
  return avecActeur(acteur, async (tx) => ({
    total: await tx.courriel.count(),
    aVoir: await tx.courriel.count({ where: { etat: { in: ['ECHEC', 'INCERTAIN'] } } }),
  }))
}
