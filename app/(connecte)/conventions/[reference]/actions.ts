'use server'

import { accepterArticle } from '@/lib/cas-usage/acceptation/accepter-article'
import { accepterEnsemble } from '@/lib/cas-usage/acceptation/accepter-ensemble'
import { demanderCodeAcceptation } from '@/lib/cas-usage/acceptation/demander-code-acceptation'
import { retirerAccord } from '@/lib/cas-usage/acceptation/retirer-accord'
import {
  schemaAccepterArticle,
  schemaAccepterEnsemble,
  schemaDemanderCode,
  schemaRetirerAccord,
} from '@/lib/cas-usage/acceptation/saisies'
import { partagerVersion } from '@/lib/cas-usage/acte/partager-version'
import { demanderReprise, rouvrirTexte } from '@/lib/cas-usage/acte/reprendre-texte'
import { schemaPartageEcrit, schemaPassageEcrit } from '@/lib/cas-usage/acte/saisies'
import { completerPraticien, inscrirePraticien, retirerPraticien } from '@/lib/cas-usage/activite/praticiens'
import { detacherDuCadre, rattacherAuCadre } from '@/lib/cas-usage/activite/rattacher'
import {
  schemaAjouterPraticien,
  schemaDetacher,
  schemaModifierPraticien,
  schemaRattacher,
  schemaRetirerPraticien,
} from '@/lib/cas-usage/activite/saisies'
import { commencerTranscription } from '@/lib/cas-usage/avenant/commencer-transcription'
import { corrigerTranscription } from '@/lib/cas-usage/avenant/corriger-transcription'
import { declarerTranscription } from '@/lib/cas-usage/avenant/declarer-transcription'
import { ouvrirAvenant } from '@/lib/cas-usage/avenant/ouvrir-avenant'
import {
  schemaCommencerTranscription,
  schemaCorrigerTranscription,
  schemaDeclarerTranscription,
  schemaOuvrirAvenant,
} from '@/lib/cas-usage/avenant/saisies'
import { inviter } from '@/lib/cas-usage/invitation/inviter'
import { prolonger } from '@/lib/cas-usage/invitation/prolonger'
import { revoquer } from '@/lib/cas-usage/invitation/revoquer'
import { schemaGererInvitation, schemaInviter } from '@/lib/cas-usage/invitation/saisies'
import { demanderDocument, schemaDemanderDocument } from '@/lib/cas-usage/tache/demander-document'
import { action } from '@/lib/serveur/action'

export const partager = action(schemaPartageEcrit, (c, { texte, ...s }) =>
  partagerVersion(c, { ...s, message: texte }),
)
export const reprendreTexte = action(schemaPassageEcrit, (c, { texte, ...s }) =>
  demanderReprise(c, { ...s, motif: texte }),
)
export const rouvrir = action(schemaPassageEcrit, (c, { texte, ...s }) =>
  rouvrirTexte(c, { ...s, motif: texte }),
)
export const accepter = action(schemaAccepterArticle, accepterArticle)
export const retirer = action(schemaRetirerAccord, retirerAccord)
export const demanderCodeDAccord = action(schemaDemanderCode, demanderCodeAcceptation)
export const accepterTout = action(schemaAccepterEnsemble, accepterEnsemble)
export const inviterPersonne = action(schemaInviter, inviter)
export const prolongerLien = action(schemaGererInvitation, prolonger)
export const revoquerLien = action(schemaGererInvitation, revoquer)
export const preparerDocument = action(schemaDemanderDocument, demanderDocument)
export const ouvrirUnAvenant = action(schemaOuvrirAvenant, ouvrirAvenant)
export const commencerUneTranscription = action(schemaCommencerTranscription, commencerTranscription)
export const declarerUneTranscription = action(schemaDeclarerTranscription, declarerTranscription)
export const corrigerUneTranscription = action(schemaCorrigerTranscription, corrigerTranscription)
export const rattacher = action(schemaRattacher, rattacherAuCadre)
export const detacher = action(schemaDetacher, detacherDuCadre)
export const inscrireUnPraticien = action(schemaAjouterPraticien, inscrirePraticien)
export const completerUnPraticien = action(schemaModifierPraticien, completerPraticien)
export const retirerUnPraticien = action(schemaRetirerPraticien, retirerPraticien)
