'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { ajouterPartenariat } from '@/lib/cas-usage/organisation/ajouter-partenariat'
import { creerOrganisation } from '@/lib/cas-usage/organisation/creer-organisation'
import { fermerOrganisation } from '@/lib/cas-usage/organisation/fermer-organisation'
import { modifierOrganisation } from '@/lib/cas-usage/organisation/modifier-organisation'
import { retirerPartenariat } from '@/lib/cas-usage/organisation/retirer-partenariat'
import {
  schemaCreationOrganisation,
  schemaFermeture,
  schemaModificationOrganisation,
  schemaPartenariat,
  schemaRetraitPartenariat,
} from '@/lib/domaine/organisation/saisies-referentiel'
import { action } from '@/lib/serveur/action'

/** Une organisation se lit dans tous les écrans. */
const apres = () => revalidatePath('/', 'layout')

export const creer = action(schemaCreationOrganisation, creerOrganisation, {
  apres: ({ code }) => {
    apres()
    redirect(`/administration/organisations/${code}?creee`)
  },
})
export const modifier = action(schemaModificationOrganisation, modifierOrganisation, { apres })
export const fermer = action(schemaFermeture, fermerOrganisation, { apres })
export const relier = action(schemaPartenariat, ajouterPartenariat, { apres })
export const delier = action(schemaRetraitPartenariat, retirerPartenariat, { apres })
