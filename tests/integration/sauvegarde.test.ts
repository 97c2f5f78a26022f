import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrer } from '../../scripts/migrer.mjs'
import { restaurer } from '../../scripts/restaurer.mjs'
import { sauvegarder } from '../../scripts/sauvegarder.mjs'
import { type BaseDeTest, basePourTests } from '../fabriques/base-de-test'

// Un schéma à part, avec tout ce qui se copie mal : octets, accents, tableaux, dates, cycles, identités.
const SCHEMA = `
  CREATE TYPE etape AS ENUM ('BROUILLON', 'SIGNEE');
  CREATE TABLE acte (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, titre text NOT NULL, mots text[] NOT NULL,
    corps jsonb, jour date, moment timestamptz(6), taux numeric(12, 4), mesure double precision,
    etape etape NOT NULL, parent bigint REFERENCES acte, fichier uuid,
    cherche text GENERATED ALWAYS AS (lower(titre)) STORED);
  CREATE TABLE fichier (id uuid PRIMARY KEY, contenu bytea NOT NULL, empreinte text NOT NULL,
    acte bigint REFERENCES acte);
  ALTER TABLE acte ADD FOREIGN KEY (fichier) REFERENCES fichier;
  CREATE TABLE reference (code text PRIMARY KEY);
  INSERT INTO reference VALUES ('posée par la migration');`
// Les types de Node 20 et de TypeScript 6 ne s'accordent pas sur Buffer.
const octets = (tampon: Iterable<number>) => Uint8Array.from(tampon)
const CONTENU = octets(randomBytes(300_000))
const UUID = 'b3f0c7b4-1111-4222-8333-444455556666'

describe('la sauvegarde et la restauration', () => {
  const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'trait-union-sauvegarde-'))
  const migrations = path.join(dossier, 'migrations')
  const fichier = path.join(dossier, 'copie.sauvegarde')
  let source: BaseDeTest
  let cible: BaseDeTest

  const requete = async (base: BaseDeTest, sql: string, valeurs: unknown[] = []) => {
    const client = new pg.Client(base.urlProprietaire)
    await client.connect()
    try {
      return (await client.query(sql, valeurs)).rows
    } finally {
      await client.end()
    }
  }
  const vider = (base: BaseDeTest) => requete(base, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')

  beforeAll(async () => {
    fs.mkdirSync(path.join(migrations, '001_schema'), { recursive: true })
    fs.writeFileSync(path.join(migrations, '001_schema', 'migration.sql'), SCHEMA)
    source = await basePourTests()
    cible = await basePourTests()
    await vider(source)
    await vider(cible)
    await migrer(source.urlProprietaire, { dossier: migrations })
    await requete(
      source,
      `INSERT INTO acte (titre, mots, corps, jour, moment, taux, mesure, etape, parent) VALUES
       ('L’été à Ivry — « œuvre »', '{"a,b","c\\"d",NULL,"é{}"}', '{"clé": ["à", null, 1.50]}', '2024-02-29',
        '2024-10-27 00:30:00.123456+00', 12345678.9012, 0.1, 'SIGNEE', NULL),
       (E'ligne\\nsuivante\\t\\\\', '{}', NULL, '0044-03-15 BC', 'infinity', NULL, 'NaN', 'BROUILLON', 1)`,
    )
    const empreinte = createHash('sha256').update(CONTENU).digest('hex')
    await requete(source, 'INSERT INTO fichier VALUES ($1, $2, $3, 1)', [UUID, CONTENU, empreinte])
    await requete(source, 'UPDATE acte SET fichier = $1 WHERE id = 1', [UUID])
    await requete(source, `DELETE FROM reference; INSERT INTO reference VALUES ('choisie ensuite')`)
    await sauvegarder(source.urlProprietaire, fichier)
  })
  afterAll(async () => {
    await source.supprimer()
    await cible.supprimer()
    fs.rmSync(dossier, { recursive: true, force: true })
  })

  it('rend exactement ce qui a été sauvegardé, dans une base neuve', async () => {
    const { lignes } = await restaurer(cible, fichier, { migrations })
    expect(lignes).toBe(4)
    for (const table of ['acte', 'fichier', 'reference']) {
      const sql = `SELECT t::text AS t FROM ${table} t ORDER BY 1`
      expect(await requete(cible, sql)).toEqual(await requete(source, sql))
    }
    const suivant = await requete(
      cible,
      `INSERT INTO acte (titre, mots, etape) VALUES ('suivant', '{}', 'BROUILLON') RETURNING id::int`,
    )
    expect(suivant).toEqual([{ id: 3 }])
  })

  it('laisse le rôle d’exécution travailler', async () => {
    const client = new pg.Client(cible.urlExecution)
    await client.connect()
    expect((await client.query('SELECT count(*)::int AS n FROM acte')).rows).toEqual([{ n: 3 }])
    await client.end()
  })

  it('refuse d’écraser une base qui contient des données, sauf si on le demande', async () => {
    await expect(restaurer(cible, fichier, { migrations })).rejects.toThrow(/--remplacer/)
    await restaurer(cible, fichier, { migrations, remplacer: true })
    expect(await requete(cible, 'SELECT count(*)::int AS n FROM acte')).toEqual([{ n: 2 }])
  })

  it('refuse un fichier tronqué, altéré ou étranger, sans rien toucher', async () => {
    const avant = await requete(cible, 'SELECT t::text AS t FROM acte t ORDER BY 1')
    const entier = octets(fs.readFileSync(fichier))
    const texte = gunzipSync(entier).toString()
    const abimes: Record<string, [Uint8Array, RegExp]> = {
      tronque: [entier.subarray(0, entier.length / 2), /abîmée/],
      altere: [octets(gzipSync(texte.replace('SIGNEE', 'BROUILLON'))), /table acte/],
      sansFin: [octets(gzipSync(texte.trimEnd().split('\n').slice(0, -1).join('\n'))), /la fin manque/],
      etranger: [octets(gzipSync('{"format":"autre"}\n')), /n’est pas une sauvegarde/],
      texte: [octets(Buffer.from('bonjour')), /abîmée/],
    }
    for (const [nom, [contenu, phrase]] of Object.entries(abimes)) {
      const chemin = path.join(dossier, nom)
      fs.writeFileSync(chemin, contenu)
      await expect(restaurer(cible, chemin, { migrations, remplacer: true }), nom).rejects.toThrow(phrase)
    }
    await expect(restaurer(cible, path.join(dossier, 'absent'), { migrations })).rejects.toThrow(
      /n’existe pas/,
    )
    expect(await requete(cible, 'SELECT t::text AS t FROM acte t ORDER BY 1')).toEqual(avant)
  })

  it('refuse un fichier dont l’empreinte enregistrée est fausse', async () => {
    await requete(source, `UPDATE fichier SET empreinte = repeat('0', 64)`)
    const faux = path.join(dossier, 'faux.sauvegarde')
    await sauvegarder(source.urlProprietaire, faux)
    await expect(restaurer(cible, faux, { migrations, remplacer: true })).rejects.toThrow(/empreinte/)
  })

  it('refuse une sauvegarde écrite par une version que le code ne connaît pas', async () => {
    const autres = path.join(dossier, 'autres')
    fs.mkdirSync(autres)
    const essai = restaurer(cible, fichier, { migrations: autres, remplacer: true })
    await expect(essai).rejects.toThrow(/001_schema/)
  })
})
