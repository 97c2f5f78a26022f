import type { BlocTitre, DocumentNeutre } from '../blocs/blocs'
import { intituleDuTitre, texteDuLogo } from '../texte/texte-du-document'
import { BlocHtml } from './bloc-html'

type Entree = { titre: BlocTitre; sous: Entree[] }

/** Emboîte les titres du sommaire selon leur niveau. */
function arbre(titres: BlocTitre[]): Entree[] {
  const racine: Entree[] = []
  const pile: { niveau: number; sous: Entree[] }[] = [{ niveau: 0, sous: racine }]
  for (const titre of titres) {
    while (pile.length > 1 && (pile.at(-1)?.niveau ?? 0) >= titre.niveau) pile.pop()
    const entree: Entree = { titre, sous: [] }
    pile.at(-1)?.sous.push(entree)
    pile.push({ niveau: titre.niveau, sous: entree.sous })
  }
  return racine
}

function Entrees({ entrees }: { entrees: Entree[] }) {
  return (
    <ol>
      {entrees.map(({ titre, sous }) => (
        <li key={titre.ancre}>
          <a href={`#${encodeURIComponent(titre.ancre)}`}>{intituleDuTitre(titre)}</a>
          {sous.length > 0 ? <Entrees entrees={sous} /> : null}
        </li>
      ))}
    </ol>
  )
}

/** Document entier, sans état : rendu au serveur, lisible sans script. */
export function DocumentHtml({ document }: { document: DocumentNeutre }) {
  const titres = document.sections.flatMap((s) =>
    s.blocs.filter((b): b is BlocTitre => b.genre === 'titre' && b.auSommaire),
  )
  return (
    <article className="doc" lang={document.langue} data-filigrane={document.filigrane ?? undefined}>
      <header className="doc-tete">
        {document.logos.length > 0 ? (
          <div className="doc-logos">
            {document.logos.map((logo) => (
              <picture key={logo.nom}>
                <img src={`data:${logo.type};base64,${logo.base64}`} alt={texteDuLogo(logo)} />
              </picture>
            ))}
          </div>
        ) : null}
        {document.surtitre ? <p className="doc-surtitre">{document.surtitre}</p> : null}
        <h1>{document.titre}</h1>
        {document.mention ? <p className="doc-mention">{document.mention}</p> : null}
        <p className="doc-reference">
          Référence{'\u00a0'}: {document.reference}
        </p>
      </header>
      {document.lacunes.length > 0 ? (
        <aside className="doc-encart doc-lacunes" aria-label="Valeurs à compléter">
          <p className="doc-encart-titre">
            {document.lacunes.length === 1
              ? 'Une valeur reste à compléter'
              : `${document.lacunes.length} valeurs restent à compléter`}
          </p>
          <ul>
            {document.lacunes.map((l, i) => (
              <li key={`${l.cle}-${i}`}>
                {l.libelle} ({l.ou}){l.tardive ? '\u00a0: connue seulement à la signature' : ''}
              </li>
            ))}
          </ul>
        </aside>
      ) : null}
      {document.sommaire && titres.length > 0 ? (
        <nav className="doc-sommaire" aria-label="Sommaire">
          <p className="doc-sommaire-titre" aria-hidden="true">
            Sommaire
          </p>
          <Entrees entrees={arbre(titres)} />
        </nav>
      ) : null}
      {document.sections.map((section) => (
        <section key={section.code} className={`doc-section doc-section-${section.nature}`}>
          {section.blocs.map((bloc, i) => (
            <BlocHtml key={i} bloc={bloc} />
          ))}
        </section>
      ))}
    </article>
  )
}
