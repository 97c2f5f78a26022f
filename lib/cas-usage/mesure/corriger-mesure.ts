import type { z } from 'zod'
import { versIsoOuNul } from '../../bd/dates'
import type { Prisma } from '../../bd/genere/client'
import { nouvelId } from '../../bd/identifiants'
import { correctionSeMotive } from '../../domaine/engagement/droits'
import { ErreurMetier } from '../../domaine/erreurs'
import type { Contexte } from '../contexte'
import { colonnesDe } from '../engagement/ouvrir-periodes'
import { chargerMesure, consigner, ecrireMesure, jugerLaSaisie, type MesureEnMain } from './charger'
import { attacherPreuve } from './preuve'
import type { schemaCorrigerMesure } from './saisies'

/**
 * Corrige une mesure saisie par son propre côté : la valeur d'avant reste, avec son auteur, ce que l'autre côté en avait dit
 * et le motif. Corrigée, elle est de nouveau à valider. Le motif est exigé une fois que l'autre côté s'est prononcé.
 */
export async function corrigerMesure(
  contexte: Contexte,
  saisie: z.output<typeof schemaCorrigerMesure>,
): Promise<{ version: number }> {
  const { tx, acteur, maintenant } = contexte
  const m = await chargerMesure(contexte, saisie.mesureId, 'corriger')
  if (correctionSeMotive(m.ligne) && saisie.motif.length < 3)
    throw new ErreurMetier('SAISIE_INVALIDE', { champ: 'motif' })
  const constate = jugerLaSaisie(m, saisie.constat)
  await attacherPreuve(contexte, m, saisie.fichierId)
  const apres = {
    ...constate,
    commentaire: saisie.commentaire,
    preuveLien: saisie.preuveLien,
    preuveFichierId: saisie.fichierId,
  }
  const ecrite = await ecrireMesure(contexte, m, saisie.version, {
    ...apres,
    ...SANS_PAROLE,
    etat: 'SAISIE',
    origine: 'PERIODE',
    cote: m.cote,
    saisieLe: maintenant,
    saisieParNom: acteur.nom,
  })
  await tx.correctionMesure.create({
    data: {
      id: nouvelId(maintenant.getTime()),
      mesureId: m.ligne.id,
      avant: etatAvant(m),
      apres: { ...apres, remisLe: versIsoOuNul(apres.remisLe) },
      motif: saisie.motif || null,
      auteurId: acteur.utilisateurId || null,
      auteurNom: acteur.nom,
      le: maintenant,
    },
  })
  await consigner(contexte, m, { evenement: 'mesure-corrigee', motif: saisie.motif })
  return ecrite
}

/** Ce que l'autre côté avait dit de la valeur d'avant ne vaut plus pour la nouvelle. */
const SANS_PAROLE = {
  valideeLe: null,
  valideeParNom: null,
  contesteeLe: null,
  contesteeParNom: null,
  contestationMotif: null,
  reponseMotif: null,
  reponseLe: null,
  reponseParNom: null,
}

function etatAvant({ ligne: l }: MesureEnMain): Prisma.InputJsonObject {
  return {
    ...colonnesDe(l),
    jugement: l.jugement,
    etat: l.etat,
    commentaire: l.commentaire,
    preuveLien: l.preuveLien,
    preuveFichierId: l.preuveFichierId,
    saisieLe: l.saisieLe?.toISOString() ?? null,
    saisieParNom: l.saisieParNom,
    valideeParNom: l.valideeParNom,
    contesteeLe: l.contesteeLe?.toISOString() ?? null,
    contesteeParNom: l.contesteeParNom,
    contestationMotif: l.contestationMotif,
  }
}
