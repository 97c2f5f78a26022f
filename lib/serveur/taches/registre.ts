import 'server-only'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { GenreTache } from '../../domaine/tache/genres'
import { fabriquerArchive } from './archive-campagne'
import { menerCampagne } from './campagne'
import { fabriquerComparaison } from './comparaison'
import { fabriquerDocument } from './document'
import { fabriquerDossierConseil } from './dossier-conseil'
import { figerEnvoi } from './figer'
import { menerImport } from './import-demandes'

/**
 * Ce que reçoit un travail long. `acteur` est reconstruit des habilitations du jour : tout ce qui se lit ou s'écrit d'un
 * acte passe par `avecActeur(acteur, …)`. `avancer` (0 à 100, et ce qui se fait) lève si la tâche a été reprise ailleurs.
 * Un travail peut être recommencé après une panne : ce qu'il écrit doit le supporter.
 */
export type Travail = {
  acteur: Acteur
  tacheId: string
  acteId: string
  /** Telle que demandée : à relire par un schéma. */
  saisie: unknown
  maintenant: Date
  avancer: (pourcent: number, phrase: string) => Promise<void>
}

/** Un fichier à garder pour le demandeur, un fichier déjà écrit, ou rien. */
export type Resultat = { nom: string; type: string; octets: Uint8Array } | { fichierId: string } | undefined
export type Executant = (travail: Travail) => Promise<Resultat>
export type Registre = Readonly<Record<GenreTache, Executant>>

export const REGISTRE: Registre = {
  'archive-campagne': fabriquerArchive,
  campagne: menerCampagne,
  comparaison: fabriquerComparaison,
  document: fabriquerDocument,
  'dossier-conseil': fabriquerDossierConseil,
  figer: figerEnvoi,
  'import-demandes': menerImport,
}
