import { Image, Link, Text, View } from '@react-pdf/renderer'
import type { DocumentNeutre, Lacune } from '../blocs/blocs'
import { intituleDuTitre } from '../texte/texte-du-document'
import { balise } from './balise'
import { sansCesure } from './cesure'
import { type Contexte, titresDuDocument } from './contexte'
import { S } from './styles'

/** Logos, surtitre, titre, mention d'état. */
export function BlocTete({ document }: { document: DocumentNeutre }) {
  const long = document.titre.length > 130
  return (
    <View>
      {document.logos.length > 0 ? (
        <View style={S.logos}>
          {document.logos.map((logo) => (
            <Image key={logo.nom} src={`data:${logo.type};base64,${logo.base64}`} style={S.logo} />
          ))}
        </View>
      ) : null}
      {document.surtitre ? (
        <Text {...balise('P')} style={S.surtitre} hyphenationCallback={sansCesure}>
          {document.surtitre}
        </Text>
      ) : null}
      <Text {...balise('H1')} style={[S.titreDocument, ...(long ? [S.titreLong] : [])]} hyphenationCallback={sansCesure}>
        {document.titre}
      </Text>
      <View style={S.filetTitre} />
      {document.mention ? (
        <Text {...balise('P')} style={S.mention} hyphenationCallback={sansCesure}>
          {document.mention}
        </Text>
      ) : null}
    </View>
  )
}

/** Valeurs manquantes d'un projet, en tête, avec l'endroit où elles manquent. */
export function EncartLacunes({ lacunes }: { lacunes: Lacune[] }) {
  const immediates = lacunes.filter((l) => !l.tardive)
  const tardives = lacunes.filter((l) => l.tardive)
  return (
    <View {...balise('Sect')} style={[S.encart, { marginTop: 22 }]}>
      <Text {...balise('P')} style={S.encartTitre} minPresenceAhead={40}>
        {lacunes.length === 1 ? 'Une valeur reste à compléter' : `${lacunes.length} valeurs restent à compléter`}
      </Text>
      {immediates.length > 0 ? <ListeLacunes lacunes={immediates} /> : null}
      {tardives.length > 0 ? (
        <Text {...balise('P')} style={[S.encartTexte, { marginTop: 3 }]} minPresenceAhead={20}>
          {'Connues seulement à la signature\u00a0:'}
        </Text>
      ) : null}
      {tardives.length > 0 ? <ListeLacunes lacunes={tardives} /> : null}
    </View>
  )
}

function ListeLacunes({ lacunes }: { lacunes: Lacune[] }) {
  return (
    <View {...balise('L')}>
      {lacunes.map((lacune, i) => (
        <View key={`${lacune.cle}-${i}`} {...balise('LI')} style={{ flexDirection: 'row' }} wrap={false}>
          <Text {...balise('Lbl')} style={[S.encartTexte, { width: 11 }]}>
            •
          </Text>
          <Text {...balise('LBody')} style={[S.encartTexte, S.corpsElement]}>
            {`${lacune.libelle} (${lacune.ou})`}
          </Text>
        </View>
      ))}
    </View>
  )
}

/** Sommaire : les pages sont notées par les titres pendant la même passe. */
export function Sommaire({ document, ctx }: { document: DocumentNeutre; ctx: Contexte }) {
  const entrees = titresDuDocument(document).filter((t) => t.auSommaire)
  if (entrees.length === 0) return null
  return (
    <View>
      <Text {...balise('H2')} style={S.sommaireTitre} minPresenceAhead={60}>
        Sommaire
      </Text>
      <View {...balise('TOC')}>
        {entrees.map((entree) => (
          <View key={entree.ancre} {...balise('TOCI')} style={[S.sommaireLigne, { marginLeft: (entree.niveau - 1) * 14 }]} wrap={false}>
            <Link {...balise('Reference')} src={`#${entree.ancre}`} style={S.sommaireLien}>
              <Text style={[S.sommaireTexte, ...(entree.niveau === 1 ? [{ fontWeight: 600 as const }] : [])]} hyphenationCallback={sansCesure}>
                {intituleDuTitre(entree)}
              </Text>
            </Link>
            <View style={S.points} />
            <Text
              {...balise('P')}
              style={S.sommairePage}
              render={({ totalPages }) => (totalPages ? String(ctx.pages.get(entree.ancre) ?? '?') : '000')}
            />
          </View>
        ))}
      </View>
    </View>
  )
}
