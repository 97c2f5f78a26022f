import type { DocumentNeutre } from '@/lib/documents/blocs/blocs'
import { BlocHtml } from '@/lib/documents/html'
import '@/lib/documents/html/document.css'
import './feuille.css'

/** Le texte sur sa feuille, dans une page qui a déjà son titre : plan et valeurs manquantes sont à côté. */
export function Feuille({ document }: { document: DocumentNeutre }) {
  return (
    <div className="feuille rounded-sm border border-trait bg-surface px-4 py-8 shadow-sm sm:px-10 sm:py-14">
      <article className="doc" lang={document.langue} aria-label="Texte de la convention">
        <header className="doc-tete">
          <p className="doc-surtitre">{document.surtitre}</p>
          <h2>{document.titre}</h2>
          {document.mention && <p className="doc-mention">{document.mention}</p>}
        </header>
        {document.sections.map((section) => (
          <section key={section.code} className={`doc-section doc-section-${section.nature}`}>
            {section.blocs.map((bloc, i) => (
              <BlocHtml key={i} bloc={bloc} decalageTitres={2} />
            ))}
          </section>
        ))}
      </article>
    </div>
  )
}
