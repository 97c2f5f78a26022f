'use server'

import { revalidatePath } from 'next/cache'
import { ajouterBesoin } from '@/lib/cas-usage/organisation/ajouter-besoin'
import { ajouterEquipement } from '@/lib/cas-usage/organisation/ajouter-equipement'
import { completerFiche } from '@/lib/cas-usage/organisation/completer-fiche'
import { declarerOffre } from '@/lib/cas-usage/organisation/declarer-offre'
import { deposerLogo, schemaLogo } from '@/lib/cas-usage/organisation/deposer-logo'
import { modifierBesoin } from '@/lib/cas-usage/organisation/modifier-besoin'
import { modifierEquipement } from '@/lib/cas-usage/organisation/modifier-equipement'
import { renseignerTitulaire } from '@/lib/cas-usage/organisation/renseigner-titulaire'
import { repondreBesoin } from '@/lib/cas-usage/organisation/repondre-besoin'
import { terminerEquipement } from '@/lib/cas-usage/organisation/terminer-equipement'
import {
  schemaAjoutBesoin,
  schemaFiche,
  schemaModificationBesoin,
  schemaOffre,
  schemaReponseBesoin,
  schemaTitulaire,
} from '@/lib/domaine/organisation/saisies'
import {
  schemaAjoutEquipement,
  schemaFinEquipement,
  schemaModificationEquipement,
} from '@/lib/domaine/organisation/saisies-equipements'
import { action } from '@/lib/serveur/action'

const apres = () => revalidatePath('/', 'layout')

export const actionAjouterBesoin = action(schemaAjoutBesoin, ajouterBesoin, { apres })
export const actionModifierBesoin = action(schemaModificationBesoin, modifierBesoin, { apres })
export const actionRepondreBesoin = action(schemaReponseBesoin, repondreBesoin, { apres })
export const actionCompleterFiche = action(schemaFiche, completerFiche, { apres })
export const actionRenseignerTitulaire = action(schemaTitulaire, renseignerTitulaire, { apres })
export const actionDeclarerOffre = action(schemaOffre, declarerOffre, { apres })
export const actionAjouterEquipement = action(schemaAjoutEquipement, ajouterEquipement, { apres })
export const actionModifierEquipement = action(schemaModificationEquipement, modifierEquipement, { apres })
export const actionTerminerEquipement = action(schemaFinEquipement, terminerEquipement, { apres })
export const actionDeposerLogo = action(schemaLogo, deposerLogo, { apres })
