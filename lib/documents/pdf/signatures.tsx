import { Text, View } from '@react-pdf/renderer'
import type { BlocSignatures } from '../blocs/blocs'
import { balise } from './balise'
import { sansCesure } from './cesure'
import type { Contexte } from './contexte'
import { regrouper, rendreFragments } from './fragments'
import { S } from './styles'

type Signataire = BlocSignatures['signataires'][number]

function Signataire({ signataire }: { signataire: Signataire }) {
  return (
    <View {...balise('Sect')} style={S.signataire}>
      {signataire.partie ? (
        <Text {...balise('P')} style={S.signatairePartie} hyphenationCallback={sansCesure}>
          {signataire.partie}
        </Text>
      ) : null}
      {[signataire.qualite, signataire.nom].filter(Boolean).map((ligne, i) => (
        <Text key={i} {...balise('P')} style={S.signataireLigne} hyphenationCallback={sansCesure}>
          {ligne}
        </Text>
      ))}
      {signataire.mention ? (
        <Text {...balise('P')} style={S.signataireMention} hyphenationCallback={sansCesure}>
          {signataire.mention}
        </Text>
      ) : null}
      <View style={S.cadreSignature} />
    </View>
  )
}

/** Signatures deux par deux ; un rang ne se coupe jamais, « Fait à » reste avec le premier. */
export function Signatures({ bloc, ctx }: { bloc: BlocSignatures; ctx: Contexte }) {
  const rangs: Signataire[][] = []
  for (let i = 0; i < bloc.signataires.length; i += 2) rangs.push(bloc.signataires.slice(i, i + 2))
  const introduction = regrouper(bloc.introduction)
  return (
    <View {...balise('Sect')} wrap={bloc.signataires.length > 4}>
      {(rangs.length > 0 ? rangs : [[]]).map((rang, i) => (
        <View key={i} wrap={false}>
          {i === 0 && introduction.length > 0 ? (
            <Text {...balise('P')} style={S.faitA}>
              {rendreFragments(introduction, ctx.ancres)}
            </Text>
          ) : null}
          <View style={S.rangSignatures}>
            {rang.map((signataire, j) => (
              <Signataire key={j} signataire={signataire} />
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
