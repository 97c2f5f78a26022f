// Le fichier .sauvegarde : des lignes JSON compressées (gzip). Une ligne d'en-tête, puis pour chaque table son nom et
// ses colonnes, une ligne par enregistrement (valeurs en texte PostgreSQL, bytea en base64) et son total, et enfin la
// somme de tout ce qui précède. Il se relit sans PostgreSQL, avec gunzip.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { ErreurLancement } from './erreurs.mjs'

export const FORMAT = 'trait-union-sauvegarde'
export const VERSION_FORMAT = 1
const HORS_SAUVEGARDE = ['_prisma_migrations']
export const cite = (nom) => pg.escapeIdentifier(nom)

/** Une connexion dont les valeurs s'écrivent toujours de la même façon. */
export async function connecter(connectionString) {
  const client = new pg.Client({ connectionString, application_name: `trait-union ${process.pid}` })
  await client.connect()
  await client.query(
    `SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET timezone = 'UTC';
     SET extra_float_digits = 1; SET bytea_output = 'hex'; SET lc_monetary = 'C'; SET row_security = off;
     SET search_path = public`,
  )
  return client
}

/** Les tables de `public`, leurs colonnes enregistrables et leur clé. */
export async function decrireTables(client) {
  const { rows } = await client.query(
    `SELECT c.relname AS nom,
       (SELECT json_agg(json_build_object('nom', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
          ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS colonnes,
       (SELECT json_agg(a.attname ORDER BY k.rang) FROM pg_index i
          CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(num, rang)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num
        WHERE i.indrelid = c.oid AND i.indisprimary) AS cle
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT c.relispartition AND c.relname <> ALL($1) ORDER BY c.relname COLLATE "C"`,
    [HORS_SAUVEGARDE],
  )
  return rows.map((t) => ({ ...t, colonnes: t.colonnes ?? [] }))
}

const enTexte = ({ nom, type }) =>
  type === 'bytea' ? `translate(encode(${cite(nom)}, 'base64'), E'\\n', '')` : `${cite(nom)}::text`

/** Parcourt une table dans un ordre stable, par petits paquets ; `client` doit être dans une transaction. */
export async function* lireTable(client, { nom, colonnes, cle }) {
  const ordre = (cle ?? colonnes.map((c) => c.nom)).map((c) => `${cite(c)}::text COLLATE "C"`)
  const valeurs = colonnes.map((c, i) => `${enTexte(c)} AS c${i}`)
  await client.query(
    `DECLARE lecture NO SCROLL CURSOR FOR SELECT ${valeurs.join(', ')} FROM ${cite(nom)} ORDER BY ${ordre.join(', ')}`,
  )
  const pas = colonnes.some((c) => c.type === 'bytea') ? 5 : 500 // les fichiers pèsent lourd
  for (;;) {
    const { rows } = await client.query({ text: `FETCH ${pas} FROM lecture`, rowMode: 'array' })
    for (const ligne of rows) yield JSON.stringify(ligne)
    if (rows.length < pas) break
  }
  await client.query('CLOSE lecture')
}

/** Nombre de lignes et somme d'une table, pour comparer une base à une sauvegarde. */
export async function sommer(client, table) {
  const somme = createHash('sha256')
  let lignes = 0
  for await (const ligne of lireTable(client, table)) {
    somme.update(`${ligne}\n`)
    lignes++
  }
  return { lignes, somme: somme.digest('hex') }
}

async function* lignesDe(fichier) {
  const flux = fs.createReadStream(fichier)
  const gunzip = createGunzip()
  flux.on('error', (erreur) => gunzip.destroy(erreur))
  flux.pipe(gunzip)
  try {
    yield* createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY })
  } finally {
    flux.destroy()
  }
}

const abime = (fichier, raison, cause) =>
  new ErreurLancement(`La sauvegarde ${fichier} est abîmée (${raison}) : rien n’a été restauré.`, { cause })

/**
 * Relit une sauvegarde du début à la fin en vérifiant ses sommes.
 * @param {string} fichier
 * @param {{ enTete?: Function, table?: Function, ligne?: Function, finTable?: Function, sequences?: Function }} visiteur
 */
export async function parcourir(fichier, visiteur = {}) {
  if (!fs.existsSync(fichier)) throw new ErreurLancement(`Le fichier ${fichier} n’existe pas.`)
  const etat = {
    globale: createHash('sha256'),
    tables: [],
    table: undefined,
    enTete: undefined,
    finie: false,
  }
  try {
    for await (const texte of lignesDe(fichier)) {
      if (etat.finie) throw abime(fichier, 'des données suivent la fin')
      await traiter(fichier, etat, texte, visiteur)
    }
  } catch (erreur) {
    if (erreur instanceof ErreurLancement || erreur.code?.length === 5) throw erreur
    throw abime(fichier, erreur instanceof SyntaxError ? 'contenu illisible' : erreur.message, erreur)
  }
  if (!etat.finie) throw abime(fichier, 'la fin manque')
  return { enTete: etat.enTete, tables: etat.tables }
}

async function traiter(fichier, etat, texte, visiteur) {
  const valeur = JSON.parse(texte)
  if (Array.isArray(valeur)) {
    if (!etat.table) throw abime(fichier, 'une ligne sans table')
    etat.table.hachage.update(`${texte}\n`)
    etat.table.lignes++
    await visiteur.ligne?.(valeur)
  } else if (!etat.enTete) {
    if (valeur.format !== FORMAT)
      throw new ErreurLancement(`${fichier} n’est pas une sauvegarde de Trait d’union.`)
    if (valeur.version !== VERSION_FORMAT)
      throw new ErreurLancement(`${fichier} vient d’une version plus récente de Trait d’union.`)
    etat.enTete = valeur
    await visiteur.enTete?.(valeur)
  } else if (valeur.table) {
    etat.table = { ...valeur, lignes: 0, hachage: createHash('sha256') }
    await visiteur.table?.(valeur)
  } else if (valeur.finTable) {
    const { lignes } = etat.table
    const somme = etat.table.hachage.digest('hex')
    if (valeur.lignes !== lignes || valeur.somme !== somme) throw abime(fichier, `table ${valeur.finTable}`)
    etat.tables.push({ nom: valeur.finTable, lignes, somme })
    await visiteur.finTable?.(etat.table)
    etat.table = undefined
  } else if (valeur.sequences) await visiteur.sequences?.(valeur.sequences)
  else if (valeur.fin) {
    if (valeur.somme !== etat.globale.digest('hex')) throw abime(fichier, 'somme de contrôle')
    etat.finie = true
    return
  }
  etat.globale.update(`${texte}\n`)
}
