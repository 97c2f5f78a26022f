import type {
  Condition,
  Declaration,
  Promesse,
  Recurrence,
} from '../../../lib/domaine/engagement/declaration'

/**
 * Engagements que déclarent les articles du socle. N'y figure que ce qui se mesure ou se constate ; restent de côté :
 * - les obligations que la loi impose déjà (secret, protection des données, employeur, assurance médicale) ;
 * - le respect des règlements intérieurs, et les intentions (favoriser, s'efforcer, réfléchir ensemble) ;
 * - ce qu'une partie peut faire sans le devoir (chefferie partagée, autre forme juridique) ;
 * - ce dont le délai n'est pas écrit (« au plus tôt », « dans les meilleurs délais ») ;
 * - ce qui conditionne un acte et que son circuit vérifie déjà (accord du praticien, annexe jointe, avenant préalable).
 */

/** Part des cas visée, en pour cent. Aucun texte n'en écrit : c'est un choix, réglable pour chaque engagement. */
export const PART_VISEE = 90

export const delaiVise = (parametre: string, parametreDecompte: string | null = null): Promesse => ({
  genre: 'delai',
  parametre,
  valeur: null,
  decompte: 'calendaire',
  parametreDecompte,
  part: PART_VISEE,
})

export const tauxVise = (pourcent = PART_VISEE): Promesse => ({
  genre: 'taux',
  parametre: null,
  pourcent,
  sens: 'au-moins',
})

/** Nombre écrit dans la phrase elle-même : « deux fois par an ». */
export const foisPar = (nombre: number, par: Recurrence): Promesse => ({
  genre: 'frequence',
  parametre: null,
  nombre,
  par,
})

/** Une fois par période ; la période est un paramètre du texte, `par` celle que propose le modèle. */
export const uneFoisSelon = (parametre: string, par: Recurrence): Promesse => ({
  genre: 'frequence',
  parametre,
  nombre: 1,
  par,
})

/** Remise dont le texte n'écrit pas la date : une personne la dira. */
export const REMISE_A_DATER: Promesse = {
  genre: 'livrable',
  parametre: null,
  moisApresEffet: null,
  echeance: null,
}

export const MESSAGERIE_DES_DEUX_COTES: Condition = {
  genre: 'equipement',
  code: 'messagerie-securisee',
  libelle: 'Messagerie sécurisée de santé en service à l’hôpital et au centre',
}
export const evenement = (libelle: string): Condition => ({ genre: 'evenement', libelle })

type Commun = Pick<Declaration, 'theme' | 'referents'>
type Ecrit = Pick<Declaration, 'cle' | 'unite' | 'debiteur' | 'libelle'> & Partial<Declaration>

/**
 * Déclare les engagements d'un même domaine. À défaut d'autre indication : un engagement permanent, constaté chaque année,
 * que toutes les rédactions de l'article portent et que rien ne retarde. Un délai et un taux se mesurent par trimestre,
 * une fréquence à son propre rythme, un livrable à sa seule échéance.
 */
export const domaine =
  (commun: Commun) =>
  (ecrit: Ecrit): Declaration => ({
    variante: null,
    promesse: { genre: 'permanent' },
    recurrence: rythme(ecrit.promesse),
    condition: null,
    portees: [],
    demandes: null,
    ...commun,
    ...ecrit,
  })

function rythme(promesse: Promesse | undefined): Recurrence | null {
  if (promesse?.genre === 'frequence') return promesse.par
  if (promesse?.genre === 'delai' || promesse?.genre === 'taux') return 'trimestre'
  return promesse?.genre === 'livrable' ? null : 'an'
}

export const DIRECTION_MEDICALE = 'Direction médicale du centre'
export const DIRECTION_ADMINISTRATIVE = 'Direction administrative du centre'
export const PARTENARIATS = 'Direction de l’offre de soins et des partenariats'
