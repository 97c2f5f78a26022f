import type { FiltresTableau } from '../../lectures/tableau/filtres'
import type { TableauLu } from '../../lectures/tableau/lire-tableau'
import { compter, typographier } from '../typographie'
import { adresseMesures, COMPTE_VIDE, ouDit } from './donnees'
import type { Ton } from './libelles'

/** Une chose à regarder : la phrase, et où l'on voit ce qu'elle compte. */
export type Phrase = { cle: string; ton: Ton; phrase: string; href: string; verbe: string }

type Lu = Pick<TableauLu, 'agregats' | 'suivi' | 'etapes' | 'tousLesCentres'>

/** Ce qui demande attention, du plus pressant au plus lointain. Vide : il n'y a rien à dire, et l'écran le dit. */
export function phrasesDAttention(t: Lu, f: FiltresTableau): Phrase[] {
  const { decompte, contestees } = t.agregats.total.get('') ?? COMPTE_VIDE
  const ou = (compte: (c: typeof COMPTE_VIDE) => number) => {
    const lieux = ouDit(
      t.tousLesCentres.map((c) => ({
        nom: c.ville,
        nombre: compte(t.agregats.centre.get(c.code) ?? COMPTE_VIDE),
      })),
    )
    return lieux ? ` : ${lieux}` : ''
  }
  const aVoter = compterEtapes(t, ['TEXTE_ACCEPTE', 'EN_DELIBERATION'])
  const aSigner = compterEtapes(t, ['A_SIGNER'])
  const phrases: (Phrase | false)[] = [
    decompte['non-respecte'] > 0 && {
      cle: 'non-respecte',
      ton: 'manque',
      phrase: `${compter(decompte['non-respecte'], 'mesure non respectée', 'mesures non respectées')}${ou((c) => c.decompte['non-respecte'])}`,
      href: adresseMesures({ ...f, jugement: 'non-respecte' }),
      verbe: 'Voir les mesures',
    },
    contestees > 0 && {
      cle: 'contestees',
      ton: 'manque',
      phrase: `${compter(contestees, 'mesure contestée', 'mesures contestées')}, à trancher à deux${ou((c) => c.contestees)}`,
      href: adresseMesures({ ...f, contestees: 'oui' }),
      verbe: 'Voir les motifs',
    },
    decompte['non-mesure'] > 0 && {
      cle: 'non-mesure',
      ton: 'inconnu',
      phrase: `${compter(decompte['non-mesure'], 'période finie sans mesure', 'périodes finies sans mesure')}, que rien ne permet de dire tenues${ou((c) => c.decompte['non-mesure'])}`,
      href: adresseMesures({ ...f, jugement: 'non-mesure' }),
      verbe: 'Voir les périodes',
    },
    decompte['a-surveiller'] > 0 && {
      cle: 'a-surveiller',
      ton: 'vigilance',
      phrase: `${compter(decompte['a-surveiller'], 'mesure à surveiller', 'mesures à surveiller')}${ou((c) => c.decompte['a-surveiller'])}`,
      href: adresseMesures({ ...f, jugement: 'a-surveiller' }),
      verbe: 'Voir les mesures',
    },
    t.suivi.bientot > 0 && {
      cle: 'bientot',
      ton: 'vigilance',
      phrase: `${compter(t.suivi.bientot, 'période finit', 'périodes finissent')} dans les trente jours, à mesurer ensuite`,
      href: '#echeances',
      verbe: 'Voir les échéances',
    },
    aVoter > 0 && {
      cle: 'a-voter',
      ton: 'accent',
      phrase: `${compter(aVoter, 'texte accepté attend', 'textes acceptés attendent')} le vote d’un conseil`,
      href: '/conventions?etat=EN_DELIBERATION',
      verbe: 'Voir les textes',
    },
    aSigner > 0 && {
      cle: 'a-signer',
      ton: 'accent',
      phrase: `${compter(aSigner, 'texte voté attend', 'textes votés attendent')} une signature`,
      href: '/conventions?etat=A_SIGNER',
      verbe: 'Voir les textes',
    },
    t.suivi.valeursAbsentes > 0 && {
      cle: 'valeur-absente',
      ton: 'vigilance',
      phrase: `${compter(t.suivi.valeursAbsentes, 'engagement ne trouve', 'engagements ne trouvent')} plus sa valeur dans le texte en vigueur, à vérifier`,
      href: adresseMesures(f),
      verbe: 'Voir les mesures',
    },
  ]
  return phrases.flatMap((p) => (p ? [{ ...p, phrase: typographier(p.phrase) }] : []))
}

const compterEtapes = (t: Lu, etapes: readonly string[]): number =>
  t.etapes.reduce((n, e) => n + (etapes.includes(e.etape) ? e.nombre : 0), 0)
