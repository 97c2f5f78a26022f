import { enClair, fragmentsDeBalise, type Resolution } from '../../documents/blocs/construire'
import { fragments } from '../../documents/blocs/resolution'
import { noeudsEnLigne } from '../../domaine/texte/contenu'
import type { TexteDActe, UniteDActe } from '../../domaine/texte/finalisation'

export type ContexteJournal = { texte: TexteDActe; resolution: Resolution }
/** Ce qu'une phrase du journal a sous la main : données du fait, sa cible, et le texte pour la nommer. */
export type Fait = { donnees: Record<string, unknown>; cible: string | null; c: ContexteJournal }

/** Phrase d'une donnée textuelle, ou rien quand elle manque. */
export const texte = (v: unknown, phrase: (v: string) => string): string =>
  typeof v === 'string' && v ? phrase(v) : ''

/** « l’article 2.1 (Imagerie) », « l’annexe 3 », « le visa « Vu le code… » » : jamais l'identité technique. */
/** Un visa n'a ni titre ni numéro : ses premiers mots le disent, coupés entre deux mots. */
function leVisa(c: ContexteJournal, u: UniteDActe): string {
  const mots = enClair(fragments(c.resolution, [...noeudsEnLigne(u.contenu.content)]))
    .replace(/\s*[;.,]\s*$/, '')
    .trim()
  if (!mots) return 'un visa'
  const courts =
    mots.length > LONGUEUR_VISA ? `${mots.slice(0, LONGUEUR_VISA).replace(/\s+\S*$/, '')}…` : mots
  return `le visa « ${courts} »`
}
const LONGUEUR_VISA = 70

export function nomDeLUnite(c: ContexteJournal, identite: string | null): string {
  const u = c.texte.unites.find((x) => x.identite === identite)
  if (!u) return 'un passage'
  const numero = c.resolution.numeros.get(u.identite)?.nu
  const titre = u.titre ? enClair(fragmentsDeBalise(c.resolution, u.titre)) : ''
  const suite = titre ? ` (${titre})` : ''
  switch (u.genre) {
    case 'preambule':
      return 'le préambule'
    case 'visa':
      return leVisa(c, u)
    case 'considerant':
      return numero ? `l’alinéa ${numero} du préambule` : 'un alinéa du préambule'
    case 'annexe':
      return numero ? `l’annexe ${numero}${suite}` : `une annexe${suite}`
    default:
      return numero ? `l’article ${numero === '1' ? '1er' : numero}${suite}` : `l’article « ${titre} »`
  }
}
