export { BlocHtml } from './bloc-html'
export { DocumentHtml } from './document-html'
export { FragmentsHtml } from './fragments-html'
