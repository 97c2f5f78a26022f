import 'server-only'
import { type Chaine, chargerChaine } from '../../bd/chaine'
import { avecActeur } from '../../bd/transaction'
import { estRedacteur, peutLire } from '../../domaine/acte/droits'
import { lireReference } from '../../domaine/acte/reference'
import { type Consolidation, consolider, joursDeChangement } from '../../domaine/avenant/consolider'
import { aujourdHuiAParis, type DateIso, estDateIso } from '../../domaine/calendrier/dates'
import type { Acteur } from '../../domaine/organisation/acteur'

export type TexteEnVigueur = Consolidation & {
  /** Référence de la chaîne. */
  reference: string
  titre: string
  /** Jour où le texte est montré. */
  date: DateIso
  initial: Chaine['initial']
  /** Jours où le texte change, dans l'ordre. */
  jours: DateIso[]
  /** Avant l'effet de la convention, rien n'est encore en vigueur. */
  pasEncore: boolean
  redacteur: boolean
}

/**
 * Texte en vigueur d'une chaîne à une date (aujourd'hui sans date lisible), pour qui peut lire la convention signée, l'autre
 * côté compris ; `null` si elle est inconnue, interdite ou pas signée. Le nombre de requêtes ne dépend pas des avenants.
 */
export async function lireEnVigueur(
  acteur: Acteur,
  reference: string,
  date: string | null,
  maintenant: Date,
): Promise<TexteEnVigueur | null> {
  const lue = lireReference(reference)
  if (!lue) return null
  const jour = date && estDateIso(date) ? date : aujourdHuiAParis(maintenant)
  return avecActeur(acteur, async (tx) => {
    const acte = await tx.acte.findFirst({
      where: { rang: 0, convention: { reference: lue.convention } },
    })
    if (!acte || acte.etape !== 'SIGNEE' || !peutLire(acteur, acte)) return null
    const chaine = await chargerChaine(tx, acte.conventionId)
    if (!chaine) return null
    const { initial, etat, avenants } = chaine
    return {
      ...consolider(etat, avenants, jour),
      reference: lue.convention,
      titre: acte.titre,
      date: jour,
      initial,
      jours: joursDeChangement(initial.effetLe, avenants),
      pasEncore: initial.effetLe !== null && initial.effetLe > jour,
      redacteur: estRedacteur(acteur, acte),
    }
  })
}
