'use server'

import { enregistrerVisa } from '@/lib/cas-usage/modele/enregistrer-visa'
import { ouvrirProjet } from '@/lib/cas-usage/modele/ouvrir-projet'
import { retirerVersion } from '@/lib/cas-usage/modele/retirer-version'
import { schemaOuvrirProjet, schemaRetirerVersion, schemaVisa } from '@/lib/cas-usage/modele/saisies'
import { schemaValiderModele, validerModele } from '@/lib/cas-usage/modele/valider-modele'
import { action } from '@/lib/serveur/action'

export const ouvrir = action(schemaOuvrirProjet, ouvrirProjet)
export const retirer = action(schemaRetirerVersion, retirerVersion)
export const valider = action(schemaValiderModele, validerModele)
export const enregistrerTexte = action(schemaVisa, enregistrerVisa)
