'use server'

import { ajouterEngagement } from '@/lib/cas-usage/engagement/ajouter-engagement'
import { constaterCondition } from '@/lib/cas-usage/engagement/constater-condition'
import { reglerEngagement } from '@/lib/cas-usage/engagement/regler-engagement'
import {
  schemaAjouterEngagement,
  schemaConstaterCondition,
  schemaReglerEngagement,
} from '@/lib/cas-usage/engagement/saisies'
import { action } from '@/lib/serveur/action'

export const constater = action(schemaConstaterCondition, constaterCondition)
export const regler = action(schemaReglerEngagement, reglerEngagement)
export const ajouter = action(schemaAjouterEngagement, ajouterEngagement)
