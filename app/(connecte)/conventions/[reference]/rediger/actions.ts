'use server'

import { abandonnerActe } from '@/lib/cas-usage/convention/abandonner-acte'
import { choisirVariante } from '@/lib/cas-usage/convention/choisir-variante'
import { consulterFiches, schemaConsulterFiches } from '@/lib/cas-usage/convention/consulter-fiches'
import { joindreFormulaire } from '@/lib/cas-usage/convention/joindre-formulaire'
import { modifierParametre, reprendreFiche } from '@/lib/cas-usage/convention/modifier-parametre'
import { modifierSignataires } from '@/lib/cas-usage/convention/modifier-signataires'
import { modifierUnite } from '@/lib/cas-usage/convention/modifier-unite'
import { motiverAdaptation } from '@/lib/cas-usage/convention/motiver-adaptation'
import { omettreUnite, retablirUnite } from '@/lib/cas-usage/convention/omettre-unite'
import {
  schemaAbandonner,
  schemaChoisirVariante,
  schemaJoindreFormulaire,
  schemaModifierParametre,
  schemaModifierSignataires,
  schemaModifierUnite,
  schemaMotiverAdaptation,
  schemaOmettreUnite,
  schemaReprendreFiche,
  schemaRetablirUnite,
} from '@/lib/cas-usage/convention/saisies'
import { ErreurMetier } from '@/lib/domaine/erreurs'
import { type ConventionLue, lireConvention } from '@/lib/lectures/convention/lire-convention'
import { action, type Reponse, versEchec } from '@/lib/serveur/action'
import { lireSession } from '@/lib/serveur/session'

export const enregistrerUnite = action(schemaModifierUnite, modifierUnite)
export const choisirVarianteUnite = action(schemaChoisirVariante, choisirVariante)
export const omettre = action(schemaOmettreUnite, omettreUnite)
export const motiver = action(schemaMotiverAdaptation, motiverAdaptation)
export const retablir = action(schemaRetablirUnite, retablirUnite)
export const joindreFormulaireVierge = action(schemaJoindreFormulaire, joindreFormulaire)
export const enregistrerParametre = action(schemaModifierParametre, modifierParametre)
export const reprendreDeLaFiche = action(schemaReprendreFiche, reprendreFiche)
export const enregistrerSignataires = action(schemaModifierSignataires, modifierSignataires)
export const abandonner = action(schemaAbandonner, abandonnerActe)
export const relireFiches = action(schemaConsulterFiches, consulterFiches)

/** État du serveur à cet instant : après un choix de variante, pour un conflit, au retour sur la page. */
export async function relireActe(reference: string): Promise<Reponse<ConventionLue>> {
  try {
    const session = await lireSession()
    if (!session) throw new ErreurMetier('NON_CONNECTE')
    if (session.motDePasseAChanger) throw new ErreurMetier('MOT_DE_PASSE_A_CHANGER')
    const lue: unknown = reference
    const acte = typeof lue === 'string' ? await lireConvention(session.acteur, lue, new Date()) : null
    if (!acte) throw new ErreurMetier('INTROUVABLE')
    return { ok: true, valeur: acte }
  } catch (erreur) {
    return versEchec(erreur)
  }
}
