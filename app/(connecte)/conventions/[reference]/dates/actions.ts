'use server'

import { deciderDuSort } from '@/lib/cas-usage/activite/decider-du-sort'
import { schemaDecider } from '@/lib/cas-usage/activite/saisies'
import { noterReception } from '@/lib/cas-usage/resiliation/noter-reception'
import { notifierResiliation } from '@/lib/cas-usage/resiliation/notifier-resiliation'
import { retirerResiliation } from '@/lib/cas-usage/resiliation/retirer-resiliation'
import {
  schemaNoterReception,
  schemaNotifierResiliation,
  schemaRetirerResiliation,
} from '@/lib/cas-usage/resiliation/saisies'
import { action } from '@/lib/serveur/action'

export const denoncer = action(schemaNotifierResiliation, notifierResiliation)
export const noter = action(schemaNoterReception, noterReception)
export const retirer = action(schemaRetirerResiliation, retirerResiliation)
export const decider = action(schemaDecider, deciderDuSort)
