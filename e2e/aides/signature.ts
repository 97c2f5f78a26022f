// De l'accord à la signature, par les actions mêmes de l'application : avis, vote, signataires, envoi, retours sur papier.
import { type APIRequestContext, expect } from '@playwright/test'
import type pg from 'pg'
import { appeler, Formulaire } from './actions'
import { dernierCodeDe, unTexteAccepte } from './negociation'
import { contexteDe } from './sessions'

const VOTE = 'app/(connecte)/conventions/[reference]/vote/actions.ts'
const SIGNATURE = 'app/(connecte)/conventions/[reference]/signature/actions.ts'
/** Une image d'un point : ce qu'un numériseur rend de plus court. */
export const PAGE_NUMERISEE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
export const aujourdHui = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date())

type Cotes = { direction: APIRequestContext; mairie: APIRequestContext }
export type ActeEnvoye = { reference: string; acteId: string; envoiId: string }

/** Un acte de ce centre figé et envoyé à la signature, un signataire de chaque côté. */
export async function unActeASigner(
  base: pg.Client,
  cotes: Cotes,
  centre: string,
  pendantLaRelecture?: (acte: { reference: string; acteId: string }) => Promise<void>,
): Promise<ActeEnvoye> {
  const acte = await unTexteAccepte(base, cotes.direction, cotes.mairie, centre, pendantLaRelecture)
  return mettreALaSignature(base, cotes, acte)
}

/** Avis rendus, vote enregistré, signataires nommés : l'acte accepté est figé et envoyé à la signature. */
export async function mettreALaSignature(
  base: pg.Client,
  cotes: Cotes,
  acte: { reference: string; acteId: string },
): Promise<ActeEnvoye> {
  await rendreLesAvis(base, acte.acteId)
  await voter(base, cotes.mairie, acte.acteId)
  await nommerLesSignataires(base, cotes.direction, acte.acteId)
  await appeler(cotes.direction, `${SIGNATURE}#envoyer`, {
    acteId: acte.acteId,
    version: await versionDe(base, acte.acteId),
    premiere: null,
  })
  let envoiId = ''
  await expect
    .poll(
      async () => {
        const { rows } = await base.query<{ id: string; etat: string; motif: string | null }>(
          'SELECT id, etat, motif FROM envoi_signature WHERE acte_id = $1 ORDER BY numero DESC LIMIT 1',
          [acte.acteId],
        )
        envoiId = rows[0]?.id ?? ''
        return rows[0]?.motif ?? rows[0]?.etat
      },
      { timeout: 120_000 },
    )
    .toBe('PRET')
  return { ...acte, envoiId }
}

/** Chaque signataire revient par une page numérisée : l'acte est signé. */
export async function signerSurPapier(
  base: pg.Client,
  direction: APIRequestContext,
  { acteId, envoiId }: ActeEnvoye,
): Promise<void> {
  const { rows } = await base.query<{ id: string }>(
    'SELECT id FROM partie WHERE acte_id = $1 ORDER BY rang',
    [acteId],
  )
  for (const { id: partieId } of rows) {
    const fichier = { name: 'acte-signe.png', mimeType: 'image/png', buffer: PAGE_NUMERISEE }
    const { id: fichierId } = await appeler<{ id: string }>(
      direction,
      `${SIGNATURE}#deposer`,
      new Formulaire({ envoiId, fichier }),
    )
    await appeler(direction, `${SIGNATURE}#enregistrer`, {
      envoiId,
      fichierId,
      mode: 'PAPIER',
      signatures: [{ partieId, rang: 1, signeLe: aujourdHui(), lue: null }],
    })
  }
}

const versionDe = async (base: pg.Client, acteId: string): Promise<number> =>
  (await base.query<{ version: number }>('SELECT version FROM acte WHERE id = $1', [acteId])).rows[0]
    ?.version ?? 0

export const empreinteDe = async (base: pg.Client, acteId: string): Promise<string> =>
  (
    await base.query<{ empreinte: string }>(
      'SELECT empreinte FROM version_acte WHERE acte_id = $1 ORDER BY numero DESC LIMIT 1',
      [acteId],
    )
  ).rows[0]?.empreinte ?? ''

async function rendreLesAvis(base: pg.Client, acteId: string): Promise<void> {
  const empreinte = await empreinteDe(base, acteId)
  for (const [role, fonction] of [
    ['juridique', 'juridique'],
    ['cme', 'cme'],
  ] as const) {
    const valideur = await contexteDe(role)
    await appeler(valideur, `${VOTE}#envoyerCodeAvis`, { acteId, fonction, empreinte })
    const code = await dernierCodeDe(base, acteId)
    await appeler(valideur, `${VOTE}#approuverTexte`, { acteId, fonction, empreinte, code })
    await valideur.dispose()
  }
}

/** La mairie met le texte au vote et inscrit une délibération complète, du jour. */
export async function voter(base: pg.Client, mairie: APIRequestContext, acteId: string): Promise<void> {
  await appeler(mairie, `${VOTE}#soumettre`, { acteId, version: await versionDe(base, acteId) })
  const { rows } = await base.query<{ id: string }>(
    `SELECT id FROM partie WHERE acte_id = $1 AND role = 'GESTIONNAIRE'`,
    [acteId],
  )
  await appeler(mairie, `${VOTE}#enregistrerDecision`, {
    acteId,
    partieId: rows[0]?.id,
    empreinte: await empreinteDe(base, acteId),
    organe: 'conseil municipal',
    numero: '2026-41',
    seanceLe: aujourdHui(),
    transmiseLe: aujourdHui(),
    publieeLe: aujourdHui(),
    portee: 'ACTE',
    fichierId: null,
  })
}

const SIGNATAIRES = {
  HOPITAL: { civilite: 'M', prenom: 'Claude', nom: 'Rivière', qualite: 'Directeur général' },
  GESTIONNAIRE: { civilite: 'MME', prenom: 'Dominique', nom: 'Martin', qualite: 'Maire' },
} as const

async function nommerLesSignataires(
  base: pg.Client,
  direction: APIRequestContext,
  acteId: string,
): Promise<void> {
  const { rows } = await base.query<{ id: string; version: number; role: keyof typeof SIGNATAIRES }>(
    'SELECT s.id, p.version, p.role FROM signataire s JOIN partie p ON p.id = s.partie_id WHERE p.acte_id = $1',
    [acteId],
  )
  for (const { id, version, role } of rows)
    await appeler(direction, `${VOTE}#enregistrerPouvoir`, {
      signataireId: id,
      version,
      ...SIGNATAIRES[role],
      nature: 'DROIT',
      reference: null,
      date: null,
      autorite: null,
      fichierId: null,
    })
}
