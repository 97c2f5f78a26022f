import { Text, View } from '@react-pdf/renderer'
import type { ReactElement, ReactNode } from 'react'
import type {
  Bloc,
  BlocEncart,
  BlocListe,
  BlocParagraphe,
  BlocTexte,
  BlocTitre,
  Fragment,
} from '../blocs/blocs'
import { fragmentsDuTitre, numeroElement, texteDesFragments } from '../texte/texte-du-document'
import { balise } from './balise'
import { sansCesure } from './cesure'
import { Circuit, presenceDuCircuit } from './circuit'
import type { Contexte } from './contexte'
import { aJointure, COUPURE_INTERDITE, regrouper, rendreFragments } from './fragments'
import { Graphique } from './graphique'
import type { Habit, Style } from './habit'
import { Signatures } from './signatures'
import { HAUTEUR_UTILE, S } from './styles'
import { presenceDuTableau, Tableau } from './tableau'

const VEUVES = { orphans: 2, widows: 2 }
/** Habillage imposé par le contenant (cellule de tableau, élément de liste). */

/** Réglages d'un texte courant : veuves, orphelines, et coupures fermées là où deux allures se touchent. */
export function reglages(fragments: Fragment[]) {
  return aJointure(fragments) ? { ...VEUVES, hyphenationPenalty: COUPURE_INTERDITE } : VEUVES
}

/** Un mot plus long que la moitié d'une ligne : justifier étirerait ses voisins. */
const MOT_DEMESURE = /[^ \n]{40,}/u

const STYLES_PARAGRAPHE: Record<NonNullable<BlocParagraphe['style']>, Style[]> = {
  normal: [],
  visa: [S.visa],
  partie: [S.partie],
  centre: [S.centre],
  transition: [S.transition],
  gauche: [S.gauche],
  droite: [S.droite],
  mention: [S.note],
}

/** Paragraphe, numéroté ou non. */
export function Paragraphe({ bloc, ctx, base }: { bloc: BlocParagraphe; ctx: Contexte; base?: Habit }) {
  const fragments = regrouper(bloc.fragments)
  const style = [
    base?.style ?? S.paragraphe,
    ...STYLES_PARAGRAPHE[bloc.style ?? 'normal'],
    ...(MOT_DEMESURE.test(texteDesFragments(fragments)) ? [S.ferre] : []),
  ]
  const texte = (
    <Text
      {...balise('P')}
      style={style}
      {...reglages(fragments)}
      {...(base?.sansCesure ? { hyphenationCallback: sansCesure } : {})}
      {...(bloc.annonce || bloc.style === 'transition' || bloc.style === 'mention'
        ? { minPresenceAhead: bloc.annonce ? 100 : 60 }
        : {})}
    >
      {rendreFragments(fragments, ctx.ancres)}
    </Text>
  )
  if (!bloc.numero) return texte
  return (
    <View style={S.element}>
      <Text {...balise('P')} style={[S.repere, { width: 26 }]}>
        {bloc.numero}
      </Text>
      <View style={S.corpsElement}>{texte}</View>
    </View>
  )
}

