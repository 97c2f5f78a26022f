import { coteDe } from '../../domaine/acte/droits'
import type { DossierAControler } from '../../domaine/acte/regles-signature'
import type { Acteur } from '../../domaine/organisation/acteur'

type Acte = Parameters<typeof coteDe>[1]

/** Vrai pour qui lit les avis de l'hôpital avec leur motif : le groupe et ses fonctions, et le siège qui les observe. */
export const litLesMotifs = (acteur: Acteur, acte: Acte): boolean =>
  coteDe(acteur, acte) === 'HOPITAL' || acteur.sieges.includes(acte.groupeId)

/** Le motif d'un avis est d'abord une affaire de l'hôpital : l'autre côté sait qu'il est rendu, et dans quel sens. */
export const sansMotifs = (dossier: DossierAControler): DossierAControler => ({
  ...dossier,
  avis: dossier.avis.map((a) => ({ ...a, motif: null })),
})
