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
import { schemaPartager, schemaPassageMotive } from '@/lib/cas-usage/acte/saisies'
import { action } from '@/lib/serveur/action'

export const partager = action(schemaPartager, partagerVersion)
export const reprendreTexte = action(schemaPassageMotive, demanderReprise)
export const rouvrir = action(schemaPassageMotive, rouvrirTexte)
export const accepter = action(schemaAccepterArticle, accepterArticle)
export const retirer = action(schemaRetirerAccord, retirerAccord)
export const demanderCodeDAccord = action(schemaDemanderCode, demanderCodeAcceptation)
export const accepterTout = action(schemaAccepterEnsemble, accepterEnsemble)
