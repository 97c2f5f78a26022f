import 'server-only'
import { chargerChaine } from '../../bd/chaine'
import type { Tx } from '../../bd/client'
import { type Organisme, organismesPossibles } from '../../bd/organismes'
import { type RetoucheLue, versRetouche } from '../../bd/retouches'
import { avecActeur } from '../../bd/transaction'
import { cleMention } from '../../domaine/acte/autorite'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import { lireReference, referenceDActe } from '../../domaine/acte/reference'
import type { EtatDeLaChaine } from '../../domaine/avenant/etat'
import { baseDeLaTranscription, baseDuProjet, type ProjetRedige } from '../../domaine/avenant/projet'
import { ciblesCommunes } from '../../domaine/avenant/rebaser'
import type { UniteDeModele } from '../../domaine/avenant/reprise-du-modele'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { GenreUnite } from '../../domaine/texte/unites'
import { type ConventionLue, lireConvention } from '../convention/lire-convention'

export type RetoucheSuivie = RetoucheLue & { modifieLe: Date; modifieParNom: string | null }

/** Un projet d'avenant et le texte en vigueur dont il part. */
export type AtelierLu = {
  avenant: ConventionLue
  base: EtatDeLaChaine
  dateBase: DateIso
  effet: { date: DateIso | null; version: number }
  motif: string | null
  redaction: ProjetRedige
  retouches: RetoucheSuivie[]
  /** Articles de l'avenant ajustés à la main. */
  ajustees: ReadonlySet<string>
  /** Unités du modèle dont la convention est née, pour en reprendre ce que le texte n'a pas. */
  duModele: (UniteDeModele & { titre: string | null })[]
  /** Organismes qui peuvent prendre la place d'une partie, par rôle. */
  organismes: Record<'HOPITAL' | 'GESTIONNAIRE', Organisme[]>
  /** Autres projets de la chaîne qui touchent les mêmes cibles. */
  concurrents: { reference: string; rang: number; cibles: string[] }[]
  /** Avenant déjà signé sur papier, que l'on transcrit ; `null` pour un projet. */
  transcription: { correction: boolean } | null
}

/**
 * Projet d'avenant, ou transcription d'un avenant repris, que l'acteur rédige ; `null` : inconnu, interdit, partagé, signé
 * dans l'application, transcription déclarée complète, ou qui n'est pas un avenant.
 */
export async function lireAtelier(
  acteur: Acteur,
  reference: string,
  maintenant: Date,
): Promise<AtelierLu | null> {
  const visee = lireReference(reference)
  if (!visee || visee.rang === 0) return null
  const avenant = await lireConvention(acteur, reference, maintenant, null, true)
  if (!avenant?.droits.modifier) return null
  return avecActeur(acteur, async (tx) => {
    const projet = await tx.projetAvenant.findUnique({ where: { acteId: avenant.acteId } })
    const chaine = projet && (await chargerChaine(tx, avenant.conventionId))
    if (!chaine || projet.closeLe) return null
    const signe = chaine.avenants.find((a) => a.acteId === avenant.acteId)
    const effet = signe ? { date: signe.effetLe, version: 0 } : await effetDe(tx, avenant)
    const dateBase = effet.date ?? aujourdHuiAParis(maintenant)
    const retouches = await retouchesDe(tx, avenant.acteId)
    const ajustees = await tx.unite.findMany({
      where: { acteId: avenant.acteId, genere: { not: null } },
      select: { identite: true },
    })
    return {
      avenant,
      base: signe
        ? baseDeLaTranscription(chaine.etat, chaine.avenants, signe)
        : baseDuProjet(chaine.etat, chaine.avenants, effet.date, dateBase),
      dateBase,
      effet,
      motif: projet.motif,
      redaction: projet.redaction as unknown as ProjetRedige,
      retouches,
      ajustees: new Set(ajustees.map((u) => u.identite)),
      // Un avenant déjà signé n'attend personne : il l'a emporté.
      concurrents: signe ? [] : await concurrentsDe(tx, avenant, visee.convention, retouches),
      transcription: signe ? { correction: signe.transcrit } : null,
      duModele: avenant.modele ? await unitesDuModele(tx, avenant.modele.versionId) : [],
      organismes: {
        HOPITAL: await organismesPossibles(tx, avenant.groupe.id, 'HOPITAL'),
        GESTIONNAIRE: await organismesPossibles(tx, avenant.groupe.id, 'GESTIONNAIRE'),
      },
    }
  })
}

async function unitesDuModele(tx: Tx, versionId: string): Promise<AtelierLu['duModele']> {
  const unites = await tx.uniteModele.findMany({
    where: { versionId, modeleVersion: { retireeLe: null } },
    select: { identite: true, parent: true, rang: true, genre: true, titre: true },
  })
  return unites.map((u) => ({ ...u, genre: u.genre as GenreUnite }))
}

async function effetDe(tx: Tx, avenant: ConventionLue): Promise<{ date: DateIso | null; version: number }> {
  const cle = cleMention(CLES_DES_DATES.effet, avenant.rang)
  const p = await tx.parametre.findUnique({
    where: { conventionId_cle: { conventionId: avenant.conventionId, cle } },
  })
  const valeur = p?.valeur as unknown as ValeurParametre | null | undefined
  return { date: valeur?.genre === 'date' ? valeur.date : null, version: p?.version ?? 0 }
}

async function retouchesDe(tx: Tx, acteId: string): Promise<RetoucheSuivie[]> {
  const lignes = await tx.retouche.findMany({
    where: { acteId },
    orderBy: [{ rang: 'asc' }, { cible: 'asc' }],
  })
  const auteurs = [...new Set(lignes.flatMap((l) => l.modifiePar ?? []))]
  const noms = new Map(
    (await tx.utilisateur.findMany({ where: { id: { in: auteurs } }, select: { id: true, nom: true } })).map(
      (u) => [u.id, u.nom],
    ),
  )
  return lignes.map((l) => ({
    ...versRetouche(l),
    modifieLe: l.modifieLe,
    modifieParNom: noms.get(l.modifiePar ?? '') ?? null,
  }))
}

async function concurrentsDe(
  tx: Tx,
  avenant: ConventionLue,
  convention: string,
  retouches: readonly RetoucheLue[],
): Promise<AtelierLu['concurrents']> {
  const autres = await tx.acte.findMany({
    where: {
      conventionId: avenant.conventionId,
      id: { not: avenant.acteId },
      rang: { gt: 0 },
      etape: { notIn: ['SIGNEE', 'ABANDONNEE'] },
    },
    select: { rang: true, retouches: true },
    orderBy: { rang: 'asc' },
  })
  const siennes = retouches.map((r) => r.retouche)
  return autres.flatMap((a) => {
    const cibles = ciblesCommunes(
      siennes,
      a.retouches.map((l) => versRetouche(l).retouche),
    )
    return cibles.length ? [{ reference: referenceDActe(convention, a.rang), rang: a.rang, cibles }] : []
  })
}
