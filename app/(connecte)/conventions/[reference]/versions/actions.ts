'use server'

import { schemaJoindreRetour, schemaProposerDuRetour } from '@/lib/cas-usage/retour-word/saisies'
import { demanderComparaison, schemaDemanderComparaison } from '@/lib/cas-usage/tache/demander-comparaison'
import { action } from '@/lib/serveur/action'
import { joindreRetourWord, proposerDuRetourWord } from '@/lib/serveur/retour-word'

export const deposerRetour = action(schemaJoindreRetour, joindreRetourWord)
export const proposerDepuisRetour = action(schemaProposerDuRetour, proposerDuRetourWord)
export const preparerComparaison = action(schemaDemanderComparaison, demanderComparaison)
