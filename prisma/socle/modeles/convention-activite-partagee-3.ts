import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { conventionActivitePartagee2 } from './convention-activite-partagee-2'
import { ARGENT, DUREE, RESPONSABILITE, soumettre } from './soumises'

/** Activité partagée, version 3 : le texte de la version 2, ses articles d'argent, de responsabilité et de durée soumis. */
export const conventionActivitePartagee3: ModeleSource = {
  ...conventionActivitePartagee2,
  version: 3,
  unites: soumettre(conventionActivitePartagee2.unites, {
    'dispositions-financieres': ARGENT,
    responsabilite: RESPONSABILITE,
    duree: DUREE,
  }),
}
