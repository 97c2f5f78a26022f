import type { z } from 'zod'
import { chargerChaine } from '../../bd/chaine'
import type { EtatCampagneCentre, Prisma } from '../../bd/genere/client'
import { versLigne } from '../../bd/retouches'
import {
  demandeUnGeste,
  type JeuCommun,
  type Transposition,
  transposer,
} from '../../domaine/avenant/campagne'
import { baseDuProjet, cibleDeRetouche } from '../../domaine/avenant/projet'
import { moisDeRenouvellement } from '../../domaine/avenant/terme'
import { aujourdHuiAParis } from '../../domaine/calendrier/dates'
import { ErreurMetier } from '../../domaine/erreurs'
import { chargerActeEnMain } from '../acte/charger'
import { direEffet } from '../avenant/dire-effet'
import { ouvrirAvenant } from '../avenant/ouvrir-avenant'
import { lireProjet } from '../avenant/projet'
import { redigerProjet } from '../avenant/rediger-projet'
import type { Contexte } from '../contexte'
import { journaliser } from '../journal/journaliser'
import { type CampagneEnMain, chargerCampagne, chargerCentre, cleDuCentre } from './charger'
import type { schemaCentreDeCampagne } from './saisies'

export type CentrePrepare = { etat: EtatCampagneCentre; acteId: string | null }

/**
 * Ouvre à un centre l'avenant de la campagne, y pose ce que son texte en vigueur permet et le rédige. Ce qu'il empêche est
 * noté : l'avenant s'achève alors à la main. Rejouée, ne double rien ; un texte qui dit déjà tout n'ouvre rien.
 */
export async function preparerCentre(
  contexte: Contexte,
  { campagneId, conventionId }: z.output<typeof schemaCentreDeCampagne>,
): Promise<CentrePrepare> {
  const { tx, acteur, maintenant } = contexte
  const campagne = await chargerCampagne(tx, acteur, campagneId)
  const centre = await chargerCentre(tx, campagneId, conventionId)
  if (centre.acteId || !['A_PREPARER', 'ECHEC'].includes(centre.etat))
    return { etat: centre.etat, acteId: centre.acteId }
  const chaine = await chargerChaine(tx, conventionId)
  if (!chaine?.initial.transcrit) throw new ErreurMetier('TEXTE_INCOMPLET')
  const base = baseDuProjet(chaine.etat, chaine.avenants, campagne.jeu.effet, aujourdHuiAParis(maintenant))
  const { jeu } = campagne
  const porte = transposer(
    jeu.retouches.map((r) => r.retouche),
    jeu.connu,
    base,
    { ...centre.choix, moisAuPlus: moisDeRenouvellement(campagne.modeleCode) },
  )
  const aLaMain = porte.exceptions.some((e) => demandeUnGeste(e.exception))
  const vide = porte.reprises.length === 0 && !aLaMain
  const acteId = vide ? null : await ouvrir(contexte, campagne, chaine.initial.acteId, porte)
  const etat: EtatCampagneCentre = vide ? 'SANS_OBJET' : aLaMain ? 'A_LA_MAIN' : 'PREPAREE'
  await tx.campagneCentre.update({
    where: cleDuCentre(campagneId, conventionId),
    data: {
      etat,
      acteId,
      exceptions: porte.exceptions,
      erreur: null,
      version: { increment: 1 },
      modifieLe: maintenant,
    },
  })
  return { etat, acteId }
}

async function ouvrir(
  contexte: Contexte,
  { titre, motif, jeu }: CampagneEnMain,
  initialId: string,
  porte: Transposition,
): Promise<string> {
  const { tx, acteur } = contexte
  const { acteId } = await ouvrirAvenant(contexte, { acteId: initialId, objet: titre, motif: motif ?? '' })
  if (jeu.effet) await direEffet(contexte, { acteId, version: 0, date: jeu.effet })
  await poser(contexte, acteId, jeu, porte)
  await redigerProjet(contexte, await lireProjet(contexte, await chargerActeEnMain(tx, acteur, acteId)))
  await journaliser(contexte, {
    acteId,
    evenement: 'campagne-posee',
    donnees: {
      titre,
      reprises: porte.reprises.length,
      exceptions: porte.exceptions.filter((e) => demandeUnGeste(e.exception)).length,
    },
  })
  return acteId
}

async function poser(
  { tx, acteur, maintenant }: Contexte,
  acteId: string,
  jeu: JeuCommun,
  { reprises }: Transposition,
): Promise<void> {
  const formes = new Map(jeu.retouches.map((r) => [cibleDeRetouche(r.retouche), r.forme]))
  const lignes = reprises.map((r, i): Prisma.RetoucheCreateManyInput => {
    const cible = cibleDeRetouche(r)
    return {
      acteId,
      cible,
      ...versLigne(r),
      forme: formes.get(cible) ?? null,
      rang: i + 1,
      modifieLe: maintenant,
      modifiePar: acteur.utilisateurId || null,
    }
  })
  if (lignes.length) await tx.retouche.createMany({ data: lignes })
}
