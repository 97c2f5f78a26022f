import 'server-only'
import { chargerChaine, INCLURE_TEXTE, texteDesTables, valeursDe } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { texteDuProjet } from '../../bd/projet-avenant'
import { avecActeur } from '../../bd/transaction'
import { estRedacteur } from '../../domaine/acte/droits'
import { referenceDActe } from '../../domaine/acte/reference'
import { figerTexte, type TexteFige } from '../../domaine/acte/version'
import { parEffet } from '../../domaine/avenant/consolider'
import type { ProjetRedige } from '../../domaine/avenant/projet'
import type { DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ConventionLue } from '../convention/lire-convention'
import { listerVersions, texteDeVersion } from '../convention/texte-partage'

/** Où en est la transcription d'un avenant repris, et ce qu'elle lui fait dire. */
export type TranscriptionLue = {
  /** `a-commencer` et `en-cours` : rien n'est appliqué ; `correction` : la dernière déclarée l'est encore. */
  etat: 'a-commencer' | 'en-cours' | 'declaree' | 'correction'
  /** L'acteur peut la commencer, la poursuivre, la déclarer ou la corriger. */
  peutEcrire: boolean
  /** Version du projet relu ; 0 avant le début ou pour qui ne rédige pas. */
  version: number
  /** Ses modifications, article par article ; `null` tant qu'il n'y a rien à lire. */
  texte: TexteFige | null
  declaree: { le: Date; par: string } | null
  /** Ce que le texte en vigueur empêche aujourd'hui. */
  arretees: number
  /** Jour où ses modifications s'appliquent ; `null` quand la convention n'est pas lisible. */
  effetLe: DateIso | null
  /** Le texte de la convention est saisi : sans lui, il n'y a rien à modifier. */
  conventionTranscrite: boolean
  /** Avenants repris d'effet antérieur dont les modifications manquent encore. */
  avant: { reference: string; rang: number }[]
}

/** Transcription d'un avenant repris déjà lu par l'acteur ; `null` pour tout autre acte. */
export async function lireTranscription(acteur: Acteur, c: ConventionLue): Promise<TranscriptionLue | null> {
  if (c.rang === 0 || c.origine !== 'REPRISE' || c.etape !== 'SIGNEE') return null
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findUnique({
      where: { id: c.acteId },
      select: { groupeId: true, convention: { select: { reference: true } } },
    })
    if (!acte) return null
    const redige = estRedacteur(acteur, acte)
    const projet = redige
      ? await tx.projetAvenant.findUnique({
          where: { acteId: c.acteId },
          include: { acte: { select: { retouches: { where: { arretee: { not: null } } } } } },
        })
      : null
    const [derniere] = await listerVersions(tx, c.acteId)
    const chaine = await chargerChaine(tx, c.conventionId)
    const signe = chaine?.avenants.find((a) => a.acteId === c.acteId)
    const enCours = projet !== null && projet.closeLe === null
    return {
      etat: enCours ? (derniere ? 'correction' : 'en-cours') : derniere ? 'declaree' : 'a-commencer',
      peutEcrire: redige,
      version: projet?.version ?? 0,
      texte: enCours
        ? await texteEnCours(tx, c.acteId)
        : derniere
          ? await texteDeVersion(tx, c.conventionId, derniere.id)
          : null,
      declaree: derniere ? { le: projet?.closeLe ?? derniere.creeLe, par: derniere.creeParNom } : null,
      arretees: projet?.acte.retouches.length ?? 0,
      effetLe: signe?.effetLe ?? null,
      conventionTranscrite: chaine?.initial.transcrit ?? false,
      avant: signe
        ? (chaine?.avenants ?? [])
            .filter((a) => !a.transcrit && a.acteId !== c.acteId && parEffet(a, signe) < 0)
            .map((a) => ({ reference: referenceDActe(acte.convention.reference, a.rang), rang: a.rang }))
        : [],
    }
  })
}

/** Ce qui est transcrit à cet instant, tel qu'une déclaration le figerait. */
async function texteEnCours(tx: Tx, acteId: string): Promise<TexteFige> {
  const acte = await tx.acte.findUnique({
    where: { id: acteId },
    include: { ...INCLURE_TEXTE, projet: true },
  })
  if (!acte?.projet) throw new ErreurMetier('INTROUVABLE')
  const texte = texteDesTables(acte, await valeursDe(tx, acte.conventionId))
  const redaction = acte.projet.redaction as unknown as ProjetRedige
  return figerTexte(texteDuProjet(texte, redaction, acte.rang), { surtitre: '', parties: [] })
}
