'use server'

import { abandonnerActe } from '@/lib/cas-usage/convention/abandonner-acte'
import { creerConventions } from '@/lib/cas-usage/convention/creer-conventions'
import { enregistrerReprise } from '@/lib/cas-usage/convention/enregistrer-reprise'
import {
  schemaAbandonner,
  schemaCreerConventions,
  schemaEnregistrerReprise,
  schemaSaisirTexte,
} from '@/lib/cas-usage/convention/saisies'
import { saisirTexte } from '@/lib/cas-usage/convention/saisir-texte'
import { deposerScan, schemaDepot } from '@/lib/cas-usage/fichier/deposer-fichier'
import { action } from '@/lib/serveur/action'

export const creer = action(schemaCreerConventions, creerConventions)
export const reprendre = action(schemaEnregistrerReprise, enregistrerReprise)
export const deposer = action(schemaDepot, deposerScan)
export const abandonner = action(schemaAbandonner, abandonnerActe)
export const transcrire = action(schemaSaisirTexte, saisirTexte)
