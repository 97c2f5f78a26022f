import { suivreEngagements } from '../../lib/cas-usage/engagement/suivre-engagements'
import type { Declaration } from '../../lib/domaine/engagement/declaration'
import { uneConventionPrete } from './avenant'
import { declarer } from './engagement'
import { agir, type Territoire } from './territoire'

const commune: Omit<Declaration, 'cle' | 'libelle' | 'promesse' | 'debiteur'> = {
  unite: 'article-imagerie',
  variante: null,
  theme: 'imagerie',
  recurrence: 'trimestre',
  condition: null,
  portees: [],
  demandes: null,
  referents: { hopital: null, centre: null },
}

/** Un engagement par genre de cible, et par débiteur. */
export const A_MESURER: readonly Declaration[] = [
  {
    ...commune,
    cle: 'delai',
    libelle: 'Répondre à chaque demande de scanner',
    debiteur: 'hopital',
    promesse: {
      genre: 'delai',
      parametre: 'delai_reponse_scanner',
      valeur: null,
      decompte: 'calendaire',
      parametreDecompte: null,
      part: 90,
    },
  },
  {
    ...commune,
    cle: 'medecins',
    libelle: 'Accueillir les patients sans médecin traitant',
    debiteur: 'centre',
    theme: 'demographie-medicale',
    promesse: {
      genre: 'quantite',
      parametre: null,
      nombre: 10,
      sens: 'au-moins',
      unite: 'patients',
    },
  },
  {
    ...commune,
    cle: 'comite',
    libelle: 'Réunir le comité de suivi',
    debiteur: 'parties',
    theme: 'gouvernance',
    recurrence: 'semestre',
    promesse: { genre: 'frequence', parametre: null, nombre: 1, par: 'semestre' },
  },
  {
    ...commune,
    cle: 'messagerie',
    libelle: 'Écrire par messagerie sécurisée',
    debiteur: 'centre',
    theme: 'echange-de-donnees',
    promesse: { genre: 'permanent' },
  },
  {
    ...commune,
    cle: 'bilan',
    libelle: 'Remettre le bilan de l’année',
    debiteur: 'centre',
    theme: 'gouvernance',
    recurrence: null,
    promesse: { genre: 'livrable', parametre: null, moisApresEffet: null, echeance: '2026-10-31' },
  },
]

/** Une convention signée dont les engagements sont nés, et de quoi trouver la mesure d'une période. */
export async function uneConventionAMesurer(t: Territoire, centre = 'arcueil') {
  await declarer(t, A_MESURER)
  const c = await uneConventionPrete(t, centre)
  await agir(t.direction, suivreEngagements, { conventionId: c.conventionId, groupeId: t.id('hups') })
  const mesure = (cle: string, debut: string) =>
    t.proprietaire.mesure.findFirstOrThrow({
      where: {
        engagement: { conventionId: c.conventionId, cle },
        debut: new Date(`${debut}T00:00:00Z`),
      },
      include: { corrections: { orderBy: { le: 'asc' } } },
    })
  return { ...c, mesure }
}
