import type { ModeleSource } from '../../../lib/domaine/texte/modele-source'
import { conventionCadre } from './convention-cadre'
import { ARGENT, DUREE, RESPONSABILITE, soumettre } from './soumises'

/** Convention-cadre, version 2 : le texte de la version 1, ses articles d'argent, de responsabilité et de durée soumis. */
export const conventionCadre2: ModeleSource = {
  ...conventionCadre,
  version: 2,
  unites: soumettre(conventionCadre.unites, {
    'article-charges-financieres': ARGENT,
    'annexe-financiere': ARGENT,
    'article-accidents': RESPONSABILITE,
    'article-responsabilites': RESPONSABILITE,
    'article-duree': DUREE,
  }),
}
