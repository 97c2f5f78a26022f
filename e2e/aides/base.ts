import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { detecterBase } from '../../scripts/base.mjs'

/** Connexion du propriétaire à la base de l'application testée : pour constater, jamais pour agir à sa place. */
export async function ouvrirBase(): Promise<pg.Client> {
  const lue = await detecterBase({ dossier: process.env.DONNEES_E2E })
  if (!lue?.port) throw new Error(`Aucune base en marche dans ${process.env.DONNEES_E2E}`)
  const { port, dossier } = lue
  const secrets = JSON.parse(fs.readFileSync(path.join(dossier, 'pg', 'trait-union.json'), 'utf8')) as {
    motDePasse: string
  }
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    database: 'trait_union',
    user: 'trait_union',
    password: secrets.motDePasse,
  })
  await client.connect()
  return client
}

/** Tables que toute visite touche sans rien écrire pour personne : essais de connexion, cache, date de visite. */
const HORS_EMPREINTE = ['tentative_connexion', 'rendu', 'session', '_prisma_migrations']

/** Empreinte de chaque table : deux appels égaux disent que rien n'a été écrit entre eux. */
export async function empreinteDesTables(base: pg.Client): Promise<Record<string, string>> {
  const { rows } = await base.query<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND relname <> ALL ($1) ORDER BY relname`,
    [HORS_EMPREINTE],
  )
  const lues: Record<string, string> = {}
  for (const { relname } of rows) {
    const t = pg.escapeIdentifier(relname)
    const { rows: r } = await base.query<{ e: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(md5((to_jsonb(t) - 'derniere_visite_le')::text), '' ORDER BY md5((to_jsonb(t) - 'derniere_visite_le')::text)), '')) AS e FROM ${t} t`,
    )
    lues[relname] = r[0]?.e ?? ''
  }
  return lues
}
