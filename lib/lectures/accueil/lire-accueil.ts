import 'server-only'
import type { Tx } from '../../bd/client'
import { avecActeur } from '../../bd/transaction'
import { peutValiderModele } from '../../domaine/acte/droits'
import { referenceDActe } from '../../domaine/acte/reference'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import { manquesDeFiche, nomProvisoire } from '../../domaine/organisation/fiche'
import { deCommune } from '../../domaine/organisation/lieu'
import { type AMesurer, compterASaisir } from '../mesure/compter-a-saisir'
import { filtreCentres } from '../organisation/centres-visibles'
import { lireSortsADecider, type SortADecider } from './activites'
import {
  type BrouillonEnAttente,
  type ConventionASuivre,
  type ConventionEnCours,
  lireBrouillons,
  lireEnCours,
  lireSignees,
} from './conventions'

export type { BrouillonEnAttente, ConventionASuivre } from './conventions'

export type CentreASuivre = {
  code: string
  nom: string
  ville: string
  /** « d’Arcueil », « de Villejuif ». */
  deVille: string
  sansReponse: number
  manques: number
  convention: boolean
}
export type Nouveaute = {
  id: string
  le: Date
  auteur: string
  evenement: string
  reference: string
  titre: string
}
export type Accueil = {
  brouillons: BrouillonEnAttente[]
  aSuivre: ConventionASuivre[]
  enCours: ConventionEnCours[]
  centres: CentreASuivre[]
  /** Conventions-cadres qui finissent, avec des activités partagées dont le sort n'est pas décidé. */
  sortsADecider: SortADecider[]
  modelesAValider: { code: string; intitule: string }[]
  aMesurer: AMesurer
  nouveautes: Nouveaute[]
  /** Fin de la visite précédente, ou `null` à la première. */
  depuis: Date | null
  conventions: boolean
}

const CENTRES = 200
/** Faits du journal qui n'apprennent rien à l'accueil : le code demandé pour un accord, et celui qui est refusé. */
export const SANS_NOUVELLE = ['code-demande', 'code-refuse'] as const
export type EvenementSansNouvelle = (typeof SANS_NOUVELLE)[number]

/** Ce qui attend l'acteur, ce qui échoit, ce qui a bougé : une transaction, une poignée de requêtes bornées. */
export function lireAccueil(acteur: Acteur, sessionId: string, maintenant: Date): Promise<Accueil> {
  const jour = aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const depuis = await finDeVisitePrecedente(tx, acteur, sessionId)
    return {
      brouillons: await lireBrouillons(tx, acteur),
      aSuivre: await lireSignees(tx, jour),
      enCours: await lireEnCours(tx, acteur),
      centres: await lireCentres(tx, acteur),
      sortsADecider: await lireSortsADecider(tx, acteur, jour),
      modelesAValider: await lireModelesAValider(tx, acteur),
      aMesurer: await compterASaisir(tx, acteur, jour),
      nouveautes: await lireNouveautes(tx, acteur, depuis),
      depuis,
      conventions: (await tx.acte.findFirst({ select: { id: true } })) !== null,
    }
  })
}

async function finDeVisitePrecedente(tx: Tx, acteur: Acteur, sessionId: string): Promise<Date | null> {
  const autre = await tx.session.findFirst({
    where: { utilisateurId: acteur.utilisateurId, id: { not: sessionId } },
    orderBy: { vueLe: 'desc' },
    select: { vueLe: true },
  })
  return autre?.vueLe ?? null
}

async function lireCentres(tx: Tx, acteur: Acteur): Promise<CentreASuivre[]> {
  const centres = await tx.organisation.findMany({
    where: filtreCentres(acteur),
    orderBy: [{ recherche: 'asc' }, { id: 'asc' }],
    take: CENTRES,
    include: {
      commune: { select: { nom: true, tncc: true } },
      besoins: { select: { _count: { select: { reponses: true } } } },
      actesCentre: { where: { acte: { etape: { not: 'ABANDONNEE' } } }, take: 1, select: { acteId: true } },
    },
  })
  return centres.map((c) => ({
    code: c.code,
    nom: nomProvisoire(c.nom),
    ville: c.commune?.nom ?? nomProvisoire(c.nom),
    deVille: c.commune ? deCommune(c.commune.nom, c.commune.tncc) : `du ${nomProvisoire(c.nom)}`,
    sansReponse: c.besoins.filter((b) => b._count.reponses === 0).length,
    manques: manquesDeFiche(c).length,
    convention: c.actesCentre.length > 0,
  }))
}

async function lireModelesAValider(tx: Tx, acteur: Acteur): Promise<Accueil['modelesAValider']> {
  if (!peutValiderModele(acteur)) return []
  const versions = await tx.modeleVersion.findMany({
    where: { retireeLe: null, valideeLe: null },
    orderBy: { modele: { rang: 'asc' } },
    select: { modeleCode: true, intitule: true },
  })
  // La page du modèle montre la version à valider : une entrée par modèle suffit.
  const parCode = new Map(versions.map((v) => [v.modeleCode, v.intitule]))
  return [...parCode].map(([code, intitule]) => ({ code, intitule }))
}

async function lireNouveautes(tx: Tx, acteur: Acteur, depuis: Date | null): Promise<Nouveaute[]> {
  const lignes = await tx.journal.findMany({
    where: {
      acteId: { not: null },
      evenement: { notIn: [...SANS_NOUVELLE] },
      OR: [{ auteurId: null }, { auteurId: { not: acteur.utilisateurId } }],
      ...(depuis ? { finLe: { gt: depuis } } : {}),
    },
    orderBy: { id: 'desc' },
    take: 12,
    select: {
      id: true,
      finLe: true,
      auteurNom: true,
      evenement: true,
      acte: { select: { titre: true, rang: true, convention: { select: { reference: true } } } },
    },
  })
  return lignes.flatMap((l) =>
    l.acte
      ? [
          {
            id: l.id,
            le: l.finLe,
            auteur: l.auteurNom,
            evenement: l.evenement,
            reference: referenceDActe(l.acte.convention.reference, l.acte.rang),
            titre: l.acte.titre,
          },
        ]
      : [],
  )
}
