import type { Traitement } from '../../domaine/modele/evolution'
import type { ConventionDeVersion } from '../../lectures/modele/lire-versions-modele'
import { compter, typographier } from '../typographie'

const SORTS = { modifiee: 'modifié', ajoutee: 'ajouté', retiree: 'retiré' } as const
const TRAITEMENTS: Record<Traitement, string> = {
  suivre: '',
  'a-la-main': 'adapté ici, à traiter à la main',
  'sans-objet': 'sans objet ici',
}

/** « 3 articles changeraient, dont 1 adapté ici » ; ou pourquoi rien ne changerait. */
export function phraseDesEffets(effets: ConventionDeVersion['effets']): string {
  if (effets === null) return 'Déjà sur la version proposée'
  const utiles = effets.filter((e) => e.traitement !== 'sans-objet')
  if (utiles.length === 0) return 'Aucun article ne changerait'
  const main = utiles.filter((e) => e.traitement === 'a-la-main').length
  const debut = `${compter(utiles.length, 'passage')} ${utiles.length > 1 ? 'changeraient' : 'changerait'}`
  return main ? `${debut}, dont ${main} à traiter à la main` : debut
}

/** Une ligne par article touché : ce qu'il deviendrait, et ce qu'il faut y faire. */
export const effetsDits = (
  effets: NonNullable<ConventionDeVersion['effets']>,
  titres: Readonly<Record<string, string>>,
): { cle: string; phrase: string; main: boolean }[] =>
  effets
    .filter((e) => e.traitement !== 'sans-objet')
    .map((e) => ({
      cle: e.identite,
      main: e.traitement === 'a-la-main',
      phrase: typographier(
        [
          titres[e.identite] ? `« ${titreSansReperes(titres[e.identite] ?? '')} »` : 'Un passage sans titre',
          SORTS[e.sort],
          TRAITEMENTS[e.traitement],
        ]
          .filter(Boolean)
          .join(', '),
      ),
    }))

/** Titre d'un article sans les repères de ses valeurs, que cette liste ne connaît pas. */
export const titreSansReperes = (titre: string): string =>
  titre
    .replace(/\{\{[^}]*\}\}/g, '…')
    .replace(/\[\[[^:\]]*:([^|\]]*)[^\]]*\]\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
