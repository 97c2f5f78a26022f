import 'server-only'
import {
  AVENANTS_ARCUEIL,
  type AvenantDemonstration,
  CADRE_ARCUEIL,
  CONSULTATIONS_AVANCEES,
} from '../../../../prisma/demonstration/histoire'
import { changerTerme } from '../../../cas-usage/avenant/changer-terme'
import { direEffet } from '../../../cas-usage/avenant/dire-effet'
import { insererUnite } from '../../../cas-usage/avenant/inserer-unite'
import { ouvrirAvenant } from '../../../cas-usage/avenant/ouvrir-avenant'
import { retoucherValeur } from '../../../cas-usage/avenant/retoucher-valeur'
import type { Contexte } from '../../../cas-usage/contexte'
import { lireTexteBalise } from '../../../domaine/texte/balisage'
import { ouvrirLeCadre } from './ouvrir'
import { duFil, type Geste, leMatin, type Pas } from './pas'
import { jusquALaSignature } from './passages'

const DIRECTION = 'partenariats.hups'
const MAIRIE = 'mairie.arcueil'
const TITRE_CADRE = 'Convention-cadre de partenariat'

/** La convention-cadre d'Arcueil, ses trois avenants et son renouvellement, jour après jour. */
export const histoireDArcueil = (): Pas[] => [
  { le: leMatin(CADRE_ARCUEIL.ouvertLe), qui: DIRECTION, geste: ouvrirLeCadre('cadre', ['arcueil']) },
  ...jusquALaSignature('cadre', MAIRIE, CADRE_ARCUEIL, TITRE_CADRE),
  ...AVENANTS_ARCUEIL.flatMap((a, i) => {
    const acte = `avenant-${i + 1}`
    return [
      { le: leMatin(a.ouvertLe), qui: DIRECTION, geste: ouvrirLAvenant(acte, a) },
      ...jusquALaSignature(acte, MAIRIE, a, a.objet),
    ]
  }),
]

const ouvrirLAvenant =
  (acte: string, a: AvenantDemonstration): Geste =>
  async (contexte, fil) => {
    const { acteId, reference } = await ouvrirAvenant(contexte, {
      acteId: duFil(fil, 'cadre'),
      objet: a.objet,
      motif: a.motif,
    })
    if (a.effetLe) await direEffet(contexte, { acteId, version: 0, date: a.effetLe })
    await ecrireLEffet(contexte, acteId, a.effet)
    return { [acte]: acteId, [`reference:${acte}`]: reference }
  }

async function ecrireLEffet(
  contexte: Contexte,
  acteId: string,
  effet: AvenantDemonstration['effet'],
): Promise<void> {
  switch (effet.genre) {
    case 'delai-scanner':
      await retoucherValeur(contexte, {
        acteId,
        cle: 'delai_reponse_scanner',
        version: 0,
        valeur: { genre: 'duree', nombre: effet.heures, unite: 'heure' },
      })
      return
    case 'consultations-avancees': {
      const { parent, apres, titre, texte } = CONSULTATIONS_AVANCEES
      const contenu = lireTexteBalise(texte, 'consultations-avancees')
      await insererUnite(contexte, { acteId, genre: 'sous-article', parent, apres, titre, contenu })
      return
    }
    case 'renouvellement':
      await changerTerme(contexte, { acteId, version: 0, nature: 'renouvellement', date: null })
  }
}