/** Liste, imbriquée ou non ; `base` porte la taille du texte (plus petite dans un tableau). */
export function Liste({ bloc, ctx, base }: { bloc: BlocListe; ctx: Contexte; base?: Habit }) {
  const dernier = numeroElement(bloc.debut, bloc.elements.length - 1)
  const largeur = bloc.ordonnee ? 6 + dernier.length * 6 : 14
  return (
    <View {...balise('L')} style={base ? S.listeInterne : S.liste}>
      {bloc.elements.map((element, i) => (
        <View key={i} {...balise('LI')} style={S.element}>
          <Text {...balise('Lbl')} style={[base?.style ?? S.repere, { width: largeur, textAlign: 'left' }]}>
            {bloc.ordonnee ? numeroElement(bloc.debut, i) : '•'}
          </Text>
          <View {...balise('LBody')} style={S.corpsElement}>
            {element.map((b, j) => (
              <BlocDeTexte key={j} bloc={b} ctx={ctx} base={base ?? { style: S.paragrapheListe }} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}

/** Paragraphe, liste ou tableau. */
export function BlocDeTexte({
  bloc,
  ctx,
  base,
}: {
  bloc: BlocTexte
  ctx: Contexte
  base?: Habit
}): ReactElement {
  if (bloc.retrait)
    return (
      <View style={{ paddingLeft: 26 }}>
        <BlocDeTexte bloc={{ ...bloc, retrait: false }} ctx={ctx} base={base} />
      </View>
    )
  if (bloc.genre === 'paragraphe') return <Paragraphe bloc={bloc} ctx={ctx} base={base} />
  if (bloc.genre === 'liste') return <Liste bloc={bloc} ctx={ctx} base={base} />
  return <Tableau bloc={bloc} rendreBloc={(b, habit) => <BlocDeTexte bloc={b} ctx={ctx} base={habit} />} />
}

/** Titre : jamais seul en bas de page. Sans `render` : un titre dynamique suivi d'une page tournée perd du contenu. */
export function Titre({
  bloc,
  ctx,
  suite = [],
}: {
  bloc: BlocTitre
  ctx: Contexte
  suite?: readonly Bloc[]
}) {
  const annexe = ctx.annexe && bloc.niveau === 1
  const style = [S[`titre${bloc.niveau}`], ...(annexe ? [S.titreAnnexe] : [])]
  const contenu: ReactNode = rendreFragments(regrouper(fragmentsDuTitre(bloc)), ctx.ancres)
  return (
    <Text
      {...balise(`H${bloc.niveau + (ctx.lettre ? 0 : 1)}` as 'H1' | 'H2' | 'H3' | 'H4')}
      id={bloc.ancre}
      style={style}
      hyphenationCallback={sansCesure}
      minPresenceAhead={presenceApres(suite)}
      hyphenationPenalty={COUPURE_INTERDITE}
    >
      {contenu}
    </Text>
  )
}

/** Encart : titre et texte dans un cadre. Un nom de fichier n'y est coupé qu'au-delà de 32 signes sans espace. */
export function Encart({ bloc, ctx }: { bloc: BlocEncart; ctx: Contexte }) {
  const fragments = regrouper(bloc.fragments)
  return (
    <View
      {...balise('Sect')}
      style={S.encart}
      wrap={bloc.fragments.reduce((n, f) => n + f.texte.length, 0) > 1500}
    >
      {bloc.titre ? (
        <Text {...balise('P')} style={S.encartTitre} hyphenationCallback={sansCesure}>
          {bloc.titre}
        </Text>
      ) : null}
      <Text {...balise('P')} style={S.encartTexte} {...reglages(fragments)} hyphenationCallback={sansCesure}>
        {rendreFragments(fragments, ctx.ancres)}
      </Text>
    </View>
  )
}

/** Deux lignes et leur marge : ce qu'un paragraphe doit montrer sous son titre. */
const DEUX_LIGNES = 40
const TITRE_ET_MARGE = 38
const SIGNES_PAR_LIGNE = 85

/**
 * Ce qui doit tenir sous un titre, en points, d'après ce qui le suit : un tableau, un circuit ou un encart qui ne se coupe
 * pas emporterait son contenu à la page suivante et laisserait le titre seul.
 */
function presenceApres([premier, ...reste]: readonly Bloc[]): number {
  if (!premier) return DEUX_LIGNES
  const voulue = (): number => {
    switch (premier.genre) {
      case 'titre':
        return TITRE_ET_MARGE + presenceApres(reste)
      case 'tableau':
        return presenceDuTableau(premier) + (premier.legende ? DEUX_LIGNES : 12)
      case 'circuit':
        return presenceDuCircuit(premier)
      case 'encart':
        return DEUX_LIGNES + Math.ceil(texteDesFragments(premier.fragments).length / SIGNES_PAR_LIGNE) * 13
      default:
        // Une phrase qui annonce part déjà avec ce qu'elle annonce : le titre part avec les deux.
        return premier.genre === 'paragraphe' && premier.annonce
          ? DEUX_LIGNES + presenceApres(reste)
          : DEUX_LIGNES
    }
  }
  return Math.min(voulue(), HAUTEUR_UTILE * 0.7)
}

/** Rend n'importe quel bloc du modèle neutre. */
export function BlocPdf({
  bloc,
  ctx,
  suite = [],
}: {
  bloc: Bloc
  ctx: Contexte
  /** Blocs qui suivent, dans l'ordre : un titre part avec le premier d'entre eux. */
  suite?: readonly Bloc[]
}): ReactElement {
  switch (bloc.genre) {
    case 'titre':
      return <Titre bloc={bloc} ctx={ctx} suite={suite} />
    case 'encart':
      return <Encart bloc={bloc} ctx={ctx} />
    case 'circuit':
      return <Circuit bloc={bloc} />
    case 'graphique':
      return <Graphique bloc={bloc} />
    case 'signatures':
      return <Signatures bloc={bloc} ctx={ctx} />
    default:
      return <BlocDeTexte bloc={bloc} ctx={ctx} />
  }
}
