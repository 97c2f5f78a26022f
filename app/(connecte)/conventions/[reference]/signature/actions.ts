'use server'

import { deposerRetour, schemaDeposerRetour } from '@/lib/cas-usage/signature/deposer-retour'
import { rappelerEnvoi } from '@/lib/cas-usage/signature/rappeler-envoi'
import { refuserDeSigner } from '@/lib/cas-usage/signature/refuser-de-signer'
import { abandonnerEnvoi } from '@/lib/cas-usage/signature/refuser-envoi'
import {
  schemaAbandonnerEnvoi,
  schemaEnvoyer,
  schemaLireRetour,
  schemaRappeler,
  schemaRefuserDeSigner,
  schemaReprendreEnvoi,
  schemaRetour,
} from '@/lib/cas-usage/signature/saisies'
import { action } from '@/lib/serveur/action'
import { actionEnEtapes } from '@/lib/serveur/action-en-etapes'
import { envoyerALaSignature, reprendreEnvoi } from '@/lib/serveur/signature/envoyer'
import { enregistrerLeRetour, verifierRetour } from '@/lib/serveur/signature/retour'

export const envoyer = action(schemaEnvoyer, envoyerALaSignature)
export const reprendre = action(schemaReprendreEnvoi, reprendreEnvoi)
export const abandonner = action(schemaAbandonnerEnvoi, abandonnerEnvoi)
export const rappeler = action(schemaRappeler, rappelerEnvoi)
export const refuser = action(schemaRefuserDeSigner, refuserDeSigner)
export const deposer = action(schemaDeposerRetour, deposerRetour)
export const lire = actionEnEtapes(schemaLireRetour, verifierRetour)
export const enregistrer = actionEnEtapes(schemaRetour, enregistrerLeRetour)
