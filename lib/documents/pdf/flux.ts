import type { Bloc, Section } from '../blocs/blocs'
import { texteDuBloc } from '../texte/texte-du-document'

export type Flux = { cle: string; nature: Section['nature']; blocs: Bloc[] }

/** Au-delà de ~46 pages, la pagination rapide perd du contenu : un flux vise 25 pages au plus. */
const LIGNES_PAR_FLUX = 25 * 42

/** Nombre probable de lignes d'un bloc une fois mis en page. */
export function lignesEstimees(bloc: Bloc): number {
  if (bloc.genre === 'signatures') return 5 + Math.ceil(bloc.signataires.length / 2) * 11
  if (bloc.genre === 'circuit')
    return 3 + bloc.etapes.reduce((n, e) => n + 5 + Math.ceil(e.texte.length / 80), 0)
  if (bloc.genre === 'tableau') {
    return (
      3 +
      bloc.lignes.reduce((n, ligne) => {
        const signes = ligne.map((c, i) => ({
          n: c.blocs.flatMap(texteDuBloc).join(' ').length,
          l: bloc.largeurs[i] ?? 0.2,
        }))
        return n + Math.max(1, ...signes.map((s) => Math.ceil(s.n / Math.max(4, s.l * 95)))) + 0.6
      }, 0)
    )
  }
  return texteDuBloc(bloc).reduce((n, t) => n + Math.ceil(Math.max(1, t.length) / 82) + 0.6, 0)
}

/** Découpe une section en flux courts, de préférence devant un titre de premier niveau. */
export function decouperEnFlux(section: Section): Flux[] {
  const flux: Flux[] = []
  let blocs: Bloc[] = []
  let lignes = 0
  const fermer = () => {
    if (blocs.length > 0) flux.push({ cle: `${section.code}-${flux.length}`, nature: section.nature, blocs })
    blocs = []
    lignes = 0
  }
  for (const bloc of section.blocs) {
    const poids = lignesEstimees(bloc)
    const titre = bloc.genre === 'titre' && bloc.niveau === 1
    const precedentTitre = blocs.at(-1)?.genre === 'titre'
    const plein = lignes + poids > LIGNES_PAR_FLUX
    if (blocs.length > 0 && !precedentTitre && ((titre && lignes > LIGNES_PAR_FLUX * 0.7) || plein)) fermer()
    for (const morceau of trancher(bloc)) {
      if (blocs.length > 0 && morceau !== bloc && lignes > 0) fermer()
      blocs.push(morceau)
      lignes += lignesEstimees(morceau)
    }
  }
  fermer()
  return flux
}

/** Un tableau, une liste ou un circuit plus long qu'un flux se poursuit dans le suivant, en-têtes comprises. */
function trancher(bloc: Bloc): Bloc[] {
  if (bloc.genre !== 'tableau' || lignesEstimees(bloc) <= LIGNES_PAR_FLUX) {
    if (bloc.genre !== 'liste' || lignesEstimees(bloc) <= LIGNES_PAR_FLUX) return [bloc]
    const pas = Math.max(1, Math.floor((bloc.elements.length * LIGNES_PAR_FLUX) / lignesEstimees(bloc)))
    return tranches(bloc.elements, pas).map((elements, i) => ({
      ...bloc,
      elements,
      debut: (bloc.debut ?? 1) + i * pas,
    }))
  }
  const tetes = bloc.lignes.slice(0, bloc.lignesEnTete)
  const corps = bloc.lignes.slice(bloc.lignesEnTete)
  if (corps.some((l) => l.some((c) => (c.lignes ?? 1) > 1))) return [bloc]
  const pas = Math.max(1, Math.floor((corps.length * LIGNES_PAR_FLUX) / lignesEstimees(bloc)))
  return tranches(corps, pas).map((lignes, i) => ({
    ...bloc,
    legende: i === 0 ? bloc.legende : undefined,
    lignes: [...tetes, ...lignes],
  }))
}

function tranches<T>(elements: T[], pas: number): T[][] {
  const sortie: T[][] = []
  for (let i = 0; i < elements.length; i += pas) sortie.push(elements.slice(i, i + pas))
  return sortie
}
