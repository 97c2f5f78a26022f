import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { conventionAffiliation } from './convention-affiliation'
import { ARGENT, DUREE, RESPONSABILITE, soumettre } from './soumises'

/** Affiliation, version 2 : le texte de la version 1, ses articles d'argent, de responsabilité et de durée soumis. */
export const conventionAffiliation2: ModeleSource = {
  ...conventionAffiliation,
  version: 2,
  unites: soumettre(conventionAffiliation.unites, {
    'charges-financieres': ARGENT,
    'annexe-financiere': ARGENT,
    accidents: RESPONSABILITE,
    responsabilites: RESPONSABILITE,
    duree: DUREE,
  }),
}
