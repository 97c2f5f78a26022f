'use server'

import { schemaJeton } from '@/lib/cas-usage/invitation/saisies'
import { deciderRemarque } from '@/lib/cas-usage/remarque/decider-remarque'
import { ecrireRemarque } from '@/lib/cas-usage/remarque/ecrire-remarque'
import { proposerTexte } from '@/lib/cas-usage/remarque/proposer-texte'
import { repondre } from '@/lib/cas-usage/remarque/repondre'
import {
  schemaDeciderRemarque,
  schemaEcrireRemarque,
  schemaProposerTexte,
  schemaRepondre,
} from '@/lib/cas-usage/remarque/saisies'
import { ErreurMetier } from '@/lib/domaine/erreurs'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { ouvrirInvitation } from '@/lib/lectures/invitation/ouvrir-invitation'
import { lireRelecture } from '@/lib/lectures/remarque/lire-relecture'
import { type Reponse, versEchec } from '@/lib/serveur/action'
import { actionInvitee } from '@/lib/serveur/action-invitee'

export const ecrire = actionInvitee(schemaEcrireRemarque.extend({ jeton: schemaJeton }), ecrireRemarque)
export const proposer = actionInvitee(schemaProposerTexte.extend({ jeton: schemaJeton }), proposerTexte)
export const repondreAuFil = actionInvitee(schemaRepondre.extend({ jeton: schemaJeton }), repondre)
export const decider = actionInvitee(schemaDeciderRemarque.extend({ jeton: schemaJeton }), deciderRemarque)

/** L'acte au texte de la version lue, pour l'éditeur d'une contre-proposition ; les autres versions n'y sont pas. */
export async function lireTexte(jeton: string, numero: number): Promise<Reponse<ConventionLue>> {
  try {
    const maintenant = new Date()
    const lu = schemaJeton.safeParse(jeton)
    const lien = lu.success ? await ouvrirInvitation(lu.data, maintenant) : null
    if (!lien || 'ferme' in lien) throw new ErreurMetier('LIEN_INVITATION_FERME')
    const { acteur, reference, nommee, derniere } = lien.ouverte
    const version = [nommee, derniere].find((v) => v.numero === numero)
    const lue = version && (await lireRelecture(acteur, reference, maintenant, version.id))
    if (!lue) throw new ErreurMetier('INTROUVABLE')
    return { ok: true, valeur: { ...lue.convention, versions: [], avenants: [], fichiers: [] } }
  } catch (erreur) {
    return versEchec(erreur)
  }
}
