import type { DateIso } from '../calendrier/dates'

/** Nom daté d'une organisation ; `jusqua` est le premier jour où il ne vaut plus. */
export type AppellationDatee = {
  nom: string
  sigle: string
  codeReference: string
  depuis: DateIso
  jusqua: DateIso | null
}

const parDebut = (a: AppellationDatee, b: AppellationDatee): number => a.depuis.localeCompare(b.depuis)

/** Appellation en vigueur à cette date, ou `null` si aucune n'est connue pour ce jour. */
export function appellationAu<A extends AppellationDatee>(
  appellations: readonly A[],
  date: DateIso,
): A | null {
  const enVigueur = appellations.filter((a) => a.depuis <= date && (a.jusqua === null || date < a.jusqua))
  return enVigueur.toSorted(parDebut).at(-1) ?? null
}

/**
 * Code qui entre dans les références d'une année : celui du 1er janvier ; à défaut le premier pris dans l'année ;
 * à défaut (année antérieure à tout nom connu) le plus ancien. Une année garde un seul code.
 */
export function codeReferenceDe(appellations: readonly AppellationDatee[], annee: number): string | null {
  const ordre = appellations.toSorted(parDebut)
  const duPremierJanvier = appellationAu(ordre, `${annee}-01-01`)
  const prisDansLAnnee = ordre.find((a) => a.depuis.startsWith(`${annee}-`))
  return (duPremierJanvier ?? prisDansLAnnee ?? ordre[0])?.codeReference ?? null
}
