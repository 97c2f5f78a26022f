import { enClair, fragmentsDeBalise, type Resolution } from '../../documents/blocs/construire'
import type { TexteDActe } from '../../domaine/texte/finalisation'

export type ContexteJournal = { texte: TexteDActe; resolution: Resolution }
/** Ce qu'une phrase du journal a sous la main : données du fait, sa cible, et le texte pour la nommer. */
export type Fait = { donnees: Record<string, unknown>; cible: string | null; c: ContexteJournal }

/** Phrase d'une donnée textuelle, ou rien quand elle manque. */
export const texte = (v: unknown, phrase: (v: string) => string): string =>
  typeof v === 'string' && v ? phrase(v) : ''

/** « l’article 2.1 (Imagerie) », « l’annexe 3 », « un visa » : jamais l'identité technique. */
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
      return 'un visa'
    case 'considerant':
      return numero ? `l’alinéa ${numero} du préambule` : 'un alinéa du préambule'
    case 'annexe':
      return numero ? `l’annexe ${numero}${suite}` : `une annexe${suite}`
    default:
      return numero ? `l’article ${numero === '1' ? '1er' : numero}${suite}` : `l’article « ${titre} »`
  }
}
