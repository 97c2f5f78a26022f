import type { Bloc, BlocTexte } from '../../documents/blocs/blocs'
import { aChange } from '../../documents/blocs/comparer'
import { blocsContenu, preparerResolution } from '../../documents/blocs/construire'
import { comparerRetour, propositionDuRetour } from '../../documents/blocs/retour'
import type { RetourLu } from '../../lectures/convention/lire-retours'
import { compter, dateEnLettres, typographier } from '../typographie'
import { nomDUnite } from './comparaison'

export type ArticleRevenu = {
  ancre: string
  /** Unité à proposer ; `null` pour le titre et les parties, qui ne se proposent pas ainsi. */
  identite: string | null
  nom: string
  sort: string
  titree: boolean
  blocs: Bloc[]
  /** Rien à reprendre : absent du fichier, ou seul un circuit ou un formulaire change. */
  reprenable: boolean
  /** Pourquoi il ne se reprend pas d'ici. */
  empeche: string
}

/** Un retour Word prêt à lire : ce qui diffère, article par article, et ce qui n'a pas trouvé sa place. */
export function retourDit(r: RetourLu) {
  const articles = comparerRetour(r.texte, r.range)
    .filter(aChange)
    .map((u): ArticleRevenu => {
      const estUnite = u.genre !== 'titre' && u.genre !== 'parties'
      const absent = u.sort === 'retiree'
      const reprenable = estUnite && propositionDuRetour(r.texte, r.range, u.cle) !== null
      return {
        ancre: `c-${u.cle}`,
        identite: estUnite ? u.cle : null,
        nom: nomDUnite({ ...u, sort: 'modifiee' }),
        sort: absent ? 'absent du fichier' : 'modifié dans le fichier',
        titree: u.blocs[0]?.genre === 'titre',
        blocs: u.blocs,
        reprenable,
        empeche: reprenable ? '' : empechement(absent, estUnite),
      }
    })
  return {
    titre: r.nom,
    origine: typographier(
      `Version ${r.numero} relue dans Word, jointe le ${dateEnLettres(r.creeLe)} par ${r.par}`,
    ),
    phrase: phraseDuRetour(articles, r.range.horsPlace.length),
    revisions: revisionsDites(r.revisions),
    articles,
    changements: articles.map(({ ancre, nom, sort }) => ({ ancre, nom, sort })),
    horsPlace: r.range.horsPlace.map((h) => ({
      titre: h.titre,
      blocs: blocsContenu(preparerResolution(r.texte), h.blocs, {}) as BlocTexte[],
    })),
  }
}

const empechement = (absent: boolean, estUnite: boolean): string =>
  !estUnite
    ? 'Le titre et les parties se corrigent dans la rédaction.'
    : absent
      ? 'Introuvable dans le fichier : retiré, ou rangé autrement. Demandez son retrait par une remarque.'.replace(
          ' :',
          '\u00a0:',
        )
      : 'Seul son circuit ou son formulaire change\u00a0: il se corrige dans la rédaction.'

function phraseDuRetour(articles: readonly ArticleRevenu[], horsPlace: number): string {
  if (articles.length === 0 && horsPlace === 0) return 'Le fichier dit la même chose que la version envoyée.'
  const absents = articles.filter((a) => a.sort.startsWith('absent')).length
  const parts = [
    articles.length - absents &&
      `${compter(articles.length - absents, 'passage modifié', 'passages modifiés')}`,
    absents && `${compter(absents, 'passage absent', 'passages absents')}`,
    horsPlace && `${compter(horsPlace, 'passage', 'passages')} à ranger`,
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** Ce que l'on a fait des révisions suivies : lues comme acceptées. */
function revisionsDites({ ajouts, retraits }: RetourLu['revisions']): string {
  if (ajouts + retraits === 0) return ''
  const parts = [
    ajouts && compter(ajouts, 'ajout suivi', 'ajouts suivis'),
    retraits && compter(retraits, 'suppression suivie', 'suppressions suivies'),
  ]
  return `Le fichier porte ${parts.filter(Boolean).join(' et ')}, lus ici comme acceptés. Rien n’en est repris sans votre choix.`
}
