import type { Declaration } from '../../../lib/domaine/engagement/declaration'
import { DIRECTION_MEDICALE, domaine, evenement, PARTENARIATS, uneFoisSelon } from './commun'

const demographie = domaine({
  theme: 'demographie-medicale',
  referents: { hopital: 'Direction des affaires médicales', centre: DIRECTION_MEDICALE },
})
const gouvernance = domaine({
  theme: 'gouvernance',
  referents: { hopital: PARTENARIATS, centre: 'Direction du centre' },
})

/** Démographie médicale, suivi du partenariat et protocoles de la convention-cadre. */
export const VIE_CONVENTION_CADRE: readonly Declaration[] = [
  demographie({
    cle: 'consultations-avancees',
    unite: 'article-consultations-avancees',
    debiteur: 'hopital',
    libelle: 'Assurer au centre des consultations avancées dans plusieurs spécialités',
    recurrence: 'semestre',
    condition: evenement('Annexe propre à une consultation avancée jointe à la convention'),
  }),
  gouvernance({
    cle: 'comite-suivi',
    unite: 'article-comite-suivi',
    debiteur: 'parties',
    libelle: 'Réunir le comité de suivi',
    promesse: uneFoisSelon('periodicite_comite', 'an'),
  }),
  gouvernance({
    cle: 'comite-bilan',
    unite: 'article-comite-suivi',
    debiteur: 'parties',
    libelle: 'Établir le bilan des activités et des actions communes',
  }),
  gouvernance({
    cle: 'comite-plenier',
    unite: 'article-comite-plenier',
    debiteur: 'hopital',
    libelle: 'Réunir le comité plénier avec tous les centres partenaires',
    promesse: uneFoisSelon('periodicite_pleniere', 'an'),
  }),
  domaine({ theme: 'coordination', referents: { hopital: PARTENARIATS, centre: DIRECTION_MEDICALE } })({
    cle: 'protocoles-communs',
    unite: 'article-objet',
    debiteur: 'parties',
    libelle: 'Écrire des protocoles communs et les appliquer',
  }),
]
