import type { DocumentNeutre } from '../blocs/blocs'

const echapper = (t: string) =>
  t
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')

/** Pièces du fichier écrites par nous : polices de repli et dates fixes du document. */
export function piecesFixes(document: DocumentNeutre): { path: string; data: string }[] {
  return [
    { path: 'word/fontTable.xml', data: TABLE_POLICES },
    { path: 'docProps/core.xml', data: proprietes(document) },
  ]
}

const TABLE_POLICES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:font w:name="Source Serif 4"><w:altName w:val="Cambria"/><w:charset w:val="00"/>' +
  '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
  '<w:font w:name="Cambria"><w:altName w:val="Georgia"/><w:charset w:val="00"/>' +
  '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'

function proprietes(d: DocumentNeutre): string {
  const date = (nom: string) =>
    `<dcterms:${nom} xsi:type="dcterms:W3CDTF">${echapper(d.fabriqueLe)}</dcterms:${nom}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${echapper(d.titre)}</dc:title><dc:subject>${echapper(d.sujet)}</dc:subject>` +
    `<dc:creator>${echapper(d.auteur)}</dc:creator><cp:keywords>${echapper(d.reference)}</cp:keywords>` +
    `<cp:lastModifiedBy>${echapper(d.auteur)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `${date('created')}${date('modified')}<dc:language>fr-FR</dc:language></cp:coreProperties>`
  )
}
