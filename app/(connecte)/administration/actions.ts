'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { creerUtilisateur } from '@/lib/cas-usage/compte/creer-utilisateur'
import { desactiverUtilisateur } from '@/lib/cas-usage/compte/desactiver-utilisateur'
import { emettreJetonAcces } from '@/lib/cas-usage/compte/emettre-jeton-acces'
import { modifierUtilisateur } from '@/lib/cas-usage/compte/modifier-utilisateur'
import { reactiverUtilisateur } from '@/lib/cas-usage/compte/reactiver-utilisateur'
import { accorderHabilitation } from '@/lib/cas-usage/habilitation/accorder-habilitation'
import { terminerHabilitation } from '@/lib/cas-usage/habilitation/terminer-habilitation'
import {
  saisieDesignation,
  saisieFinHabilitation,
  saisieHabilitation,
  saisieJeton,
  saisieModification,
  saisieUtilisateur,
} from '@/lib/domaine/compte/saisies'
import { action } from '@/lib/serveur/action'

const apres = () => revalidatePath('/administration', 'layout')

export const creerCompte = action(saisieUtilisateur, creerUtilisateur, {
  apres: ({ utilisateurId }) => redirect(`/administration/utilisateurs/${utilisateurId}`),
})
export const modifierCompte = action(saisieModification, modifierUtilisateur, { apres })
export const fermerCompte = action(saisieDesignation, desactiverUtilisateur, { apres })
export const rouvrirCompte = action(saisieDesignation, reactiverUtilisateur, { apres })
export const emettreLien = action(saisieJeton, emettreJetonAcces, { apres })
export const habiliter = action(saisieHabilitation, accorderHabilitation, { apres })
export const finirHabilitation = action(saisieFinHabilitation, terminerHabilitation, { apres })
