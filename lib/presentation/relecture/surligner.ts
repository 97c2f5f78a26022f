import type { Bloc, BlocTexte, Fragment } from '../../documents/blocs/blocs'
import { enClair } from '../../documents/blocs/construire'
import type { BlocLisible } from '../../domaine/acte/remarques'

/** Passage à marquer dans un bloc, en signes de son texte. */
export type Marquage = { idBloc: string; debut: number; fin: number; fil: string }

/** Texte de chaque paragraphe, tel qu'il se lit : ce dans quoi un passage se cite et se retrouve. */
export function blocsLisibles(blocs: readonly Bloc[]): BlocLisible[] {
  return blocs.flatMap((b): BlocLisible[] => {
    if (b.genre === 'paragraphe') return b.idBloc ? [{ id: b.idBloc, texte: enClair(b.fragments) }] : []
    if (b.genre === 'liste') return b.elements.flatMap(blocsLisibles)
    if (b.genre === 'tableau') return b.lignes.flatMap((l) => l.flatMap((c) => blocsLisibles(c.blocs)))
    return []
  })
}

/** Marque les passages commentés ; les blocs reçus ne changent pas. */
export function surligner<B extends Bloc>(bloc: B, marques: readonly Marquage[]): B {
  if (marques.length === 0) return bloc
  const dans = (blocs: readonly BlocTexte[]) => blocs.map((b) => surligner(b, marques))
  if (bloc.genre === 'paragraphe') {
    const siennes = marques.filter((m) => m.idBloc === bloc.idBloc)
    return siennes.length ? { ...bloc, fragments: decouper(bloc.fragments, siennes) } : bloc
  }
  if (bloc.genre === 'liste') return { ...bloc, elements: bloc.elements.map(dans) }
  if (bloc.genre === 'tableau')
    return {
      ...bloc,
      lignes: bloc.lignes.map((l) => l.map((c) => ({ ...c, blocs: dans(c.blocs) }))),
    }
  return bloc
}

/** Coupe les fragments aux bornes des passages ; deux passages qui se chevauchent partagent leurs mots communs. */
function decouper(fragments: readonly Fragment[], marques: readonly Marquage[]): Fragment[] {
  const bornes = [...new Set(marques.flatMap((m) => [m.debut, m.fin]))].sort((a, b) => a - b)
  let place = 0
  return fragments.flatMap((f) => {
    const debut = place
    place += f.texte.length
    const coupes = [debut, ...bornes.filter((b) => b > debut && b < place), place]
    return coupes.slice(0, -1).flatMap((a, i): Fragment[] => {
      const texte = f.texte.slice(a - debut, (coupes[i + 1] ?? place) - debut)
      if (!texte) return []
      const fils = marques.filter((m) => m.debut <= a && a < m.fin).map((m) => m.fil)
      return [{ ...f, texte, ...(fils.length ? { passage: fils.join(' ') } : {}) }]
    })
  })
}
