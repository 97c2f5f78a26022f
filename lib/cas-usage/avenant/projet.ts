import { type Chaine, chargerChaine } from '../../bd/chaine'
import { type RetoucheLue, versRetouche } from '../../bd/retouches'
import { cleMention } from '../../domaine/acte/autorite'
import { CLES_DES_DATES } from '../../domaine/acte/dates-du-texte'
import { appliquer } from '../../domaine/avenant/appliquer'
import type { AvenantSigne } from '../../domaine/avenant/consolider'
import { A_BLANC, type EtatDeLaChaine } from '../../domaine/avenant/etat'
import { baseDeLaTranscription, baseDuProjet, type ProjetRedige } from '../../domaine/avenant/projet'
import { deriverTout } from '../../domaine/avenant/retouches'
import { aujourdHuiAParis, type DateIso } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { type ActeCharge, chargerActeAModifier } from '../convention/charger-acte'

/** Un projet d'avenant en main, l'acte verrouillé, avec le texte en vigueur dont il part. */
export type ProjetEnMain = {
  acte: ActeCharge
  motif: string | null
  redaction: ProjetRedige
  chaine: Chaine
  base: EtatDeLaChaine
  effetEcrit: DateIso | null
  /** Valeurs propres à cet avenant, sous leur clé suffixée. */
  propres: Readonly<Record<string, ValeurParametre>>
  retouches: RetoucheLue[]
  /** L'avenant signé que l'on transcrit ; `null` pour un projet. */
  transcrit: AvenantSigne | null
  /** Version du projet rédigé, celle que l'on relit. */
  version: number
  /** Transcription déclarée complète : elle ne s'écrit plus. */
  close: boolean
}

/**
 * Projet que l'acteur peut écrire. INTROUVABLE pour un étranger, un acte qui n'est pas un projet d'avenant ou une chaîne
 * sans acte signé ; ROLE_INSUFFISANT pour qui le lit sans le rédiger ; ETAPE_INTERDITE quand il ne se rédige plus, ou
 * que la transcription est déclarée complète.
 */
export async function chargerProjet(contexte: Contexte, acteId: string): Promise<ProjetEnMain> {
  const { tx, acteur } = contexte
  const acte = await chargerActeAModifier(tx, acteur, acteId)
  const p = await lireProjet(contexte, acte)
  if (p.close) throw new ErreurMetier('ETAPE_INTERDITE')
  return p
}

/** Le même, pour un acte déjà verrouillé par l'appelant, à quelque étape que ce soit. */
export async function lireProjet({ tx, maintenant }: Contexte, acte: ActeCharge): Promise<ProjetEnMain> {
  const projet = await tx.projetAvenant.findUnique({ where: { acteId: acte.id } })
  const chaine = projet && (await chargerChaine(tx, acte.conventionId))
  if (!projet || !chaine) throw new ErreurMetier('INTROUVABLE')
  const retouches = await tx.retouche.findMany({
    where: { acteId: acte.id },
    orderBy: [{ rang: 'asc' }, { cible: 'asc' }],
  })
  const propres = await valeursPropres(tx, acte)
  const effet = propres[cleMention(CLES_DES_DATES.effet, acte.rang)]
  const effetEcrit = effet?.genre === 'date' ? effet.date : null
  const transcrit = chaine.avenants.find((a) => a.acteId === acte.id) ?? null
  return {
    acte,
    motif: projet.motif,
    redaction: projet.redaction as unknown as ProjetRedige,
    chaine,
    base: transcrit
      ? baseDeLaTranscription(chaine.etat, chaine.avenants, transcrit)
      : baseDuProjet(chaine.etat, chaine.avenants, effetEcrit, aujourdHuiAParis(maintenant)),
    effetEcrit,
    transcrit,
    version: projet.version,
    close: projet.closeLe !== null,
    propres,
    retouches: retouches.map(versRetouche),
  }
}

async function valeursPropres(
  tx: Contexte['tx'],
  acte: ActeCharge,
): Promise<Record<string, ValeurParametre>> {
  const lignes = await tx.parametre.findMany({
    where: { conventionId: acte.conventionId, cle: { endsWith: `_avenant_${acte.rang}` } },
  })
  return Object.fromEntries(
    lignes.flatMap((p) => (p.valeur ? [[p.cle, p.valeur as unknown as ValeurParametre]] : [])),
  )
}

/** Le texte tel que ce projet le voudrait, retouches comprises, sauf celle d'une cible. */
export function etatVoulu(p: ProjetEnMain, sauf: string | null = null): EtatDeLaChaine {
  const vives = p.retouches.filter((r) => r.arretee === null && r.cible !== sauf)
  return appliquer(p.base, deriverTout(vives.map((r) => r.retouche)), A_BLANC).etat
}

export const retoucheDe = (p: ProjetEnMain, cible: string): RetoucheLue | undefined =>
  p.retouches.find((r) => r.cible === cible)

/** Refuse une retouche lue dans une autre version que celle d'aujourd'hui ; 0 : l'écran n'en connaissait pas. */
export function exigerVersion(p: ProjetEnMain, cible: string, version: number): void {
  if ((retoucheDe(p, cible)?.version ?? 0) !== version)
    throw new ErreurMetier('MODIFIE_ENTRE_TEMPS', { cible })
}
