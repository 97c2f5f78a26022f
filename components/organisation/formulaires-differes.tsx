'use client'

import { differer } from '@/components/ui/differe'

// Les formulaires de la fiche, chargés à l'ouverture de leur volet.
export const FormulaireAjoutBesoin = differer(
  async () => (await import('./formulaire-ajout-besoin')).FormulaireAjoutBesoin,
)
export const FormulaireAjoutEquipement = differer(
  async () => (await import('./formulaire-ajout-equipement')).FormulaireAjoutEquipement,
)
export const FormulaireEquipement = differer(
  async () => (await import('./formulaire-equipement')).FormulaireEquipement,
)
export const FormulaireFiche = differer(async () => (await import('./formulaire-fiche')).FormulaireFiche)
export const FormulaireModificationBesoin = differer(
  async () => (await import('./formulaire-modification-besoin')).FormulaireModificationBesoin,
)
export const FormulaireOffre = differer(async () => (await import('./formulaire-offre')).FormulaireOffre)
export const FormulaireReponse = differer(
  async () => (await import('./formulaire-reponse')).FormulaireReponse,
)
export const FormulaireTitulaire = differer(
  async () => (await import('./formulaire-titulaire')).FormulaireTitulaire,
)
export const LogoOrganisation = differer(async () => (await import('./logo-organisation')).LogoOrganisation)
