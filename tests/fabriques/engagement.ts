import type { Declaration } from '../../lib/domaine/engagement/declaration'
import { amorcerEngagements } from '../../lib/serveur/amorcer/engagements'
import { MAINTENANT, type Territoire } from './territoire'

const commune: Omit<Declaration, 'cle' | 'libelle' | 'promesse'> = {
  unite: 'article-imagerie',
  variante: null,
  debiteur: 'hopital',
  theme: 'imagerie',
  recurrence: 'trimestre',
  condition: null,
  portees: [],
  demandes: null,
  referents: { hopital: 'Chef du service d’imagerie', centre: 'Secrétariat du centre' },
}

/** Trois engagements d'essai sur la convention-cadre : un délai à deux portées, un constat sous condition, un comité. */
export const DECLARATIONS: readonly Declaration[] = [
  {
    ...commune,
    cle: 'reponse-scanner',
    libelle: 'Répondre à chaque demande de scanner',
    promesse: {
      genre: 'delai',
      parametre: 'delai_reponse_scanner',
      valeur: null,
      decompte: 'calendaire',
      parametreDecompte: 'decompte_delai_scanner',
      part: 90,
    },
    portees: [
      { code: 'scanner', libelle: 'Scanner', condition: null },
      {
        code: 'irm',
        libelle: 'IRM',
        condition: { genre: 'evenement', libelle: 'Calendrier arrêté par le comité' },
      },
    ],
    demandes: { nature: 'imagerie', degre: null, borne: 'reponse' },
  },
  {
    ...commune,
    cle: 'comptes-rendus-messagerie',
    libelle: 'Transmettre les comptes rendus par messagerie sécurisée',
    theme: 'echange-de-donnees',
    promesse: { genre: 'permanent' },
    condition: {
      genre: 'equipement',
      libelle: 'Messagerie sécurisée en service des deux côtés',
      code: 'messagerie-securisee',
    },
  },
  {
    ...commune,
    cle: 'comite-de-suivi',
    unite: 'article-comite-suivi',
    libelle: 'Réunir le comité de suivi',
    debiteur: 'parties',
    theme: 'gouvernance',
    recurrence: 'an',
    promesse: { genre: 'frequence', parametre: 'periodicite_comite', nombre: 1, par: 'an' },
  },
]

/** Donne ces engagements aux versions de la convention-cadre du socle ; rend le nombre de révisions ajoutées. */
export const declarer = (t: Territoire, declarations: readonly Declaration[] = DECLARATIONS) =>
  t.proprietaire.$transaction((tx) =>
    amorcerEngagements(
      tx,
      [1, 2].map((version) => ({ modele: 'convention-cadre-partenariat', version, declarations })),
      MAINTENANT,
    ),
  )
