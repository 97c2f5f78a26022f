// Des actes déjà avancés, par les actions mêmes de l'application.
import type { APIRequestContext } from '@playwright/test'
import type pg from 'pg'
import { appeler } from './actions'

const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ACTE = 'app/(connecte)/conventions/[reference]/actions.ts'

const un = async (base: pg.Client, sql: string, ...valeurs: unknown[]): Promise<string> =>
  (await base.query<{ v: string }>(sql, valeurs)).rows[0]?.v ?? ''

/** Le dernier code d'accord écrit pour cet acte. */
export const dernierCodeDe = (base: pg.Client, acteId: string): Promise<string> =>
  un(
    base,
    `SELECT donnees->>'code' AS v FROM courriel WHERE acte_id = $1 AND gabarit = 'code-accord' ORDER BY id DESC LIMIT 1`,
    acteId,
  )

/** Une convention de ce centre partagée, acceptée par sa mairie, prête pour les avis et le vote. `pendantLaRelecture` court avant l'accord. */
export async function unTexteAccepte(
  base: pg.Client,
  direction: APIRequestContext,
  mairie: APIRequestContext,
  centre: string,
  pendantLaRelecture?: (acte: { reference: string; acteId: string }) => Promise<void>,
): Promise<{ reference: string; acteId: string }> {
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId: await un(
      base,
      `SELECT id AS v FROM modele_version WHERE groupe_id IS NULL AND modele_code = 'convention-cadre-partenariat' AND retiree_le IS NULL LIMIT 1`,
    ),
    groupeId: await un(base, `SELECT id AS v FROM organisation WHERE code = 'hups'`),
    centreIds: [await un(base, 'SELECT id AS v FROM organisation WHERE code = $1', centre)],
  })
  const reference = references[0] ?? ''
  const acteId = await un(
    base,
    `SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1`,
    reference,
  )
  await base.query(
    `INSERT INTO parametre (convention_id, cle, valeur)
     SELECT a.convention_id, d->>'cle', '{"genre":"texte","texte":"Valeur convenue"}'
     FROM acte a JOIN modele_version m ON m.id = a.modele_version_id, jsonb_array_elements(m.parametres) d
     WHERE a.id = $1 AND coalesce(d->>'origine', '') <> 'mention-tardive'
     ON CONFLICT (convention_id, cle) DO UPDATE SET valeur = coalesce(parametre.valeur, EXCLUDED.valeur)`,
    [acteId],
  )
  await fairePartagerEtAccepter(base, direction, mairie, { reference, acteId }, pendantLaRelecture)
  return { reference, acteId }
}

/** Le texte est partagé, puis accepté d'ensemble par la mairie avec son code. `pendantLaRelecture` court avant l'accord. */
export async function fairePartagerEtAccepter(
  base: pg.Client,
  direction: APIRequestContext,
  mairie: APIRequestContext,
  acte: { reference: string; acteId: string },
  pendantLaRelecture?: (acte: { reference: string; acteId: string }) => Promise<void>,
): Promise<void> {
  const { acteId } = acte
  const version = Number(await un(base, 'SELECT version::text AS v FROM acte WHERE id = $1', acteId))
  await appeler(direction, `${ACTE}#partager`, { acteId, version, texte: '' })
  await pendantLaRelecture?.(acte)
  const versionId = await un(
    base,
    'SELECT id AS v FROM version_acte WHERE acte_id = $1 ORDER BY numero DESC LIMIT 1',
    acteId,
  )
  await appeler(mairie, `${ACTE}#demanderCodeDAccord`, { acteId, versionId })
  const code = await dernierCodeDe(base, acteId)
  await appeler(mairie, `${ACTE}#accepterTout`, { acteId, versionId, code })
}
