import { Image as ImagePdf, Link, Text, View } from '@react-pdf/renderer'
import type { DocumentNeutre, Fragment, Lacune } from '../blocs/blocs'
import { fragmentsDuTitre, texteDuLogo } from '../texte/texte-du-document'
import { balise, baliseFigure } from './balise'
import { sansCesure } from './cesure'
import { type Contexte, titresDuDocument } from './contexte'
import { regrouper, rendreFragments } from './fragments'
import { HAUTEUR_UTILE, S } from './styles'

/** Logos, surtitre, titre, mention d'état. */
export function BlocTete({ document }: { document: DocumentNeutre }) {
  const long = document.titre.length > 130
  return (
    <View>
      {document.logos.length > 0 ? (
        <View style={S.logos}>
          {document.logos.map((logo) => (
            <ImagePdf
              key={logo.nom}
              {...baliseFigure(texteDuLogo(logo))}
              src={`data:${logo.type};base64,${logo.base64}`}
              style={S.logo}
            />
          ))}
        </View>
      ) : null}
      {document.surtitre ? (
        <Text {...balise('P')} style={S.surtitre} hyphenationCallback={sansCesure}>
          {document.surtitre}
        </Text>
      ) : null}
      <Text
        {...balise('H1')}
        style={[S.titreDocument, ...(long ? [S.titreLong] : [])]}
        hyphenationCallback={sansCesure}
      >
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
    <View {...balise('Sect')} style={[S.encart, { marginTop: 22 }]} wrap={lacunes.length > 20}>
      <Text {...balise('P')} style={S.encartTitre} minPresenceAhead={40}>
        {lacunes.length === 1
          ? 'Une valeur reste à compléter'
          : `${lacunes.length} valeurs restent à compléter`}
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

/** Un titre au sommaire perd son surlignage et ses liens, pas ses italiques. */
const nus = (fragments: Fragment[]): Fragment[] =>
  fragments.map(({ texte, italique, exposant }) => ({ texte, italique, exposant }))

/**
 * Sommaire sur une page tant que c'est possible : normal, puis serré sous le titre, puis seul sur sa page.
 * Les numéros viennent de la mise en page du corps ; leur case est fixe, les lire ne déplace rien.
 */
export function Sommaire({ document, ctx }: { document: DocumentNeutre; ctx: Contexte }) {
  const entrees = titresDuDocument(document).filter((t) => t.auSommaire)
  if (entrees.length === 0) return null
  const { serre, saut } = placeDuSommaire(document, entrees.length)
  return (
    <View break={saut}>
      <Text
        {...balise('H2')}
        style={[S.sommaireTitre, ...(serre ? [{ marginTop: 16 }] : [])]}
        minPresenceAhead={60}
      >
        Sommaire
      </Text>
      <View {...balise('TOC')}>
        {entrees.map((entree) => (
          <View
            key={entree.ancre}
            {...balise('TOCI')}
            style={[
              S.sommaireLigne,
              ...(serre ? [S.sommaireSerre] : []),
              { marginLeft: (entree.niveau - 1) * 14 },
            ]}
            wrap={false}
          >
            <Link {...balise('Reference')} src={`#${entree.ancre}`} style={S.sommaireLien}>
              <Text
                style={[S.sommaireTexte, ...(entree.niveau === 1 ? [{ fontWeight: 600 as const }] : [])]}
                hyphenationCallback={sansCesure}
              >
                {rendreFragments(
                  regrouper(fragmentsDuTitre({ numero: entree.numero, fragments: nus(entree.fragments) })),
                  ctx.ancres,
                )}
              </Text>
            </Link>
            <View style={S.points} />
            <Text {...balise('P')} style={S.sommairePage}>
              {String(ctx.pages.get(entree.ancre) ?? '000')}
            </Text>
          </View>
        ))}
      </View>
    </View>
  )
}

function placeDuSommaire(document: DocumentNeutre, entrees: number): { serre: boolean; saut: boolean } {
  const lacunes = document.lacunes.length
  const tete =
    (document.logos.length > 0 ? 72 : 0) +
    Math.ceil(document.titre.length / (document.titre.length > 130 ? 62 : 40)) * 25 +
    (document.mention ? 14 : 0) +
    (lacunes > 0 ? 66 + lacunes * 15 : 0) +
    96
  const place = HAUTEUR_UTILE - tete
  if (entrees * 16.2 <= place) return { serre: false, saut: false }
  if (entrees * 14 <= place) return { serre: true, saut: false }
  return { serre: entrees * 16.2 > HAUTEUR_UTILE - 50, saut: true }
}
