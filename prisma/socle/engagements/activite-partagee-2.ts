import type { Declaration, Promesse } from '../../../lib/domaine/engagement/declaration'
import { DIRECTION_ADMINISTRATIVE, domaine, uneFoisSelon } from './commun'

const activite = domaine({
  theme: 'demographie-medicale',
  referents: { hopital: 'Responsable du service hospitalier', centre: 'Direction médicale du centre' },
})
const suivi = domaine({
  theme: 'gouvernance',
  referents: { hopital: 'Direction des affaires financières', centre: DIRECTION_ADMINISTRATIVE },
})

/**
 * Demi-journées par mois. Le texte permet aussi de les compter par semaine, rythme auquel rien ne se mesure ici : la cible
 * reste alors à dire par une personne, jamais convertie en silence.
 */
const DEMI_JOURNEES: Promesse = {
  genre: 'frequence',
  parametre: 'nombre_demi_journees',
  nombre: 1,
  par: 'mois',
  parametrePar: 'periode',
}
const CHAQUE_PERIODE = uneFoisSelon('periodicite_facturation', 'trimestre')

/**
 * Activité partagée ; les deux versions du socle promettent la même chose sous les mêmes identités. Dans un acte groupé,
 * chaque gestionnaire ne doit que ce qui se fait dans ses centres. Le salaire des praticiens, affaire de leur employeur,
 * et le remboursement d'un accident, qui ne se prévoit pas, ne déclarent rien.
 */
export const ENGAGEMENTS_ACTIVITE_PARTAGEE: readonly Declaration[] = [
  activite({
    cle: 'demi-journees',
    unite: 'modalites',
    debiteur: 'hopital',
    libelle: 'Assurer au centre les demi-journées de consultation convenues',
    promesse: DEMI_JOURNEES,
  }),
  activite({
    cle: 'accords-praticiens',
    unite: 'modalites',
    debiteur: 'hopital',
    libelle: 'Recueillir l’accord de chaque praticien et les avis qu’exige son statut',
  }),
  activite({
    cle: 'moyens-fournis',
    unite: 'dispositions-materielles',
    debiteur: 'centre',
    libelle: 'Fournir aux praticiens le personnel et le matériel de leurs consultations',
  }),
  suivi({
    cle: 'etat-presences',
    unite: 'dispositions-financieres',
    debiteur: 'centre',
    libelle: 'Établir, certifier et transmettre l’état des présences',
    promesse: CHAQUE_PERIODE,
  }),
  suivi({
    cle: 'verification-presences',
    unite: 'dispositions-financieres',
    debiteur: 'hopital',
    libelle: 'Vérifier l’état des présences avant de facturer',
    promesse: CHAQUE_PERIODE,
  }),
  suivi({
    cle: 'titre-de-recette',
    unite: 'dispositions-financieres',
    debiteur: 'hopital',
    libelle: 'Émettre le titre de recette de la période',
    promesse: CHAQUE_PERIODE,
  }),
  suivi({
    cle: 'reglement',
    unite: 'dispositions-financieres',
    debiteur: 'centre',
    libelle: 'Régler les titres de recette émis',
  }),
  suivi({
    cle: 'assurances',
    unite: 'responsabilite',
    debiteur: 'centre',
    libelle: 'Être assuré pour les dommages liés à l’activité des praticiens au centre',
  }),
]
