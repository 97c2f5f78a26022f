'use server'

import { revalidatePath } from 'next/cache'
import { renvoyerCourriel } from '@/lib/cas-usage/courriel/renvoyer-courriel'
import { saisieRenvoi } from '@/lib/domaine/courriel/saisies'
import { action } from '@/lib/serveur/action'

export const renvoyer = action(saisieRenvoi, renvoyerCourriel, {
  apres: () => revalidatePath('/administration', 'layout'),
})
