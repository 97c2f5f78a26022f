// Le serveur PostgreSQL de l'établissement (DATABASE_URL) : vérifié avant usage, chaque panne dite en une phrase.
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { ErreurLancement } from './erreurs.mjs'
import { verificateurScram, verifierRoleExecution } from './roles.mjs'

const VERSION_MINIMALE = 15
const INJOIGNABLE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ECONNRESET',
]

function lireUrl(texte, variable) {
  try {
    const adresse = new URL(texte)
    if (!/^postgres(ql)?:$/.test(adresse.protocol) || !adresse.hostname || adresse.pathname.length < 2)
      throw new Error('incomplète')
    return adresse
  } catch (cause) {
    throw new ErreurLancement(
      `${variable} n’est pas une adresse PostgreSQL complète : elle s’écrit postgresql://compte:mot-de-passe@serveur:5432/base.`,
      { cause },
    )
  }
}

function phraseConnexion(erreur, adresse, variable) {
  const serveur = `${adresse.hostname}:${adresse.port || 5432}`
  const base = decodeURIComponent(adresse.pathname.slice(1))
  const code = erreur.code ?? erreur.errors?.[0]?.code
  if (INJOIGNABLE.includes(code) || /timeout expired|terminated unexpectedly/i.test(erreur.message))
    return `Le serveur PostgreSQL ${serveur} est injoignable (${code ?? 'délai dépassé'}) : vérifiez ${variable} et que le serveur répond depuis cette machine.`
  if (code === '3D000')
    return `La base « ${base} » n’existe pas sur ${serveur} : créez-la, ou corrigez ${variable}.`
  if (code === '28P01' || /password must be a string|no password/i.test(erreur.message))
    return `Le serveur ${serveur} refuse le mot de passe du compte « ${decodeURIComponent(adresse.username)} » : corrigez ${variable}.`
  if (code === '28000')
    return `Le serveur ${serveur} n’accepte pas le compte « ${decodeURIComponent(adresse.username)} » depuis cette machine (pg_hba.conf) : voyez avec son administrateur.`
  if (code === '42501')
    return `Le compte « ${decodeURIComponent(adresse.username)} » n’a pas le droit de se connecter à la base « ${base} » : voyez avec l’administrateur du serveur.`
  if (code === '53300')
    return `Le serveur ${serveur} a atteint son nombre maximal de connexions : réessayez plus tard.`
  if (code === '57P03') return `Le serveur ${serveur} démarre ou s’arrête : réessayez dans un instant.`
  if (/SSL|certificate|self.signed/i.test(erreur.message))
    return `La connexion chiffrée avec ${serveur} a échoué (${erreur.message}) : vérifiez « sslmode » dans ${variable}.`
  return `La connexion à PostgreSQL sur ${serveur} a échoué (${erreur.message}) : vérifiez ${variable}.`
}

async function connecter(texte, variable) {
  const adresse = lireUrl(texte, variable)
  const client = new pg.Client({
    connectionString: texte,
    connectionTimeoutMillis: 8_000,
    application_name: 'trait-union lancement',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (cause) {
    await client.end().catch(() => {})
    throw new ErreurLancement(phraseConnexion(cause, adresse, variable), { cause })
  }
}

export function verifierVersion(numero, libelle) {
  if (Math.floor(numero / 10_000) < VERSION_MINIMALE)
    throw new ErreurLancement(
      `PostgreSQL ${libelle} est trop ancien : Trait d’union demande la version ${VERSION_MINIMALE} ou une plus récente.`,
    )
}

/** Nom du rôle d'exécution d'une base ; PostgreSQL coupe à 63 octets. */
const nomRole = (base) =>
  `${Buffer.from(base)
    .subarray(0, 53)
    .toString()
    .replace(/\uFFFD+$/, '')}_execution`
export const motDePasseDerive = (secret) =>
  createHmac('sha256', secret).update('role-execution').digest('base64url')

async function assurerRole(client, urlProprietaire, secret) {
  const { rows } = await client.query('SELECT current_database() AS base, current_user AS compte')
  const { base, compte } = rows[0]
  const role = nomRole(base)
  const adresse = new URL(urlProprietaire)
  adresse.username = encodeURIComponent(role)
  adresse.password = motDePasseDerive(secret)
  if (await accepte(adresse.href)) return adresse.href
  const existant = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  const attributs = `LOGIN NOCREATEDB NOCREATEROLE PASSWORD '${verificateurScram(motDePasseDerive(secret))}'`
  const verbe = existant.rowCount ? 'ALTER' : 'CREATE'
  try {
    await client.query(`${verbe} ROLE ${pg.escapeIdentifier(role)} ${attributs}`)
    await client.query(
      `GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(base)} TO ${pg.escapeIdentifier(role)}`,
    )
  } catch (cause) {
    if (cause.code !== '42501') throw cause
    throw new ErreurLancement(
      `Le compte « ${compte} » ne peut pas créer ou ajuster le rôle « ${role} » (droit CREATEROLE absent) : faites exécuter par un administrateur « ALTER ROLE ${pg.escapeIdentifier(compte)} CREATEROLE », ou faites créer un rôle ordinaire et donnez son adresse dans DATABASE_URL_EXECUTION.`,
      { cause },
    )
  }
  return adresse.href
}

async function accepte(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 8_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (erreur) {
    if (erreur.code === '28P01' || erreur.code === '28000') return false
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Vérifie le serveur externe et son rôle d'exécution.
 * @param {{ url: string, urlExecution?: string, secret?: string }} options
 * @returns {Promise<{ urlProprietaire: string, urlExecution: string, arreter: () => Promise<void> }>}
 */
export async function preparerBaseExterne({ url, urlExecution, secret }) {
  const client = await connecter(url, 'DATABASE_URL')
  try {
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS numero, current_setting('server_version') AS libelle`,
    )
    verifierVersion(rows[0].numero, rows[0].libelle.split(' ')[0])
    if (urlExecution) await (await connecter(urlExecution, 'DATABASE_URL_EXECUTION')).end()
    else if (!secret)
      throw new ErreurLancement(
        'AUTH_SECRET est nécessaire pour préparer le rôle d’exécution, à moins de donner DATABASE_URL_EXECUTION.',
      )
    const execution = urlExecution ?? (await assurerRole(client, url, secret))
    await verifierRoleExecution(url, execution)
    return { urlProprietaire: url, urlExecution: execution, arreter: async () => {} }
  } finally {
    await client.end().catch(() => {})
  }
}
