import { renderToStaticMarkup } from 'react-dom/server'
import type { DocumentNeutre } from '../blocs/blocs'
import { DocumentHtml } from './document-html'

/** Tout tient dans le fichier : il se lit hors ligne, sans script, avec un lecteur d'écran, et s'imprime. */
const STYLE = `
:root{color-scheme:light dark}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;font:1.0625rem/1.6 Georgia,'Times New Roman',serif}
h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1.05rem}
table{border-collapse:collapse;width:100%;margin:1rem 0;display:block;overflow-x:auto}
th,td{border:1px solid;padding:.4rem .6rem;text-align:left;vertical-align:top}
a{color:inherit}a:focus-visible{outline:3px solid}
.doc-logos img{max-height:4rem;margin-right:1.5rem}
.doc-surtitre{font-weight:bold;margin:0}.doc-section-annexe{border-top:1px solid;margin-top:3rem;padding-top:1rem}
@media print{body{max-width:none;padding:0}.doc-section-annexe{break-before:page;border:0}}
`

const echapper = (texte: string): string =>
  texte.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))

/** Page HTML complète d'un document, à garder à côté de son PDF. */
export function pageAutonome(document: DocumentNeutre): string {
  const corps = renderToStaticMarkup(
    <main>
      <DocumentHtml document={document} />
    </main>,
  )
  return `<!doctype html>
<html lang="${document.langue}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${echapper(`${document.reference} – ${document.titre}`)}</title>
<style>${STYLE}</style></head>
<body>${corps}</body></html>
`
}
