import type { Reponse } from '@/lib/serveur/action'

type Ecrire<S> = (saisie: S) => Promise<Reponse<unknown>>
export type Avis = { acteId: string; fonction: string; empreinte: string }
export type Decision = {
  organe: string
  numero: string
  seanceLe: string
  transmiseLe: string
  publieeLe: string
  portee: string
  fichierId: string | null
}
export type FichierJoint = { id: string; nom: string; taille: number; empreinte: string }

/** Écritures de la page, données par elle : les composants n'en importent aucune. */
export type ActionsVote = {
  envoyerCodeAvis: (s: never) => Promise<Reponse<{ courriel: string; expireLe: string }>>
  approuverTexte: (s: never) => Promise<Reponse<unknown>>
  rendreAvisDefavorable: (s: never) => Promise<Reponse<unknown>>
  soumettre: Ecrire<{ acteId: string; version: number }>
  enregistrerDecision: (s: never) => Promise<Reponse<unknown>>
  corrigerDecision: (s: never) => Promise<Reponse<unknown>>
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
  remplir: (s: never) => Promise<Reponse<unknown>>
  enregistrerPouvoir: (s: never) => Promise<Reponse<unknown>>
  inscrireSeance: Ecrire<{ organisationId: string; le: string; depotAvant: string; note: string }>
  retirerSeance: Ecrire<{ seanceId: string; version: number }>
  joindrePiece: (f: FormData) => Promise<Reponse<FichierJoint>>
  preparerDossier: (s: { acteId: string }) => Promise<Reponse<{ tacheId: string }>>
}
