'use server'

import { arreterCentre } from '@/lib/cas-usage/campagne/arreter-centre'
import {
  demanderArchive,
  partagerCampagne,
  reprendreCampagne,
} from '@/lib/cas-usage/campagne/demander-campagne'
import { ouvrirCampagne } from '@/lib/cas-usage/campagne/ouvrir-campagne'
import { relancerCampagne } from '@/lib/cas-usage/campagne/relancer-campagne'
import {
  schemaArchiveCampagne,
  schemaArreterCentre,
  schemaCampagne,
  schemaOuvrirCampagne,
  schemaPartagerCampagne,
} from '@/lib/cas-usage/campagne/saisies'
import { action } from '@/lib/serveur/action'

export const ouvrir = action(schemaOuvrirCampagne, ouvrirCampagne)
export const reprendre = action(schemaCampagne, reprendreCampagne)
export const partager = action(schemaPartagerCampagne, partagerCampagne)
export const relancer = action(schemaCampagne, relancerCampagne)
export const arreter = action(schemaArreterCentre, arreterCentre)
export const archiver = action(schemaArchiveCampagne, demanderArchive)
