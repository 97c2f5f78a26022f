// Des engagements à mesurer sur une convention signée, posés dans la base avec leurs deux derniers trimestres finis.
import type { APIRequestContext } from '@playwright/test'
import type pg from 'pg'
import { aujourdHuiAParis } from '../../lib/domaine/calendrier/dates'
import type { Declaration, Promesse } from '../../lib/domaine/engagement/declaration'
import { periodeCivile, periodePrecedente } from '../../lib/domaine/engagement/periodes'
import { uneSignee } from './campagne'

type APoser = Pick<Declaration, 'cle' | 'libelle' | 'debiteur' | 'theme'> & {
  promesse: Promesse
  cible: Record<string, unknown>
}

export const PATIENTS = 'Accueillir les patients sans médecin traitant'
export const MESSAGERIE = 'Écrire par messagerie sécurisée'
const A_POSER: readonly APoser[] = [
  {
    cle: 'essai-patients',
    libelle: PATIENTS,
    debiteur: 'centre',
    theme: 'demographie-medicale',
    promesse: { genre: 'quantite', parametre: null, nombre: 10, sens: 'au-moins', unite: 'patients' },
    cible: { genre: 'quantite', nombre: 10, sens: 'au-moins', unite: 'patients' },
  },
  {
    cle: 'essai-messagerie',
    libelle: MESSAGERIE,
    debiteur: 'centre',
    theme: 'echange-de-donnees',
    promesse: { genre: 'permanent' },
    cible: { genre: 'permanent' },
  },
  {
    cle: 'essai-scanner',
    libelle: 'Répondre à chaque demande de scanner',
    debiteur: 'hopital',
    theme: 'imagerie',
    promesse: {
      genre: 'delai',
      parametre: null,
      valeur: { nombre: 48, unite: 'heure' },
      decompte: 'calendaire',
      parametreDecompte: null,
      part: 90,
    },
    cible: { genre: 'delai', nombre: 48, unite: 'heure', decompte: 'calendaire', part: 90 },
  },
  {
    cle: 'essai-adressages',
    libelle: 'Joindre une lettre à chaque adressage',
    debiteur: 'centre',
    theme: 'consultations',
    promesse: { genre: 'taux', parametre: null, pourcent: 95, sens: 'au-moins' },
    cible: { genre: 'taux', pourcent: 95, sens: 'au-moins' },
  },
]

/** Une convention signée de ce centre, et les identifiants de ses engagements par clé. */
export async function uneConventionAMesurer(base: pg.Client, direction: APIRequestContext, centre: string) {
  const signee = await uneSignee(base, direction, centre)
  return { ...signee, engagements: await poserEngagements(base, signee.acteId) }
}

/** Pose ces engagements sur un acte signé ; rend leurs identifiants par clé. */
export async function poserEngagements(base: pg.Client, acteId: string): Promise<Record<string, string>> {
  const poses: Record<string, string> = {}
  for (const e of A_POSER) poses[e.cle] = await poser(base, acteId, e)
  return poses
}

async function poser(base: pg.Client, acteId: string, { cible, ...e }: APoser): Promise<string> {
  const declaration: Declaration = {
    ...e,
    unite: 'article-imagerie',
    variante: null,
    recurrence: 'trimestre',
    condition: null,
    portees: [],
    demandes: null,
    referents: { hopital: null, centre: null },
  }
  const courante = periodeCivile(aujourdHuiAParis(new Date()), 'trimestre')
  const derniere = periodePrecedente(courante.debut, 'trimestre')
  const premiere = periodePrecedente(derniere.debut, 'trimestre')
  const periodes = [premiere, derniere, courante]
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO engagement (id, convention_id, groupe_id, organisations, cle, origine, libelle, theme, debiteur, genre,
       recurrence, declaration, depuis, exigible_le, cree_le)
     SELECT gen_random_uuid(), convention_id, groupe_id, organisations, $2, 'TEXTE', $3, $4, $5, $6, 'trimestre', $7,
       $8, $8, now() FROM acte WHERE id = $1 RETURNING id`,
    [
      acteId,
      e.cle,
      e.libelle,
      e.theme,
      e.debiteur,
      e.promesse.genre,
      JSON.stringify(declaration),
      premiere.debut,
    ],
  )
  const id = rows[0]?.id ?? ''
  await base.query(
    `INSERT INTO cible_engagement (engagement_id, depuis, cible, rang) VALUES ($1, $3, $2, 0)`,
    [id, JSON.stringify(cible), premiere.debut],
  )
  for (const p of periodes)
    await base.query(
      'INSERT INTO mesure (id, engagement_id, debut, fin) VALUES (gen_random_uuid(), $1, $2, $3)',
      [id, p.debut, p.fin],
    )
  return id
}
