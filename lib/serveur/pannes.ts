import 'server-only'
import { randomInt } from 'node:crypto'
import { ErreurMetier } from '../domaine/erreurs'
import { messageErreur } from '../presentation/erreurs'

/** Codes d'une base qui ne répond pas : connexion refusée, coupée, arrêt en cours, trop de clients, délai. */
const CODES_PANNE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
])

/** Vrai si l'erreur (ou l'une de ses causes) dit que la base ne répond pas. */
export function estPanneDeBase(erreur: unknown): boolean {
  for (let e: unknown = erreur, i = 0; e && i < 6; i++) {
    if (typeof e !== 'object') return false
    const { code, message, cause, meta } = e as {
      code?: unknown
      message?: unknown
      cause?: unknown
      meta?: { driverAdapterError?: unknown }
    }
    if (typeof code === 'string' && CODES_PANNE.has(code)) return true
    if (
      typeof message === 'string' &&
      /ECONNREFUSED|Connection terminated|timeout exceeded when trying to connect|Can't reach database/.test(
        message,
      )
    )
      return true
    e = cause ?? meta?.driverAdapterError
  }
  return false
}

/** Journalise l'erreur sous un numéro court que l'utilisateur peut citer au support. */
export function journaliserPanne(erreur: unknown): string {
  const numero = `${Date.now().toString(36).slice(-5)}-${randomInt(1000, 9999)}`.toUpperCase()
  console.error(`[incident ${numero}]`, erreur)
  return numero
}

/** La phrase à garder d'un travail qui a échoué : le refus nommé, ou une panne journalisée et son numéro. */
export function phraseDeLEchec(erreur: unknown): string {
  const refus =
    erreur instanceof ErreurMetier
      ? erreur
      : new ErreurMetier('TACHE_ECHOUEE', { numero: journaliserPanne(erreur) })
  const { titre, conseil } = messageErreur(refus)
  return `${titre}. ${conseil}`
}
