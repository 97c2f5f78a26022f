'use server'

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
