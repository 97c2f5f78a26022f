import { BlocHtml } from '@/lib/documents/html'
import '@/lib/documents/html/document.css'
import '@/components/conventions/feuille.css'
import './relecture.css'
import type { RelectureAffichee } from '@/lib/presentation/relecture/relecture'

/** La version partagée sur sa feuille, un groupe par article ; servie sans script. */
export function FeuilleRelecture({ lue }: { lue: RelectureAffichee }) {
  return (
    <div className="feuille rounded-sm border border-trait bg-surface px-4 py-8 shadow-sm sm:px-8 sm:py-12">
      <article className="doc" lang="fr-FR" aria-label="Texte de la version partagée">
        <header className="doc-tete">
          <p className="doc-surtitre">{lue.surtitre}</p>
          <h2>{lue.titre}</h2>
          {lue.mention && <p className="doc-mention">{lue.mention}</p>}
        </header>
        {lue.groupes.map((g, i) => (
          <div key={`${g.identite ?? ''}-${i}`} data-groupe={g.identite ?? undefined}>
            {g.blocs.map((bloc, j) => (
              <BlocHtml key={j} bloc={bloc} decalageTitres={2} />
            ))}
          </div>
        ))}
      </article>
    </div>
  )
}
