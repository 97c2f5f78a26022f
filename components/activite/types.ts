import type { DatesDuPraticien, Decision, StatutDePraticien } from '@/lib/domaine/acte/activite-partagee'
import type { Reponse } from '@/lib/serveur/action'

type Ecrire<S, V> = (saisie: S) => Promise<Reponse<V>>
export type DossierSaisi = { fonction: string; statut: StatutDePraticien } & DatesDuPraticien

/** Actions de la fiche, données par `app`. */
export type ActionsActivite = {
  rattacher: Ecrire<{ acteId: string; cadreId: string }, { numero: number }>
  detacher: Ecrire<{ rattachementId: string; version: number; motif: string }, { version: number }>
  inscrire: Ecrire<{ acteId: string } & DossierSaisi, { praticienId: string }>
  completer: Ecrire<{ praticienId: string; version: number } & DossierSaisi, { version: number }>
  retirer: Ecrire<{ praticienId: string; version: number }, { version: number }>
}
export type SaisieDecision = { rattachementId: string; version: number; decision: Decision; motif: string }
export type Decider = Ecrire<SaisieDecision, { version: number }>
