import type { DateIso } from '../../domaine/calendrier/dates'
import type { VisaListe } from '../../lectures/modele/lister-visas'
import { compter, dateEnLettres } from '../typographie'

/** Où en est la validité d'un texte ce jour-là. */
export function validiteDite(
  v: Pick<VisaListe, 'valideDu' | 'valideAu' | 'note'>,
  jour: DateIso,
): { ton: 'manque' | 'vigilance' | 'tenu' | 'inconnu'; libelle: string } {
  if (v.valideAu && v.valideAu < jour)
    return { ton: 'manque', libelle: `Plus applicable depuis le ${dateEnLettres(v.valideAu)}` }
  if (v.valideDu && v.valideDu > jour)
    return { ton: 'vigilance', libelle: `Applicable à partir du ${dateEnLettres(v.valideDu)}` }
  const [du, au] = [
    v.valideDu && `depuis le ${dateEnLettres(v.valideDu)}`,
    v.valideAu && `jusqu’au ${dateEnLettres(v.valideAu)}`,
  ]
  if (!du && !au) return { ton: 'inconnu', libelle: 'Sans date' }
  return { ton: 'tenu', libelle: `Applicable ${[du, au].filter(Boolean).join(', ')}` }
}

export const usagesDits = (n: number): string =>
  n ? `Cité ${compter(n, 'fois', 'fois')} dans les modèles` : 'Cité par aucun modèle'
