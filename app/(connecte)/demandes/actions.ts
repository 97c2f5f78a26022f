'use server'

import { completerDemande } from '@/lib/cas-usage/demande/completer-demande'
import { corrigerDemande } from '@/lib/cas-usage/demande/corriger-demande'
import { inscrireDemande } from '@/lib/cas-usage/demande/inscrire-demande'
import { retirerDemande } from '@/lib/cas-usage/demande/retirer-demande'
import {
  schemaCompleter,
  schemaCorriger,
  schemaInscrire,
  schemaRetirer,
} from '@/lib/cas-usage/demande/saisies'
import { action } from '@/lib/serveur/action'

export const inscrire = action(schemaInscrire, inscrireDemande)
export const completer = action(schemaCompleter, completerDemande)
export const corriger = action(schemaCorriger, corrigerDemande)
export const retirer = action(schemaRetirer, retirerDemande)
