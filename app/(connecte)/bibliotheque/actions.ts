'use server'

import { schemaValiderModele, validerModele } from '@/lib/cas-usage/modele/valider-modele'
import { action } from '@/lib/serveur/action'

export const valider = action(schemaValiderModele, validerModele)
