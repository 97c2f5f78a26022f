// Les réglages d'un départ, lus dans l'environnement et vérifiés avant toute autre chose.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { ErreurLancement } from './erreurs.mjs'
import { RACINE } from './postgres-embarque.mjs'

export function verifierNode(version = process.versions.node) {
  const [majeure, mineure] = version.split('.').map(Number)
  if (majeure < 20 || (majeure === 20 && mineure < 19))
    throw new ErreurLancement(
      `Node ${version} est trop ancien : Trait d’union demande Node 20.19 ou plus récent.`,
    )
}

/** Un fichier `.env` complète l'environnement sans le remplacer. */
export function chargerFichierEnv() {
  const fichier = path.join(RACINE, '.env')
  if (fs.existsSync(fichier)) process.loadEnvFile(fichier)
}

function lireDemonstration(env, externe) {
  if (!env.DEMONSTRATION) return !externe
  if (!['0', '1', 'comptes'].includes(env.DEMONSTRATION))
    throw new ErreurLancement(
      `DEMONSTRATION vaut « ${env.DEMONSTRATION} » : écrivez 1 (oui), comptes (sans l’histoire fictive) ou 0 (non).`,
    )
  return env.DEMONSTRATION !== '0'
}

/** @returns les réglages du départ, tirés de l'environnement */
export function lireReglages(env = process.env) {
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ErreurLancement(`PORT vaut « ${env.PORT} » : donnez un nombre entre 1 et 65535.`)
  const externe = Boolean(env.DATABASE_URL)
  const demonstration = lireDemonstration(env, externe)
  const reglages = {
    port,
    externe,
    demonstration,
    histoire: demonstration && env.DEMONSTRATION !== 'comptes',
    hote: env.HOTE || (demonstration ? '127.0.0.1' : '0.0.0.0'),
    secret: env.AUTH_SECRET || undefined,
  }
  verifierCourriel(env, demonstration)
  if (reglages.secret || externe || !demonstration) verifierSecret(reglages.secret)
  return reglages
}

const ADRESSE = /^[^\s@<>",;]+@[^\s@<>",;]+$/

/** Le serveur de courriel, s'il est donné : son adresse, qui écrit, et où mènent les liens. */
export function verifierCourriel(env, demonstration) {
  if (!env.SMTP_URL) return
  const url = URL.canParse(env.SMTP_URL) ? new URL(env.SMTP_URL) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
    throw new ErreurLancement(
      'SMTP_URL n’est pas l’adresse d’un serveur de courriel : elle s’écrit smtp://compte:mot-de-passe@serveur:587, ou smtps:// pour une connexion chiffrée d’emblée.',
    )
  const expediteur = env.COURRIEL_EXPEDITEUR?.trim()
  if (!expediteur)
    throw new ErreurLancement(
      'COURRIEL_EXPEDITEUR manque : donnez l’adresse qui signe les courriels, par exemple « Trait d’union <conventions@exemple.fr> ».',
    )
  const adresse = /^[^<>]*<([^<>]+)>$/.exec(expediteur)?.[1] ?? expediteur
  if (!ADRESSE.test(adresse))
    throw new ErreurLancement(
      `COURRIEL_EXPEDITEUR vaut « ${expediteur} » : donnez une adresse, seule ou sous la forme « Nom <adresse@exemple.fr> ».`,
    )
  const publique = env.AUTH_URL && URL.canParse(env.AUTH_URL) ? new URL(env.AUTH_URL) : undefined
  if (!demonstration && !/^https?:$/.test(publique?.protocol ?? ''))
    throw new ErreurLancement(
      'AUTH_URL manque : les liens des courriels ont besoin de l’adresse publique, par exemple https://conventions.exemple.fr.',
    )
}

const COMMENT = 'donnez-en un long et tiré au hasard, par exemple avec « openssl rand -base64 32 »'

/** Un secret de session deviné ouvre tous les comptes : ni court, ni répétitif. */
export function verifierSecret(secret) {
  if (!secret) throw new ErreurLancement(`AUTH_SECRET manque : ${COMMENT}.`)
  if (secret.length < 32)
    throw new ErreurLancement(
      `AUTH_SECRET est trop court (${secret.length} caractères, 32 au moins) : ${COMMENT}.`,
    )
  const periode = (secret + secret).indexOf(secret, 1)
  const distincts = new Set(secret).size
  if (distincts < 10 || periode <= secret.length / 2 || motifRepete(secret))
    throw new ErreurLancement(`AUTH_SECRET est trop répétitif pour protéger les sessions : ${COMMENT}.`)
}

// « abcdabcdabc » : une répétition peut finir au milieu du motif.
function motifRepete(secret) {
  for (let n = 1; n <= 16; n++) if ([...secret].every((c, i) => i < n || c === secret[i - n])) return true
  return false
}

/** Le secret de la démonstration, gardé pour que les sessions survivent à un redémarrage. */
export function secretDeDemonstration(dossier) {
  const fichier = path.join(dossier, 'secret-session')
  try {
    fs.writeFileSync(fichier, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (cause.code !== 'EEXIST')
      throw new ErreurLancement(
        `Le secret de session ne peut pas être gardé dans ${dossier} (${cause.code}).`,
        {
          cause,
        },
      )
  }
  try {
    const secret = fs.readFileSync(fichier, 'utf8').trim()
    if (secret.length >= 32) return secret
    fs.rmSync(fichier) // resté vide après une coupure : on en tire un autre
    return secretDeDemonstration(dossier)
  } catch (cause) {
    throw new ErreurLancement(
      `${fichier} n’est pas lisible par ce compte : lancez l’application avec le compte qui a créé le dossier de données.`,
      { cause },
    )
  }
}

/** Essaie le port avant de construire ou de démarrer quoi que ce soit. */
export function verifierPort(port, hote) {
  return new Promise((resoudre, rejeter) => {
    const essai = net.createServer()
    essai.once('error', (cause) => {
      const phrases = {
        EADDRINUSE: `Le port ${port} est déjà occupé : arrêtez le programme qui s’en sert, ou choisissez-en un autre (PORT=${port + 1} npm start).`,
        EACCES: `Ce compte n’a pas le droit d’ouvrir le port ${port} : choisissez un port au-dessus de 1024 dans PORT.`,
        EADDRNOTAVAIL: `L’adresse ${hote} n’est pas celle de cette machine : corrigez HOTE.`,
        ENOTFOUND: `L’adresse ${hote} est inconnue : corrigez HOTE.`,
      }
      rejeter(
        new ErreurLancement(
          phrases[cause.code] ?? `Le port ${port} ne peut pas être ouvert (${cause.code}).`,
          {
            cause,
          },
        ),
      )
    })
    essai.listen({ port, host: hote, exclusive: true }, () => essai.close(() => resoudre()))
  })
}
