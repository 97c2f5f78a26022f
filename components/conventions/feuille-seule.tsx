import type { DocumentNeutre } from '@/lib/documents/blocs/blocs'
import { DocumentHtml } from '@/lib/documents/html'
import '@/lib/documents/html/document.css'
import './feuille.css'

/** Le document entier, son titre et son sommaire compris. */
export const FeuilleSeule = ({ document }: { document: DocumentNeutre }) => (
  <div className="feuille mx-auto max-w-[52rem] bg-surface px-4 py-8 sm:border sm:border-trait sm:px-10 sm:py-14 print:p-0">
    <DocumentHtml document={document} />
  </div>
)
