// Deux conventions signées du même modèle, et un avenant écrit sur la première : de quoi ouvrir une campagne.
import type { APIRequestContext } from '@playwright/test'
import type pg from 'pg'
import { appeler } from './actions'

const CREER = 'app/(connecte)/conventions/actions.ts#creer'
const ACTE = 'app/(connecte)/conventions/[reference]/actions.ts'
const MODIFIER = 'app/(connecte)/conventions/[reference]/modifier/actions.ts'
const OUVRIR = 'app/(connecte)/campagnes/actions.ts#ouvrir'

export type Signee = { reference: string; acteId: string; conventionId: string }

/** Une convention-cadre partagée, puis dite signée dans la base. */
export async function uneSignee(
  base: pg.Client,
  direction: APIRequestContext,
  centre: string,
): Promise<Signee> {
  const un = async (sql: string, ...valeurs: string[]): Promise<string> =>
    (await base.query<{ v: string }>(sql, valeurs)).rows[0]?.v ?? ''
  const { references } = await appeler<{ references: string[] }>(direction, CREER, {
    modeleVersionId: await un(
      `SELECT id AS v FROM modele_version WHERE modele_code = 'convention-cadre-partenariat' ORDER BY numero DESC LIMIT 1`,
    ),
    groupeId: await un(`SELECT id AS v FROM organisation WHERE code = 'hups'`),
    centreIds: [await un('SELECT id AS v FROM organisation WHERE code = $1', centre)],
  })
  const reference = references[0] ?? ''
  const acteId = await un(
    'SELECT a.id AS v FROM acte a JOIN convention c ON c.id = a.convention_id WHERE c.reference = $1',
    reference,
  )
  await appeler(direction, `${ACTE}#partager`, { acteId, version: 1, texte: '' })
  await base.query(
    `UPDATE acte SET etape = 'SIGNEE', date_signature = '2026-01-10', date_effet = '2026-02-01', date_fin = '2029-01-31' WHERE id = $1`,
    [acteId],
  )
  const conventionId = await un('SELECT convention_id AS v FROM acte WHERE id = $1', acteId)
  return { reference, acteId, conventionId }
}

/** Un avenant qui récrit un article de la convention signée. */
export async function unAvenant(direction: APIRequestContext, signee: Signee, objet: string) {
  const avenant = await appeler<{ acteId: string; reference: string }>(direction, `${ACTE}#ouvrirUnAvenant`, {
    acteId: signee.acteId,
    objet,
    motif: '',
  })
  await appeler(direction, `${MODIFIER}#retoucher`, {
    acteId: avenant.acteId,
    identite: 'article-objet',
    version: 0,
    titre: 'Objet',
    contenu: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'campagne' },
          content: [
            { type: 'text', text: 'La convention organise l’accès des patients aux plateaux techniques.' },
          ],
        },
      ],
    },
  })
  return avenant
}

/** Une campagne ouverte de la première convention vers la seconde. */
export async function uneCampagne(base: pg.Client, direction: APIRequestContext) {
  const signee = await uneSignee(base, direction, 'bagneux')
  const autre = await uneSignee(base, direction, 'gentilly')
  const avenant = await unAvenant(direction, signee, 'Objet de la coopération')
  const { campagneId } = await appeler<{ campagneId: string }>(direction, OUVRIR, {
    acteId: avenant.acteId,
    titre: 'Objet de la coopération',
    centres: [{ conventionId: autre.conventionId, valeurs: [], ecartees: [] }],
  })
  return { signee: signee.reference, avenant: avenant.reference, campagne: campagneId }
}
