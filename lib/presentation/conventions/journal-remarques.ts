import { type Fait, nomDeLUnite } from './journal-faits'

const ou = (f: Fait) => (f.cible ? nomDeLUnite(f.c, f.cible) : 'l’ensemble du texte')
/** La ligne d'une remarque interne n'est lue que du groupe rédacteur ; elle le rappelle. */
const interne = (f: Fait) => (f.donnees.interne === true ? ', en interne' : '')
const quoi = (f: Fait) =>
  f.donnees.nature === 'CONTRE_PROPOSITION' ? 'la contre-proposition sur' : 'la remarque sur'
const combien = ({ donnees: { retenues, total } }: Fait) =>
  typeof retenues === 'number' && typeof total === 'number' && retenues < total
    ? ` en partie (${retenues} sur ${total})`
    : ''

/** Remarques et contre-propositions, dites après le nom de qui les a faites. */
export const FAITS_REMARQUES = {
  'remarque-ecrite': (f: Fait) => `a écrit une remarque sur ${ou(f)}${interne(f)}`,
  'contre-proposition-ecrite': (f: Fait) => `a proposé un autre texte pour ${ou(f)}${interne(f)}`,
  'remarque-repondue': (f: Fait) => `a répondu à une remarque sur ${ou(f)}${interne(f)}`,
  'remarque-acceptee': (f: Fait) => `a accepté ${quoi(f)} ${ou(f)}${interne(f)}`,
  'remarque-declinee': (f: Fait) => `a décliné ${quoi(f)} ${ou(f)}${interne(f)}`,
  'remarque-close': (f: Fait) => `a clos ${quoi(f)} ${ou(f)}${interne(f)}`,
  'remarque-rouverte': (f: Fait) => `a rouvert ${quoi(f)} ${ou(f)}${interne(f)}`,
  'contre-proposition-retenue': (f: Fait) =>
    `a retenu${combien(f)} la contre-proposition sur ${ou(f)}${interne(f)}`,
}
