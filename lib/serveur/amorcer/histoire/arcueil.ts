import 'server-only'
import {
  AVENANTS_ARCUEIL,
  type AvenantDemonstration,
  CADRE_ARCUEIL,
  CONSULTATIONS_AVANCEES,
  SIGNATAIRES,
} from '../../../../prisma/demonstration/histoire'
import { changerTerme } from '../../../cas-usage/avenant/changer-terme'
import { direEffet } from '../../../cas-usage/avenant/dire-effet'
import { insererUnite } from '../../../cas-usage/avenant/inserer-unite'
import { ouvrirAvenant } from '../../../cas-usage/avenant/ouvrir-avenant'
import { retoucherValeur } from '../../../cas-usage/avenant/retoucher-valeur'
import type { Contexte } from '../../../cas-usage/contexte'
import { creerConventions } from '../../../cas-usage/convention/creer-conventions'
import { modifierParametre } from '../../../cas-usage/convention/modifier-parametre'
import { lireTexteBalise } from '../../../domaine/texte/balisage'
import type { ValeurParametre } from '../../../domaine/texte/parametres'
import { duFil, type Geste, leMatin, type Pas } from './pas'
import { jusquALaSignature } from './passages'

const DIRECTION = 'partenariats.hups'
const MAIRIE = 'mairie.arcueil'
const TITRE_CADRE = 'Convention-cadre de partenariat'

/** La convention-cadre d'Arcueil, ses trois avenants et son renouvellement, jour après jour. */
export const histoireDArcueil = (): Pas[] => [
  { le: leMatin(CADRE_ARCUEIL.ouvertLe), qui: DIRECTION, geste: ouvrirLeCadre('cadre', 'arcueil') },
  ...jusquALaSignature('cadre', MAIRIE, CADRE_ARCUEIL, TITRE_CADRE),
  ...AVENANTS_ARCUEIL.flatMap((a, i) => {
    const acte = `avenant-${i + 1}`
    return [
      { le: leMatin(a.ouvertLe), qui: DIRECTION, geste: ouvrirLAvenant(acte, a) },
      ...jusquALaSignature(acte, MAIRIE, a, a.objet),
    ]
  }),
]

/** Une convention-cadre de partenariat avec ce centre, ses représentants dits fictifs. */
export const ouvrirLeCadre =
  (acte: string, centre: string): Geste =>
  async (contexte) => {
    const { tx } = contexte
    const organisation = async (code: string) =>
      (await tx.organisation.findUniqueOrThrow({ where: { code }, select: { id: true } })).id
    const modele = await tx.modeleVersion.findFirstOrThrow({
      where: { groupeId: null, modeleCode: 'convention-cadre-partenariat', retireeLe: null },
      orderBy: { numero: 'desc' },
    })
    const { references } = await creerConventions(contexte, {
      modeleVersionId: modele.id,
      groupeId: await organisation('hups'),
      centreIds: [await organisation(centre)],
    })
    const reference = references[0] ?? ''
    const { id: acteId } = await tx.acte.findFirstOrThrow({
      where: { rang: 0, convention: { reference } },
      select: { id: true },
    })
    for (const [cle, valeur] of Object.entries(VALEURS)) await dire(contexte, acteId, cle, valeur)
    return { [acte]: acteId, [`reference:${acte}`]: reference }
  }

const VALEURS: Record<string, ValeurParametre> = {
  sites_concernes: { genre: 'liste', elements: ['Bicêtre', 'Paul-Brousse'] },
  institution_representant: { genre: 'personne', ...SIGNATAIRES.HOPITAL },
  gestionnaire_representant: { genre: 'personne', ...SIGNATAIRES.GESTIONNAIRE },
}

async function dire(contexte: Contexte, acteId: string, cle: string, valeur: ValeurParametre): Promise<void> {
  const { conventionId } = await contexte.tx.acte.findUniqueOrThrow({ where: { id: acteId } })
  const connue = await contexte.tx.parametre.findUnique({
    where: { conventionId_cle: { conventionId, cle } },
    select: { version: true },
  })
  await modifierParametre(contexte, { acteId, cle, version: connue?.version ?? 0, valeur })
}

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
