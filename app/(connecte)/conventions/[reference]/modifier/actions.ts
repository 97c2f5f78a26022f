'use server'

import { actualiserBase } from '@/lib/cas-usage/avenant/actualiser-base'
import { ajusterRedaction, reprendreRedaction } from '@/lib/cas-usage/avenant/ajuster-redaction'
import { changerPartie } from '@/lib/cas-usage/avenant/changer-partie'
import { changerQualite } from '@/lib/cas-usage/avenant/changer-qualite'
import { changerTerme } from '@/lib/cas-usage/avenant/changer-terme'
import { choisirForme } from '@/lib/cas-usage/avenant/choisir-forme'
import { direEffet } from '@/lib/cas-usage/avenant/dire-effet'
import { direObjet } from '@/lib/cas-usage/avenant/dire-objet'
import { insererUnite, reprendreDuModele } from '@/lib/cas-usage/avenant/inserer-unite'
import { retoucherUnite } from '@/lib/cas-usage/avenant/retoucher-unite'
import { retoucherValeur } from '@/lib/cas-usage/avenant/retoucher-valeur'
import {
  schemaActualiserBase,
  schemaAjusterRedaction,
  schemaChangerPartie,
  schemaChangerQualite,
  schemaChangerTerme,
  schemaChoisirForme,
  schemaDireEffet,
  schemaDireObjet,
  schemaInsererUnite,
  schemaReprendreDuModele,
  schemaReprendreRedaction,
  schemaRetoucherUnite,
  schemaRetoucherValeur,
  schemaUniteVisee,
} from '@/lib/cas-usage/avenant/saisies'
import { retablirUnite, supprimerUnite } from '@/lib/cas-usage/avenant/supprimer-unite'
import { abandonnerActe } from '@/lib/cas-usage/convention/abandonner-acte'
import { modifierSignataires } from '@/lib/cas-usage/convention/modifier-signataires'
import { schemaAbandonner, schemaModifierSignataires } from '@/lib/cas-usage/convention/saisies'
import { ErreurMetier } from '@/lib/domaine/erreurs'
import { type AtelierLu, lireAtelier } from '@/lib/lectures/avenant/lire-atelier'
import type { ConventionLue } from '@/lib/lectures/convention/lire-convention'
import { acteDAtelier } from '@/lib/presentation/avenant/atelier'
import { type ProjetDit, projetDit } from '@/lib/presentation/avenant/projet'
import { acteDeRedaction } from '@/lib/presentation/avenant/redaction'
import { action, type Reponse, versEchec } from '@/lib/serveur/action'
import { lireSession } from '@/lib/serveur/session'

export const retoucher = action(schemaRetoucherUnite, retoucherUnite)
export const supprimer = action(schemaUniteVisee, supprimerUnite)
export const retablir = action(schemaUniteVisee, retablirUnite)
export const retoucherUneValeur = action(schemaRetoucherValeur, retoucherValeur)
export const inserer = action(schemaInsererUnite, insererUnite)
export const reprendreUnArticle = action(schemaReprendreDuModele, reprendreDuModele)
export const choisirUneForme = action(schemaChoisirForme, choisirForme)
export const changerLeTerme = action(schemaChangerTerme, changerTerme)
export const changerUnePartie = action(schemaChangerPartie, changerPartie)
export const changerUneQualite = action(schemaChangerQualite, changerQualite)
export const direLEffet = action(schemaDireEffet, direEffet)
export const direLObjet = action(schemaDireObjet, direObjet)
export const actualiser = action(schemaActualiserBase, actualiserBase)
export const ajuster = action(schemaAjusterRedaction, ajusterRedaction)
export const reprendreLaRedaction = action(schemaReprendreRedaction, reprendreRedaction)
export const enregistrerSignataires = action(schemaModifierSignataires, modifierSignataires)
export const abandonner = action(schemaAbandonner, abandonnerActe)

/** Le texte que l'avenant donnera, à cet instant. */
export async function relireActe(reference: string): Promise<Reponse<ConventionLue>> {
  return relire(reference, (lu) => acteDAtelier(lu.avenant, lu.base, lu.retouches))
}

/** La rédaction de l'avenant et ce qui la gêne, à cet instant. */
export async function relireProjet(reference: string): Promise<Reponse<ProjetDit>> {
  return relire(reference, projetDit)
}

/** L'avenant lui-même, article par article, à cet instant. */
export async function relireRedaction(reference: string): Promise<Reponse<ConventionLue>> {
  return relire(reference, (lu) => acteDeRedaction(lu.avenant, lu.ajustees))
}

async function relire<T>(reference: unknown, voir: (lu: AtelierLu) => T): Promise<Reponse<T>> {
  try {
    const session = await lireSession()
    if (!session) throw new ErreurMetier('NON_CONNECTE')
    if (session.motDePasseAChanger) throw new ErreurMetier('MOT_DE_PASSE_A_CHANGER')
    const lu = typeof reference === 'string' ? await lireAtelier(session.acteur, reference, new Date()) : null
    if (!lu) throw new ErreurMetier('INTROUVABLE')
    return { ok: true, valeur: voir(lu) }
  } catch (erreur) {
    return versEchec(erreur)
  }
}
