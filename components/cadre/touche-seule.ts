import { CLE_DESACTIVE } from './cle-raccourcis'

const enSaisie = (cible: EventTarget | null): boolean =>
  cible instanceof HTMLElement &&
  (cible.isContentEditable ||
    Boolean(cible.closest('input, textarea, select, [role="textbox"], [role="menu"], [role="dialog"]')))

const desactive = (): boolean => {
  try {
    return localStorage.getItem(CLE_DESACTIVE) === '1'
  } catch {
    return false
  }
}

/** Vrai quand une touche seule peut agir : ni saisie, ni fenêtre, ni combinaison, ni refus de la personne (dictée vocale). */
export const toucheSeule = (e: KeyboardEvent): boolean =>
  !e.ctrlKey && !e.metaKey && !e.altKey && !enSaisie(e.target) && !desactive()
