import type PDFDocument from 'pdfkit'

const echapper = (texte: string) => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const CHAMPS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer']

/** pdfkit recopie les métadonnées dans le XMP sans les échapper : un titre avec « & » casserait le PDF/A. */
export function brancherMetadonnees(pdf: PDFDocument): void {
  const ajouter = pdf._addInfo
  pdf._addInfo = function ajouterEchappe(this: PDFDocument) {
    const intactes = this.info
    this.info = { ...intactes }
    for (const champ of CHAMPS) {
      const valeur = intactes[champ]
      if (valeur) this.info[champ] = echapper(String(valeur))
    }
    ajouter.call(this)
    this.info = intactes
  }
}

/** Identité PDF/UA-1, avec la description d'extension que PDF/A exige pour un espace de noms étranger. */
export const IDENTITE_UA =
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ' +
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>' +
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
  '<pdfuaid:part>1</pdfuaid:part></rdf:Description>'
