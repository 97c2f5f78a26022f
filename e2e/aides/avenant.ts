// Des avenants, par les actions mêmes de l'application.
import type { APIRequestContext } from '@playwright/test'
import type pg from 'pg'
import { appeler } from './actions'
import { fairePartagerEtAccepter } from './negociation'
import { mettreALaSignature, signerSurPapier, unActeASigner } from './signature'

export const MODIFIER = 'app/(connecte)/conventions/[reference]/modifier/actions.ts'
const OUVRIR = 'app/(connecte)/conventions/[reference]/actions.ts#ouvrirUnAvenant'

export type Cotes = { direction: APIRequestContext; mairie: APIRequestContext }
export type Ouvert = { acteId: string; reference: string; rang: number }

/** Une convention de ce centre, signée des deux côtés. */
export async function uneConventionSignee(
  base: pg.Client,
  cotes: Cotes,
  centre: string,
): Promise<{ acteId: string; reference: string }> {
  const acte = await unActeASigner(base, cotes, centre)
  await signerSurPapier(base, cotes.direction, acte)
  return acte
}

export const ouvrirUnAvenant = (
  direction: APIRequestContext,
  acteId: string,
  objet: string,
): Promise<Ouvert> => appeler<Ouvert>(direction, OUVRIR, { acteId, objet, motif: '' })

/** L'avenant écrit est partagé, accepté, voté et signé. */
export async function faireSigner(base: pg.Client, cotes: Cotes, avenant: Ouvert): Promise<void> {
  await fairePartagerEtAccepter(base, cotes.direction, cotes.mairie, avenant)
  await signerSurPapier(base, cotes.direction, await mettreALaSignature(base, cotes, avenant))
}
