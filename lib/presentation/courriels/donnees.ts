import type { DonneesCourriel } from '../../domaine/courriel/gabarits'
import { dateEnLettres } from '../dates'

/** Lit les données d'un courriel : un texte vide ou absent est `null`, une phrase qui en dépend s'omet. */
export function lecteur(donnees: DonneesCourriel) {
  const texte = (cle: string): string | null => {
    const valeur = donnees[cle]
    return valeur === null || valeur === undefined || valeur === '' ? null : String(valeur)
  }
  return {
    texte,
    ou: (cle: string, sinon: string): string => texte(cle) ?? sinon,
    /** « , le 3 mai 2026 » : le morceau s'il y a de quoi l'écrire, rien sinon. */
    si: (cle: string, phrase: (valeur: string) => string): string => {
      const valeur = texte(cle)
      return valeur === null ? '' : phrase(valeur)
    },
    siDate: (cle: string, phrase: (enLettres: string) => string): string => {
      const valeur = texte(cle)
      return valeur === null || !/^\d{4}-\d{2}-\d{2}/.test(valeur) ? '' : phrase(dateEnLettres(valeur))
    },
    acte: acteCite(texte('titre'), texte('reference')),
  }
}
export type Lecteur = ReturnType<typeof lecteur>

function acteCite(titre: string | null, reference: string | null): string {
  if (titre && reference) return `« ${titre} » (${reference})`
  return titre ? `« ${titre} »` : reference ? `la convention ${reference}` : 'la convention'
}
