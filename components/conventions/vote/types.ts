import type { ActionsSeances } from '@/components/conseils/types'
import type { Portee } from '@/lib/domaine/acte/autorite'
import type { FonctionValidation } from '@/lib/domaine/organisation/fonctions-validation'
import type { ValeurParametre } from '@/lib/domaine/texte/parametres'
import type { Reponse } from '@/lib/serveur/action'

type Ecrire<S, T = unknown> = (saisie: S) => Promise<Reponse<T>>
export type Avis = { acteId: string; fonction: FonctionValidation; empreinte: string }
export type Decision = {
  organe: string
  numero: string
  seanceLe: string
  transmiseLe: string
  publieeLe: string
  portee: Portee
  fichierId: string | null
}
export type Pouvoir = {
  civilite: '' | 'M' | 'MME'
  prenom: string
  nom: string
  qualite: string
  nature: 'DROIT' | 'DELEGATION'
  reference: string
  date: string
}
export type FichierJoint = { id: string; nom: string; taille: number; empreinte: string }

/** Écritures de la page, données par elle : les composants n'en importent aucune. */
export type ActionsVote = ActionsSeances & {
  envoyerCodeAvis: Ecrire<Avis, { courriel: string; expireLe: string }>
  approuverTexte: Ecrire<Avis & { code: string }>
  rendreAvisDefavorable: Ecrire<Avis & { motif: string }>
  soumettre: Ecrire<{ acteId: string; version: number }>
  enregistrerDecision: Ecrire<Decision & { acteId: string; partieId: string; empreinte: string }>
  corrigerDecision: Ecrire<Decision & { deliberationId: string; version: number }>
  enregistrerRefus: Ecrire<{
    acteId: string
    version: number
    partieId: string
    empreinte: string
    organe: string
    numero: string
    seanceLe: string
    motif: string
  }>
  rouvrir: Ecrire<{ acteId: string; version: number; texte: string }>
  direEffet: Ecrire<{ acteId: string; version: number; effetFinancier: boolean }>
  remplir: Ecrire<{ acteId: string; cle: string; valeur: ValeurParametre }>
  enregistrerPouvoir: Ecrire<
    Pouvoir & { signataireId: string; version: number; autorite: string | null; fichierId: string | null }
  >
  joindrePiece: (f: FormData) => Promise<Reponse<FichierJoint>>
  preparerDossier: Ecrire<{ acteId: string; partieId?: string }, { tacheId: string }>
}
