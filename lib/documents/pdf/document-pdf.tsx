import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import type { DocumentNeutre } from '../blocs/blocs'
import { balise } from './balise'
import { BlocPdf } from './blocs'
import type { Contexte } from './contexte'
import { decouperEnFlux } from './flux'
import { S } from './styles'
import { BlocTete, EncartLacunes, Sommaire } from './tete'

/** En-tête et pied de chaque page. */
function Courants({ document, total }: { document: DocumentNeutre; total: number | null }) {
  return (
    <>
      {document.forme !== 'lettre' && (
        <View fixed {...balise('Artifact')} style={S.enTete}>
          <Text style={S.courant}>{document.surtitre}</Text>
          <Text style={S.courant}>{document.reference}</Text>
        </View>
      )}
      <View fixed {...balise('Artifact')} style={S.pied}>
        <Text style={S.courant}>{document.piedDePage ?? document.filigrane ?? ''}</Text>
        {document.forme === 'lettre' ? (
          <Text style={S.courant}>{document.reference}</Text>
        ) : (
          <Text
            style={S.courant}
            render={({ pageNumber, totalPages }) => `page ${pageNumber} / ${total ?? (totalPages || '000')}`}
          />
        )}
      </View>
    </>
  )
}

function Feuille({
  document,
  ctx,
  children,
}: {
  document: DocumentNeutre
  ctx: Contexte
  children: ReactNode
}) {
  return (
    <Page size="A4" style={[S.page, { fontFamily: ctx.police }]} experimentalPagination>
      <Courants document={document} total={ctx.total} />
      {children}
    </Page>
  )
}

/** Document complet : une feuille de tête, puis une feuille par flux ; `teteSeule` ne refait que la première. */
export function DocumentPdf({
  document,
  ctx,
  teteSeule = false,
}: {
  document: DocumentNeutre
  ctx: Contexte
  teteSeule?: boolean
}) {
  const flux = teteSeule ? [] : document.sections.flatMap(decouperEnFlux)
  return (
    <Document
      title={document.titre}
      author={document.auteur}
      subject={document.sujet}
      keywords={document.reference}
      language={document.langue}
      creator="Trait d’union"
      producer="Trait d’union"
      pageMode="useOutlines"
    >
      {document.forme !== 'lettre' && (
        <Feuille document={document} ctx={ctx}>
          <BlocTete document={document} />
          {document.lacunes.length > 0 ? <EncartLacunes lacunes={document.lacunes} /> : null}
          {(document.avertissement ?? []).map((bloc, i) => (
            <BlocPdf key={i} bloc={bloc} ctx={ctx} />
          ))}
          {document.sommaire ? <Sommaire document={document} ctx={ctx} /> : null}
        </Feuille>
      )}
      {flux.map((f) => (
        <Feuille key={f.cle} document={document} ctx={ctx}>
          {f.blocs.map((bloc, i) => (
            <BlocPdf
              key={i}
              bloc={bloc}
              ctx={{ ...ctx, annexe: f.nature === 'annexe' }}
              suite={f.blocs.slice(i + 1, i + 5)}
            />
          ))}
        </Feuille>
      ))}
    </Document>
  )
}
