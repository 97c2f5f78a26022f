import { Font, G, Path, Svg, Text, View } from '@react-pdf/renderer'
import type { BlocGraphique } from '../blocs/blocs'
import { ENCRES, type Encre, type Forme } from '../blocs/dessin'
import { balise } from './balise'
import { FAMILLE } from './polices'
import { LARGEUR_UTILE, S } from './styles'

type Glyphes = {
  unitsPerEm: number
  layout(texte: string): {
    glyphs: { path: { toSVG(): string } }[]
    positions: { xAdvance: number }[]
    advanceWidth: number
  }
}

/**
 * Graphique en tracés, mots compris : rien n'y est du texte à relire ni à recompter. Un lecteur d'écran a le titre et la qui
 * le décrit, et la table qui le suit.
 */
export function Graphique({ bloc: { dessin: d } }: { bloc: BlocGraphique }) {
  const largeur = Math.min(LARGEUR_UTILE, d.largeur)
  return (
    <View wrap={false} style={{ marginTop: 8, marginBottom: 8 }}>
      <Text {...balise('P')} style={S.legende}>
        {d.titre}
      </Text>
      <Svg
        viewBox={`0 0 ${d.largeur} ${d.hauteur}`}
        style={{ width: largeur, height: (d.hauteur * largeur) / d.largeur }}
      >
        {d.formes.map((f, i) => (
          <Tracer key={i} forme={f} />
        ))}
      </Svg>
    </View>
  )
}

const couleur = (encre: Encre | null) => (encre ? ENCRES[encre] : 'none')

function Tracer({ forme: f }: { forme: Forme }) {
  if (f.genre === 'texte') return <Mots forme={f} />
  const trace = (
    <Path
      d={f.d}
      fill={couleur(f.fond)}
      {...(f.trait ? { stroke: couleur(f.trait), strokeWidth: f.epaisseur } : {})}
      {...(f.pointille ? { strokeDasharray: f.pointille } : {})}
    />
  )
  return f.matrice ? <G transform={`matrix(${f.matrice.join(',')})`}>{trace}</G> : trace
}

/** Les mots, glyphe par glyphe, dans la police du document. */
function Mots({ forme: f }: { forme: Extract<Forme, { genre: 'texte' }> }) {
  const police = Font.getFont({ fontFamily: FAMILLE, fontWeight: f.gras ? 600 : 400, fontStyle: 'normal' })
    ?.data as unknown as Glyphes | undefined
  if (!police) return null
  const echelle = f.taille / police.unitsPerEm
  const suite = police.layout(f.texte)
  const depart =
    f.x - (f.ancre === 'start' ? 0 : f.ancre === 'middle' ? 0.5 : 1) * suite.advanceWidth * echelle
  const avances = suite.positions.map((p) => p.xAdvance * echelle)
  return (
    <>
      {suite.glyphs.map((g, i) => {
        const d = g.path.toSVG()
        const x = avances.slice(0, i).reduce((a, b) => a + b, depart)
        return d ? (
          <G key={i} transform={`matrix(${echelle},0,0,${-echelle},${x},${f.y})`}>
            <Path d={d} fill={couleur(f.encre)} />
          </G>
        ) : null
      })}
    </>
  )
}
