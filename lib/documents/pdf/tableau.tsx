import { Text, View } from '@react-pdf/renderer'
import { Fragment, type ReactElement } from 'react'
import type { BlocTableau, BlocTexte, CelluleTableau } from '../blocs/blocs'
import { texteDuBloc } from '../texte/texte-du-document'
import { balise } from './balise'
import { sansCesure } from './cesure'
import type { Habit } from './habit'
import { HAUTEUR_UTILE, LARGEUR_UTILE, S } from './styles'

type Place = { colonne: number; colonnes: number; cellule: CelluleTableau | null; continue: boolean }

/** Place les cellules sur la grille : une cellule haute laisse une case vide, sans filet, sur les lignes suivantes. */
export function grille(lignes: CelluleTableau[][], largeur: number): Place[][] {
  const reste = new Array<number>(largeur).fill(0)
  return lignes.map((ligne) => {
    const places: Place[] = []
    const attente = [...ligne]
    let colonne = 0
    while (colonne < largeur) {
      const occupee = reste[colonne] ?? 0
      if (occupee > 0) {
        reste[colonne] = occupee - 1
        places.push({ colonne, colonnes: 1, cellule: null, continue: occupee > 1 })
        colonne += 1
        continue
      }
      const cellule = attente.shift() ?? null
      let colonnes = Math.min(Math.max(cellule?.colonnes ?? 1, 1), largeur - colonne)
      for (let c = 1; c < colonnes; c += 1) if ((reste[colonne + c] ?? 0) > 0) colonnes = c
      const hauteur = Math.max(cellule?.lignes ?? 1, 1)
      for (let c = 0; c < colonnes; c += 1) reste[colonne + c] = hauteur - 1
      places.push({ colonne, colonnes, cellule, continue: hauteur > 1 })
      colonne += colonnes
    }
    return places
  })
}

/** Hauteur probable d'une ligne, pour laisser se couper celles qui dépasseraient une bonne part de la page. */
function hauteurEstimee(places: Place[], parts: number[]): number {
  return places.reduce((max, place) => {
    if (!place.cellule) return max
    const signes = (part(place, parts) * LARGEUR_UTILE - 10) / 4.2
    const lignes = place.cellule.blocs
      .flatMap(texteDuBloc)
      .reduce((n, t) => n + Math.max(1, Math.ceil(t.length / Math.max(3, signes * 0.85))), 0)
    return Math.max(max, lignes * 12.5 + 8)
  }, 0)
}

const part = (place: Place, parts: number[]) =>
  parts.slice(place.colonne, place.colonne + place.colonnes).reduce((a, b) => a + b, 0)

/** Parts de colonne normalisées : une largeur absente ou nulle prend la moyenne. */
export function partsDesColonnes(bloc: BlocTableau): number[] {
  const nombre = Math.max(
    bloc.largeurs.length,
    ...bloc.lignes.map((l) => l.reduce((n, c) => n + (c.colonnes ?? 1), 0)),
    1,
  )
  const connues = Array.from({ length: nombre }, (_, i) => bloc.largeurs[i] ?? 0)
  const positives = connues.filter((l) => l > 0)
  const moyenne = positives.length > 0 ? positives.reduce((a, b) => a + b, 0) / positives.length : 1
  const completes = connues.map((l) => (l > 0 ? l : moyenne))
  const somme = completes.reduce((a, b) => a + b, 0)
  return completes.map((l) => l / somme)
}

/**
 * Ce qui doit tenir sous ce qui annonce un tableau, en points : l'en-tête et la première ligne partent avec la légende.
 */
export function presenceDuTableau(bloc: BlocTableau): number {
  const parts = partsDesColonnes(bloc)
  const debut = grille(bloc.lignes, parts.length).slice(0, bloc.lignesEnTete + 1)
  return Math.min(debut.reduce((n, l) => n + hauteurEstimee(l, parts), 0) + 8, HAUTEUR_UTILE / 2)
}

/** `rendreBloc` vient de l'appelant : une cellule contient des blocs, et un bloc peut être un tableau. */
type RendreBloc = (bloc: BlocTexte, habit: Habit) => ReactElement
type Proprietes = { bloc: BlocTableau; rendreBloc: RendreBloc }

