import { RECURRENCES } from '../../domaine/engagement/declaration'
import { periodeDite } from '../engagement/mots'
import { type Fait, texte } from './journal-faits'

/** « de « Réunir le comité de suivi », 2e trimestre 2026 » */
function laquelle({ donnees }: Fait): string {
  const { debut, fin } = donnees
  const rythme = RECURRENCES.find((r) => r === donnees.recurrence) ?? null
  const quoi = texte(donnees.libelle, (l) => ` de « ${l} »`)
  return typeof debut === 'string' && typeof fin === 'string'
    ? `${quoi}, ${periodeDite({ debut, fin }, rythme)}`
    : quoi
}

/** Ce que chaque côté fait d'une mesure ; le motif se lit sous la ligne. */
export const FAITS_MESURE = {
  'mesure-saisie': (f: Fait) => `a saisi la mesure${laquelle(f)}`,
  'mesure-corrigee': (f: Fait) => `a corrigé la mesure${laquelle(f)}`,
  'mesure-validee': (f: Fait) => `a validé la mesure${laquelle(f)}`,
  'mesure-contestee': (f: Fait) => `a contesté la mesure${laquelle(f)}`,
  'mesure-maintenue': (f: Fait) => `a maintenu la mesure contestée${laquelle(f)}`,
  'periode-figee': (f: Fait) => `a figé la mesure${laquelle(f)}`,
  'periode-rouverte': (f: Fait) => `a rouvert la mesure${laquelle(f)}`,
} satisfies Record<string, (f: Fait) => string>
