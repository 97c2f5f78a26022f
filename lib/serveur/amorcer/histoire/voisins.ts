import 'server-only'
import {
  ACTIVITE_PARTAGEE,
  AVENANT_DE_MALAKOFF,
  CADRES_VOISINS,
  CAMPAGNE,
} from '../../../../prisma/demonstration/histoire'
import { ouvrirAvenant } from '../../../cas-usage/avenant/ouvrir-avenant'
import { retoucherValeur } from '../../../cas-usage/avenant/retoucher-valeur'
import { ouvrirCampagne } from '../../../cas-usage/campagne/ouvrir-campagne'
import { ouvrirDUnModele, ouvrirLeCadre, REPRESENTANTS, type Valeurs } from './ouvrir'
import { duFil, type Geste, leMatin, type Pas } from './pas'
import { jusquALaSignature, partager } from './passages'

const DIRECTION = 'partenariats.hups'
const TITRE_CADRE = 'Convention-cadre de partenariat'

const liste = (...elements: string[]) => ({ genre: 'liste' as const, elements })
// Les sources de 2018 ne nomment pas les deux centres de Malakoff : leurs fiches le disent, un acte signé ne le peut pas.
const PREMIER_CENTRE = 'Centre municipal de santé n° 1 de Malakoff'
const NOMS: Readonly<Record<string, Valeurs>> = {
  'cadre-malakoff': { centres: liste(PREMIER_CENTRE, 'Centre municipal de santé n° 2 de Malakoff') },
}

const ouvrirLAvenantDeMalakoff: Geste = async (contexte, fil) => {
  const { objet, motif, heures } = AVENANT_DE_MALAKOFF
  const { acteId, reference } = await ouvrirAvenant(contexte, {
    acteId: duFil(fil, 'cadre-malakoff'),
    objet,
    motif,
  })
  await retoucherValeur(contexte, {
    acteId,
    cle: 'delai_reponse_scanner',
    version: 0,
    valeur: { genre: 'duree', nombre: heures, unite: 'heure' },
  })
  return { 'avenant-malakoff': acteId, 'reference:avenant-malakoff': reference }
}

/** L'ouvrier prépare ensuite l'avenant de Vitry-sur-Seine, comme pour toute campagne. */
const proposerAVitry: Geste = async (contexte, fil) => {
  const { conventionId } = await contexte.tx.acte.findUniqueOrThrow({
    where: { id: duFil(fil, 'cadre-vitry') },
    select: { conventionId: true },
  })
  const { campagneId } = await ouvrirCampagne(contexte, {
    acteId: duFil(fil, 'avenant-malakoff'),
    titre: CAMPAGNE.titre,
    centres: [{ conventionId, valeurs: [], ecartees: [] }],
  })
  return { campagne: campagneId }
}

/**
 * Malakoff et Vitry-sur-Seine : deux conventions-cadres signées, l'activité qu'elles partagent et un avenant, tous deux
 * encore en relecture, et la campagne qui le propose à l'autre : l'accueil a de quoi faire.
 */
export const histoireDesVoisins = (): Pas[] => [
  ...CADRES_VOISINS.flatMap(({ acte, mairie, centres, calendrier }): Pas[] => [
    { le: leMatin(calendrier.ouvertLe), qui: DIRECTION, geste: ouvrirLeCadre(acte, centres, NOMS[acte]) },
    ...jusquALaSignature(acte, mairie, calendrier, TITRE_CADRE),
  ]),
  {
    le: leMatin(ACTIVITE_PARTAGEE.ouvertLe),
    qui: DIRECTION,
    geste: ouvrirDUnModele({
      acte: 'activite',
      modeleCode: 'convention-activite-partagee',
      centres: ACTIVITE_PARTAGEE.centres,
      acteGroupe: true,
      valeurs: {
        sites_concernes: { genre: 'liste', elements: ['Bicêtre'] },
        centres: liste(PREMIER_CENTRE, 'Centre municipal de santé de Vitry-sur-Seine'),
        centres_geres: liste(PREMIER_CENTRE),
        ...REPRESENTANTS,
        gestionnaire_representant_g2: REPRESENTANTS.gestionnaire_representant,
      },
    }),
  },
  partager('activite', ACTIVITE_PARTAGEE.partageLe),
  { le: leMatin(AVENANT_DE_MALAKOFF.ouvertLe), qui: DIRECTION, geste: ouvrirLAvenantDeMalakoff },
  partager('avenant-malakoff', AVENANT_DE_MALAKOFF.partageLe),
  { le: leMatin(CAMPAGNE.ouverteLe), qui: DIRECTION, geste: proposerAVitry },
]