/** Tableau : en-tête répété, lignes insécables tant qu'elles tiennent. */
export function Tableau({ bloc, rendreBloc }: Proprietes) {
  const parts = partsDesColonnes(bloc)
  const lignes = grille(bloc.lignes, parts.length)
  const aDroite = colonnesDeNombres(lignes.slice(bloc.lignesEnTete), parts.length)
  const tetes = lignes.slice(0, bloc.lignesEnTete)
  const hauteurTetes = tetes.reduce((n, l) => n + hauteurEstimee(l, parts), 0)
  const repete = hauteurTetes > 0 && hauteurTetes < HAUTEUR_UTILE / 3
  const presence = presenceDuTableau(bloc)
  return (
    <>
      {bloc.legende ? (
        <Text {...balise('P')} style={S.legende} hyphenationCallback={sansCesure} minPresenceAhead={presence}>
          {bloc.legende}
        </Text>
      ) : (
        <View style={S.avantTableau} minPresenceAhead={presence} />
      )}
      {/* La pagination compte un en-tête répété pour du contenu : sans ce gabarit, il resterait seul en bas de page. */}
      <View style={{ flexDirection: 'row' }}>
        <View style={{ width: 0, height: presence }} wrap={false} />
        <View {...balise('Table')} style={[S.tableau, { flex: 1 }]}>
          {tetes.length > 0 ? (
            <View
              {...balise('THead')}
              fixed={repete}
              wrap={false}
              {...(repete ? {} : { minPresenceAhead: 30 })}
            >
              {tetes.map((places, i) => (
                <Ligne
                  key={i}
                  places={places}
                  parts={parts}
                  rendreBloc={rendreBloc}
                  enTete
                  insecable
                  aDroite={aDroite}
                />
              ))}
            </View>
          ) : null}
          {lignes.slice(bloc.lignesEnTete).map((places, i) => (
            <Ligne
              key={i}
              places={places}
              parts={parts}
              rendreBloc={rendreBloc}
              aDroite={aDroite}
              insecable={hauteurEstimee(places, parts) < HAUTEUR_UTILE * 0.45}
            />
          ))}
        </View>
      </View>
    </>
  )
}

const NOMBRE = /^[−–-]?[\d\s\u00a0\u202f.,]+[\u00a0\u202f ]?(?:€|%|k€|M€)?$/u

/** Colonnes dont toutes les valeurs sont des montants ou des parts : alignées à droite, chiffres en regard. */
export function colonnesDeNombres(lignes: Place[][], largeur: number): Set<number> {
  const colonnes = new Set<number>()
  for (let c = 1; c < largeur; c += 1) {
    const textes = lignes.flatMap((l) => {
      const place = l.find((p) => p.colonne === c && p.colonnes === 1)
      return place?.cellule ? [place.cellule.blocs.flatMap(texteDuBloc).join(' ')] : []
    })
    const remplis = textes.filter((t) => t !== '')
    if (remplis.length > 0 && remplis.every((t) => NOMBRE.test(t))) colonnes.add(c)
  }
  return colonnes
}

function Ligne(props: {
  places: Place[]
  parts: number[]
  rendreBloc: RendreBloc
  enTete?: boolean
  insecable: boolean
  aDroite: ReadonlySet<number>
}) {
  const { places, parts, enTete = false } = props
  return (
    <View {...balise('TR')} style={[S.ligne, ...(enTete ? [S.ligneEnTete] : [])]} wrap={!props.insecable}>
      {places.map((place) => {
        const titre = enTete || place.cellule?.enTete === true
        const alignement =
          props.aDroite.has(place.colonne) && place.colonnes === 1 ? { textAlign: 'right' as const } : {}
        const habit = {
          style: { ...S.texteCellule, ...(titre ? S.texteEnTete : {}), ...alignement },
          sansCesure: titre,
        }
        const style = [S.cellule, { width: `${part(place, parts) * 100}%` }]
        if (!place.cellule) return <View key={place.colonne} style={style} />
        return (
          <View
            key={place.colonne}
            {...balise(titre ? 'TH' : 'TD', { colonnes: place.colonnes, lignes: place.cellule.lignes })}
            style={style}
          >
            {place.cellule.blocs.map((b, j) => (
              <Fragment key={j}>{props.rendreBloc(b, habit)}</Fragment>
            ))}
          </View>
        )
      })}
    </View>
  )
}
