import { Line, Polygon, Svg, Text, View } from '@react-pdf/renderer'
import type { BlocCircuit } from '../blocs/blocs'
import { renvoisEtape } from '../texte/texte-du-document'
import { balise } from './balise'
import { sansCesure } from './cesure'
import { COULEURS, S } from './styles'

type EtapeCircuit = BlocCircuit['etapes'][number]

/** Flèche verticale entre deux étapes, avec sa condition. */
function Fleche({ condition }: { condition?: string }) {
  return (
    <View style={S.fleche}>
      <Svg width={12} height={20} viewBox="0 0 12 20">
        <Line x1={6} y1={0} x2={6} y2={14} stroke={COULEURS.filetFort} strokeWidth={1.1} />
        <Polygon points="2,12.5 10,12.5 6,19" fill={COULEURS.filetFort} />
      </Svg>
      {condition ? (
        // Une liste ne contient que des éléments (PDF/UA-1, 7.2) : la condition se lit comme l'un d'eux.
        <View {...balise('LI')}>
          <Text {...balise('LBody')} style={S.flecheCondition}>
            {condition}
          </Text>
        </View>
      ) : null}
    </View>
  )
}

function Etape({ etape, suivant }: { etape: EtapeCircuit; suivant?: number }) {
  const renvois = renvoisEtape(etape, suivant)
  return (
    <View {...balise('LI')} style={S.etape} wrap={etape.texte.length > 1800}>
      <View style={S.etapeRang}>
        <Text {...balise('Lbl')} style={S.etapeNumero}>
          {String(etape.rang)}
        </Text>
      </View>
      <View {...balise('LBody')} style={S.etapeCorps}>
        <View style={S.etapeTete}>
          <Text {...balise('P')} style={S.etapeActeur} hyphenationCallback={sansCesure}>
            {etape.acteur}
          </Text>
          {etape.delai ? (
            <Text {...balise('P')} style={S.etapeDelai} hyphenationCallback={sansCesure}>
              {etape.delai}
            </Text>
          ) : null}
        </View>
        <Text {...balise('P')} style={S.etapeTexte}>
          {etape.texte}
        </Text>
        {renvois.map((renvoi) => (
          <View key={renvoi} style={{ flexDirection: 'row', alignItems: 'center', marginTop: 2 }}>
            <Svg width={16} height={9} viewBox="0 0 16 9">
              <Line
                x1={0}
                y1={4.5}
                x2={10}
                y2={4.5}
                stroke={COULEURS.filetFort}
                strokeWidth={1}
                strokeDasharray="2 1.5"
              />
              <Polygon points="9,1.5 14.5,4.5 9,7.5" fill={COULEURS.filetFort} />
            </Svg>
            <Text {...balise('P')} style={S.etapeRenvoi}>
              {renvoi}
            </Text>
          </View>
        ))}
      </View>
    </View>
  )
}

/** Hauteur approchée des premières étapes d'un circuit, en points, légende comprise. */
const hauteurEstimee = (bloc: BlocCircuit, etapes = bloc.etapes.length): number =>
  bloc.etapes.slice(0, etapes).reduce((n, e, i) => {
    const renvois = renvoisEtape(e, bloc.etapes[i + 1]?.rang).length
    return n + 49 + Math.ceil(e.texte.length / 75) * 13 + renvois * 12
  }, 30)

/** Un circuit court ne se coupe pas : il se lit d'un coup d'œil. */
const tientSurUnePage = (bloc: BlocCircuit) => hauteurEstimee(bloc) < 430

/** Ce qui doit tenir sous ce qui annonce un circuit, en points : le circuit entier s'il ne se coupe pas, sinon sa première étape. */
export const presenceDuCircuit = (bloc: BlocCircuit): number =>
  tientSurUnePage(bloc) ? hauteurEstimee(bloc) : hauteurEstimee(bloc, 1)

/** Circuit : boîtes numérotées reliées par des flèches ; le texte se lit comme une liste d'étapes. */
export function Circuit({ bloc }: { bloc: BlocCircuit }) {
  const [premiere, ...autres] = bloc.etapes
  return (
    <View {...balise('L')} style={S.circuit} wrap={!tientSurUnePage(bloc)}>
      <View wrap={false}>
        <Text {...balise('Caption')} style={S.legende} hyphenationCallback={sansCesure}>
          {bloc.legende}
        </Text>
        {premiere ? <Etape etape={premiere} suivant={autres[0]?.rang} /> : null}
      </View>
      {autres.map((etape, i) => {
        const precedente = bloc.etapes[i]
        const passage = precedente?.vers.find((v) => v.rang === etape.rang)
        return (
          <View key={etape.rang} wrap={etape.texte.length > 1800}>
            {passage ? <Fleche condition={passage.condition} /> : <View style={{ height: 10 }} />}
            <Etape etape={etape} suivant={autres[i + 1]?.rang} />
          </View>
        )
      })}
    </View>
  )
}
