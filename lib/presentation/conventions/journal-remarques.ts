type Fait<C> = { donnees: Record<string, unknown>; cible: string | null; c: C }

/**
 * Remarques et contre-propositions, dites après le nom de qui les a faites. `nommer` dit l'article. Une remarque interne
 * le dit aussi : sa ligne n'est lue que du groupe rédacteur.
 */
export function faitsRemarques<C>(nommer: (f: Fait<C>) => string) {
  const ou = (f: Fait<C>) => (f.cible ? nommer(f) : 'l’ensemble du texte')
  const interne = (f: Fait<C>) => (f.donnees.interne === true ? ', en interne' : '')
  const quoi = (f: Fait<C>) =>
    f.donnees.nature === 'CONTRE_PROPOSITION' ? 'la contre-proposition sur' : 'la remarque sur'
  const combien = ({ donnees: { retenues, total } }: Fait<C>) =>
    typeof retenues === 'number' && typeof total === 'number' && retenues < total
      ? ` en partie (${retenues} sur ${total})`
      : ''
  return {
    'remarque-ecrite': (f: Fait<C>) => `a écrit une remarque sur ${ou(f)}${interne(f)}`,
    'contre-proposition-ecrite': (f: Fait<C>) => `a proposé un autre texte pour ${ou(f)}${interne(f)}`,
    'remarque-repondue': (f: Fait<C>) => `a répondu à une remarque sur ${ou(f)}${interne(f)}`,
    'remarque-acceptee': (f: Fait<C>) => `a accepté ${quoi(f)} ${ou(f)}${interne(f)}`,
    'remarque-declinee': (f: Fait<C>) => `a décliné ${quoi(f)} ${ou(f)}${interne(f)}`,
    'remarque-close': (f: Fait<C>) => `a clos ${quoi(f)} ${ou(f)}${interne(f)}`,
    'remarque-rouverte': (f: Fait<C>) => `a rouvert ${quoi(f)} ${ou(f)}${interne(f)}`,
    'contre-proposition-retenue': (f: Fait<C>) =>
      `a retenu${combien(f)} la contre-proposition sur ${ou(f)}${interne(f)}`,
  }
}
