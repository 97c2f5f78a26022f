'use server'

import { deciderRemarque } from '@/lib/cas-usage/remarque/decider-remarque'
import { ecrireRemarque } from '@/lib/cas-usage/remarque/ecrire-remarque'
import { proposerTexte } from '@/lib/cas-usage/remarque/proposer-texte'
import { repondre } from '@/lib/cas-usage/remarque/repondre'
import { retenirContreProposition } from '@/lib/cas-usage/remarque/retenir-contre-proposition'
import {
  schemaDeciderRemarque,
  schemaEcrireRemarque,
  schemaProposerTexte,
  schemaRepondre,
  schemaRetenir,
} from '@/lib/cas-usage/remarque/saisies'
import { ErreurMetier } from '@/lib/domaine/erreurs'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { lireRelecture } from '@/lib/lectures/remarque/lire-relecture'
import { action, type Reponse, versEchec } from '@/lib/serveur/action'
import { lireSession } from '@/lib/serveur/session'

export const ecrire = action(schemaEcrireRemarque, ecrireRemarque)
export const proposer = action(schemaProposerTexte, proposerTexte)
export const repondreAuFil = action(schemaRepondre, repondre)
export const decider = action(schemaDeciderRemarque, deciderRemarque)
export const retenirProposition = action(schemaRetenir, retenirContreProposition)

/** L'acte au texte de la dernière version partagée, pour l'éditeur d'une contre-proposition. */
export async function lireTexte(reference: string): Promise<Reponse<ConventionLue>> {
  try {
    const session = await lireSession()
    if (!session) throw new ErreurMetier('NON_CONNECTE')
    if (session.motDePasseAChanger) throw new ErreurMetier('MOT_DE_PASSE_A_CHANGER')
    const recue: unknown = reference
    const lue = typeof recue === 'string' ? await lireRelecture(session.acteur, recue, new Date()) : null
    if (!lue) throw new ErreurMetier('INTROUVABLE')
    return { ok: true, valeur: lue.convention }
  } catch (erreur) {
    return versEchec(erreur)
  }
}
