'use server'

import {
  ajouterUniteProjet,
  deplacerUniteProjet,
  retirerUniteProjet,
} from '@/lib/cas-usage/modele/agencer-projet'
import { modifierAvisProjet } from '@/lib/cas-usage/modele/modifier-avis-projet'
import { modifierEnteteProjet } from '@/lib/cas-usage/modele/modifier-entete-projet'
import {
  enregistrerParametreProjet,
  retirerParametreProjet,
} from '@/lib/cas-usage/modele/modifier-parametre-projet'
import { modifierPartieProjet } from '@/lib/cas-usage/modele/modifier-partie-projet'
import { modifierUniteProjet } from '@/lib/cas-usage/modele/modifier-unite-projet'
import { abandonnerProjet, publierProjet } from '@/lib/cas-usage/modele/publier-projet'
import {
  schemaAjouterUnite,
  schemaAvisProjet,
  schemaDeplacerUnite,
  schemaEntete,
  schemaParametreProjet,
  schemaPartieProjet,
  schemaProjet,
  schemaPublierProjet,
  schemaRetirerParametre,
  schemaUniteProjet,
  schemaUniteVisee,
} from '@/lib/cas-usage/modele/saisies'
import { action } from '@/lib/serveur/action'

export const enregistrerUnite = action(schemaUniteProjet, modifierUniteProjet)
export const ajouterUnite = action(schemaAjouterUnite, ajouterUniteProjet)
export const retirerUnite = action(schemaUniteVisee, retirerUniteProjet)
export const deplacerUnite = action(schemaDeplacerUnite, deplacerUniteProjet)
export const enregistrerEntete = action(schemaEntete, modifierEnteteProjet)
export const enregistrerPartie = action(schemaPartieProjet, modifierPartieProjet)
export const enregistrerAvis = action(schemaAvisProjet, modifierAvisProjet)
export const enregistrerValeur = action(schemaParametreProjet, enregistrerParametreProjet)
export const retirerValeur = action(schemaRetirerParametre, retirerParametreProjet)
export const publier = action(schemaPublierProjet, publierProjet)
export const abandonner = action(schemaProjet, abandonnerProjet)
