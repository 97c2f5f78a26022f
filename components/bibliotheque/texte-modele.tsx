import { Difference } from '@/components/conventions/difference'
import { Details } from '@/components/ui/details'
import { Encart } from '@/components/ui/encart'
import { BlocHtml } from '@/lib/documents/html'
import type { AlerteVisa, UniteAffichee } from '@/lib/presentation/bibliotheque/modele'
import '@/lib/documents/html/document.css'
import '@/components/conventions/feuille.css'

/** Le texte du modèle : jetons pour les valeurs, variantes et alertes sous le passage qu'elles concernent. */
export function TexteModele({
  titre,
  surtitre,
  unites,
}: {
  titre: string
  surtitre: string
  unites: readonly UniteAffichee[]
}) {
  return (
    <div className="feuille feuille-jetons rounded-sm border border-trait bg-surface px-4 py-8 shadow-sm sm:px-10 sm:py-14">
      <article className="doc" lang="fr-FR" aria-label="Texte du modèle">
        <header className="doc-tete">
          <p className="doc-surtitre">{surtitre}</p>
          <h2>{titre}</h2>
        </header>
        {unites.map((u) => (
          <section key={u.identite}>
            {u.blocs.map((bloc, i) => (
              <BlocHtml key={i} bloc={bloc} decalageTitres={2} />
            ))}
            {u.facultative && (
              <p className="mb-3 font-sans text-sm text-encre-2">
                Facultatif : proposé, repris seulement si vous le choisissez.
              </p>
            )}
            {u.accord && <p className="mb-3 font-sans text-sm text-encre-2">{u.accord}</p>}
            {u.visa && <Alerte alerte={u.visa} />}
            {u.variantes.length > 0 && (
              <div className="mb-6 font-sans text-[0.9375rem]">
                {u.variantes.map((v) => (
                  <Details key={v.code} titre={`Variante : ${v.libelle}`}>
                    {v.source && <p className="mb-2 text-sm text-encre-2">Source : {v.source}</p>}
                    {v.valeurs.map((phrase) => (
                      <p key={phrase} className="mb-2">
                        {phrase}
                      </p>
                    ))}
                    <Difference avant={v.avant} apres={v.apres} />
                  </Details>
                ))}
              </div>
            )}
          </section>
        ))}
      </article>
    </div>
  )
}

const Alerte = ({ alerte }: { alerte: AlerteVisa }) =>
  alerte.ton === 'manque' ? (
    <Encart ton="manque" titre={alerte.phrase} className="mb-4 font-sans">
      {alerte.note}
    </Encart>
  ) : (
    <details className="mb-4 font-sans text-sm">
      <summary className="text-vigilance underline underline-offset-3">{alerte.phrase}</summary>
      <p className="mt-1 text-encre-2">{alerte.note}</p>
    </details>
  )
