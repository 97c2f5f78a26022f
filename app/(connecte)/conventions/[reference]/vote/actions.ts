'use server'

import { revalidatePath } from 'next/cache'
import { approuver, demanderCodeAvis, refuserAvis } from '@/lib/cas-usage/approbation/rendre-avis'
import { schemaApprouver, schemaCodeAvis, schemaRefuserAvis } from '@/lib/cas-usage/approbation/saisies'
import { demanderDossierConseil, schemaDossierConseil } from '@/lib/cas-usage/conseil/demander-dossier'
import { corrigerDeliberation } from '@/lib/cas-usage/deliberation/corriger-deliberation'
import { direEffetFinancier } from '@/lib/cas-usage/deliberation/dire-effet-financier'
import { enregistrerDeliberation } from '@/lib/cas-usage/deliberation/enregistrer-deliberation'
import { refuserAuVote } from '@/lib/cas-usage/deliberation/refuser-au-vote'
import { remplirMention } from '@/lib/cas-usage/deliberation/remplir-mention'
import { renseignerSignataire } from '@/lib/cas-usage/deliberation/renseigner-signataire'
import {
  schemaCorrigerDeliberation,
  schemaDeliberation,
  schemaEffetFinancier,
  schemaMention,
  schemaRefuserAuVote,
  schemaSignataire,
  schemaSoumettreAuVote,
} from '@/lib/cas-usage/deliberation/saisies'
import { soumettreAuVote } from '@/lib/cas-usage/deliberation/soumettre-au-vote'
import { schemaDepot } from '@/lib/cas-usage/fichier/deposer-fichier'
import { deposerPiece } from '@/lib/cas-usage/fichier/deposer-piece'
import { action } from '@/lib/serveur/action'

const apres = () => revalidatePath('/', 'layout')

export const envoyerCodeAvis = action(schemaCodeAvis, demanderCodeAvis)
export const approuverTexte = action(schemaApprouver, approuver, { apres })
export const rendreAvisDefavorable = action(schemaRefuserAvis, refuserAvis, { apres })
export const soumettre = action(schemaSoumettreAuVote, soumettreAuVote, { apres })
export const enregistrerDecision = action(schemaDeliberation, enregistrerDeliberation, { apres })
export const corrigerDecision = action(schemaCorrigerDeliberation, corrigerDeliberation, { apres })
export const enregistrerRefus = action(schemaRefuserAuVote, refuserAuVote, { apres })
export const direEffet = action(schemaEffetFinancier, direEffetFinancier, { apres })
export const remplir = action(schemaMention, remplirMention, { apres })
export const enregistrerPouvoir = action(schemaSignataire, renseignerSignataire, { apres })
export const joindrePiece = action(schemaDepot, deposerPiece)
export const preparerDossier = action(schemaDossierConseil, demanderDossierConseil)
