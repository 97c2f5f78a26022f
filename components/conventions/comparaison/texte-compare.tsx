import { Etiquette } from '@/components/ui/etiquette'
import { joindre } from '@/components/ui/joindre'
import type { Bloc } from '@/lib/documents/blocs/blocs'
import { BlocHtml } from '@/lib/documents/html'
import type { ComparaisonDite, Reglages, UniteDite } from '@/lib/presentation/conventions/versions'
import { compter } from '@/lib/presentation/typographie'
import '@/lib/documents/html/document.css'
import '../feuille.css'
import './comparaison.css'

/** Le texte comparé, une unité après l'autre ; ce qui ne change pas se replie en une ligne. */
export function TexteCompare({ dite, reglages }: { dite: ComparaisonDite; reglages: Reglages }) {
  const colonnes = reglages.vue === 'colonnes'
  const suites = regrouper(dite.unites, reglages.montrer === 'tout')
  return (
    <div className={joindre('feuille feuille-comparee', !colonnes && 'feuille-fondue')}>
      {colonnes && (
        <p aria-hidden className="hidden grid-cols-2 gap-6 border-b border-trait pb-2 font-semibold lg:grid">
          <span>{dite.noms.avant}</span>
          <span>{dite.noms.apres}</span>
        </p>
      )}
      {suites.map((s) =>
        s.genre === 'replis' ? (
          <p
            key={s.cle}
            className="border-y border-dashed border-trait py-2 text-center text-sm text-encre-2"
          >
            {compter(s.n, 'passage inchangé', 'passages inchangés')}
          </p>
        ) : (
          <Unite key={s.unite.ancre} unite={s.unite} noms={colonnes ? dite.noms : null} />
        ),
      )}
    </div>
  )
}

type Suite = { genre: 'unite'; unite: UniteDite } | { genre: 'replis'; cle: string; n: number }

function regrouper(unites: readonly UniteDite[], tout: boolean): Suite[] {
  const suites: Suite[] = []
  for (const unite of unites) {
    if (tout || unite.change) suites.push({ genre: 'unite', unite })
    else {
      const derniere = suites.at(-1)
      if (derniere?.genre === 'replis') derniere.n++
      else suites.push({ genre: 'replis', cle: `avant-${unite.ancre}`, n: 1 })
    }
  }
  return suites
}

function Unite({ unite: u, noms }: { unite: UniteDite; noms: ComparaisonDite['noms'] | null }) {
  return (
    <section
      id={u.ancre}
      tabIndex={-1}
      aria-label={u.sort ? `${u.nom}, ${u.sort}` : u.nom}
      data-changement={u.change || undefined}
      className={joindre(
        'unite-comparee scroll-mt-32 py-4',
        u.change && 'border-l-3 border-accent pl-4 sm:pl-6',
      )}
    >
      {u.change && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <Etiquette ton="accent" icone={null}>
            {u.sort.charAt(0).toUpperCase() + u.sort.slice(1)}
          </Etiquette>
          {!u.titree && <span className="font-medium">{u.nom}</span>}
          {u.note && <span className="text-encre-2">{u.note}</span>}
        </p>
      )}
      {noms ? (
        <div className="grid gap-x-6 gap-y-3 lg:grid-cols-2">
          <Colonne nom={noms.avant} blocs={u.avant} vide="Rien : ajouté depuis." />
          <Colonne nom={noms.apres} blocs={u.apres} vide="Rien : retiré depuis." />
        </div>
      ) : (
        <Blocs blocs={u.fondu} />
      )}
    </section>
  )
}

const Colonne = ({ nom, blocs, vide }: { nom: string; blocs: readonly Bloc[]; vide: string }) => (
  <div className="min-w-0">
    <p className="mb-1 text-sm text-encre-2 lg:sr-only">{nom}</p>
    {blocs.length ? (
      <Blocs blocs={blocs} />
    ) : (
      <p className="text-sm text-encre-2 italic">{vide.replace(' :', '\u00a0:')}</p>
    )}
  </div>
)

const Blocs = ({ blocs }: { blocs: readonly Bloc[] }) => (
  <div className="doc" lang="fr-FR">
    {blocs.map((b, i) => (
      <BlocHtml key={i} bloc={b} decalageTitres={2} />
    ))}
  </div>
)
