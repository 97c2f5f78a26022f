'use server'

import { revalidatePath } from 'next/cache'
import { schemaDepot } from '@/lib/cas-usage/fichier/deposer-fichier'
import { contesterMesure } from '@/lib/cas-usage/mesure/contester-mesure'
import { corrigerMesure } from '@/lib/cas-usage/mesure/corriger-mesure'
import { figerPeriode, rouvrirPeriode } from '@/lib/cas-usage/mesure/figer-periode'
import { maintenirMesure } from '@/lib/cas-usage/mesure/maintenir-mesure'
import { deposerPreuve } from '@/lib/cas-usage/mesure/preuve'
import {
  schemaCorrigerMesure,
  schemaMesure,
  schemaMesureMotivee,
  schemaSaisirMesure,
} from '@/lib/cas-usage/mesure/saisies'
import { saisirMesure } from '@/lib/cas-usage/mesure/saisir-mesure'
import { validerMesure } from '@/lib/cas-usage/mesure/valider-mesure'
import { action } from '@/lib/serveur/action'

const apres = () => revalidatePath('/', 'layout')

// Sans relire la page : la ligne saisie reste en place, cochée, pendant qu'on saisit la suivante.
export const saisir = action(schemaSaisirMesure, saisirMesure)
export const reprendre = action(schemaCorrigerMesure, corrigerMesure)

export const corriger = action(schemaCorrigerMesure, corrigerMesure, { apres })
export const valider = action(schemaMesure, validerMesure, { apres })
export const contester = action(schemaMesureMotivee, contesterMesure, { apres })
export const maintenir = action(schemaMesureMotivee, maintenirMesure, { apres })
export const figer = action(schemaMesure, figerPeriode, { apres })
export const rouvrir = action(schemaMesureMotivee, rouvrirPeriode, { apres })
export const deposer = action(schemaDepot, deposerPreuve)
