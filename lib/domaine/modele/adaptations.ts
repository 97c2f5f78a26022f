import { LIBELLES_FONCTION } from '../organisation/fonctions-validation'
import type { Contenu } from '../texte/contenu'
import { memeTexte } from '../texte/empreinte'
import type { AdaptationSoumise, ApprobationDemandee } from '../texte/modele-source'
import type { AccordAdaptation, Variante } from '../texte/unites'
import { unitesModifiees } from './ecarts'

/** Unité du modèle dont l'adaptation demande un accord. */
export type UniteSoumise = {
  identite: string
  titre: string | null
  contenu: Contenu
  facultative: boolean
  variantes: readonly Variante[]
  accordAdaptation: AccordAdaptation
}

type TexteVote = {
  unites: readonly { identite: string; titre: string | null; contenu: Contenu }[]
  numeros?: Readonly<Record<string, { intitule: string }>>
  /** D'un avenant seulement ; lu sans s'y fier. */
  modifications?: unknown
}

/**
 * Ajoute aux avis du modèle l'accord des fonctions dont un article soumis est adapté, supprimé ou modifié par avenant, à la
 * suite, dans l'ordre du modèle. Une fonction déjà consultée pour avis rend désormais un accord, à son tour d'origine. Une
 * variante n'est pas une adaptation : le modèle l'a prévue.
 */
export function approbationsDuTexte(
  duModele: readonly ApprobationDemandee[],
  soumises: readonly UniteSoumise[],
  texte: TexteVote | null,
): ApprobationDemandee[] {
  const parFonction = new Map<ApprobationDemandee['fonction'], AdaptationSoumise[]>()
  for (const u of texte ? soumises : []) {
    if (!estAdaptee(u, texte)) continue
    const { fonction, objet } = u.accordAdaptation
    const intitule = texte?.numeros?.[u.identite]?.intitule ?? u.titre ?? ''
    parFonction.set(fonction, [
      ...(parFonction.get(fonction) ?? []),
      { identite: u.identite, intitule, objet },
    ])
  }
  const renforcees = duModele.map((a): ApprobationDemandee => {
    const adaptations = parFonction.get(a.fonction)
    return adaptations ? { ...a, nature: 'accord', adaptations } : a
  })
  const deja = new Set(duModele.map((a) => a.fonction))
  const ajoutees = [...parFonction]
    .filter(([fonction]) => !deja.has(fonction))
    .map(
      ([fonction, adaptations]): ApprobationDemandee => ({
        fonction,
        libelle: LIBELLES_FONCTION[fonction].masculin,
        nature: 'accord',
        adaptations,
      }),
    )
  return [...renforcees, ...ajoutees]
}

function estAdaptee(u: UniteSoumise, texte: TexteVote | null): boolean {
  if (!texte) return false
  // Le texte d'un avenant n'a pas les articles de la convention : seul son effet compte.
  if (texte.modifications !== undefined)
    return unitesModifiees([{ rang: 0, modifications: texte.modifications }]).has(u.identite)
  const retenue = texte.unites.find((x) => x.identite === u.identite)
  if (!retenue) return !u.facultative
  const redactions = [
    { titre: u.titre, contenu: u.contenu },
    ...u.variantes.map((v) => ({ titre: v.titre ?? u.titre, contenu: v.contenu })),
  ]
  return !redactions.some((r) => r.titre === retenue.titre && memeTexte(r.contenu, retenue.contenu))
}
