'use server'

import { revalidatePath } from 'next/cache'
import {
  ajouterSeance,
  annulerSeance,
  modifierSeance,
  schemaAjouterSeance,
  schemaAnnulerSeance,
  schemaModifierSeance,
} from '@/lib/cas-usage/conseil/seances'
import { action } from '@/lib/serveur/action'

const apres = () => revalidatePath('/', 'layout')

export const inscrireSeance = action(schemaAjouterSeance, ajouterSeance, { apres })
export const corrigerSeance = action(schemaModifierSeance, modifierSeance, { apres })
export const retirerSeance = action(schemaAnnulerSeance, annulerSeance, { apres })
