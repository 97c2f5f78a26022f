import 'server-only'
import { z } from 'zod'
import { avecActeur } from '../../bd/transaction'
import { noterEchec } from '../../cas-usage/campagne/noter-echec'
import { partagerCentre } from '../../cas-usage/campagne/partager-centre'
import { preparerCentre } from '../../cas-usage/campagne/preparer-centre'
import type { Contexte } from '../../cas-usage/contexte'
import { lireCentresAFaire } from '../../lectures/campagne/lire-centres'
import { phraseDeLEchec } from '../pannes'
import type { Resultat, Travail } from './registre'

const schema = z.discriminatedUnion('geste', [
  z.object({ campagneId: z.uuid(), geste: z.literal('preparer') }),
  z.object({ campagneId: z.uuid(), geste: z.literal('partager'), message: z.string() }),
])

/**
 * Prépare, ou partage, les avenants d'une campagne, un centre après l'autre et chacun dans sa transaction : un échec est
 * noté avec sa phrase, les autres continuent. Recommencé, ne double rien.
 */
export async function menerCampagne({ acteur, saisie, maintenant, avancer }: Travail): Promise<Resultat> {
  const demande = schema.parse(saisie)
  const { campagneId, geste } = demande
  await avancer(0, 'Lecture de la campagne')
  const { faits, restants } = await lireCentresAFaire(acteur, campagneId, geste)
  const total = faits + restants.length
  for (const [i, { conventionId, ville }] of restants.entries()) {
    const rang = faits + i
    await avancer((100 * rang) / total, `${MOTS[geste]} ${ville} (${rang + 1} sur ${total})`)
    const jouer = <T>(cas: (c: Contexte) => Promise<T>) =>
      avecActeur(acteur, (tx) => cas({ tx, acteur, maintenant }))
    try {
      await (geste === 'preparer'
        ? jouer((c) => preparerCentre(c, { campagneId, conventionId }))
        : jouer((c) => partagerCentre(c, { campagneId, conventionId, message: demande.message })))
    } catch (erreur) {
      const phrase = phraseDeLEchec(erreur)
      await jouer((c) => noterEchec(c, { campagneId, conventionId, erreur: phrase }))
    }
  }
  return undefined
}

const MOTS = { preparer: 'Avenant de', partager: 'Envoi à' } as const
