'use server'

import {
  annulerLot,
  lancerLot,
  schemaAnnulerLot,
  schemaDeposerLot,
  schemaLancerLot,
} from '@/lib/cas-usage/demande/lots'
import { action } from '@/lib/serveur/action'
import { deposerTableur } from '@/lib/serveur/demandes/deposer'

export const deposer = action(schemaDeposerLot, deposerTableur)
export const lancer = action(schemaLancerLot, lancerLot)
export const annuler = action(schemaAnnulerLot, annulerLot)
