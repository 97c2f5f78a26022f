import { z } from 'zod'
import type { EcartFiche, FichesConsultees } from '../../domaine/acte/fiches'
import { canoniser, sha256 } from '../../domaine/texte/empreinte'
import type { ValeurParametre } from '../../domaine/texte/parametres'
import type { Contexte } from '../contexte'
import { chargerActe } from './charger-acte'
import { fichesDeLActe, valeursDesFiches } from './fiche-reference'

export const schemaConsulterFiches = z.strictObject({ acteId: z.uuid() })

/**
 * Compare ce que l'acte a recopié des fiches avec ce qu'elles disent aujourd'hui. Ne change rien : c'est la personne
 * qui décide de reprendre (« la fiche a changé : reprendre ? »).
 */
export async function consulterFiches(
  { tx, acteur, maintenant }: Contexte,
  saisie: z.output<typeof schemaConsulterFiches>,
): Promise<FichesConsultees> {
  const acte = await chargerActe(tx, acteur, saisie.acteId)
  const fiches = await fichesDeLActe(tx, acte)
  const parametres = await tx.parametre.findMany({ where: { conventionId: acte.conventionId } })
  const specialites = await tx.specialite.findMany({ select: { libelle: true }, orderBy: { rang: 'asc' } })
  const services = await tx.organisation.findMany({
    where: { nature: 'SERVICE', parent: { parent: { parentId: acte.groupeId } } },
    select: { nom: true },
    orderBy: { nom: 'asc' },
  })
  const copies = new Map(parametres.map((p) => [p.cle, p]))
  const ecarts: Record<string, EcartFiche> = {}
  for (const [cle, valeur] of Object.entries(valeursDesFiches(fiches, maintenant))) {
    const copie = copies.get(cle)
    const actuelle = copie?.valeur as unknown as ValeurParametre | null | undefined
    if (actuelle && canoniser(actuelle) === canoniser(valeur)) continue
    const recopiee = copie?.origineFiche && copie.origineFiche !== sha256(canoniser(valeur))
    ecarts[cle] = { valeur, raison: !actuelle ? 'absente' : recopiee ? 'changee' : 'saisie' }
  }
  return {
    ecarts,
    suggestions: {
      sites: fiches.sites,
      communes: fiches.communesDuTerritoire,
      specialites: specialites.map((s) => s.libelle.toLowerCase()),
      services: services.map((s) => s.nom),
    },
  }
}
