import { NavigationChangements } from '@/components/conventions/comparaison/navigation-changements'
import { Bascule } from '@/components/conventions/comparaison/reglages-comparaison'
import { SommaireChangements } from '@/components/conventions/comparaison/sommaire-changements'
import { TexteCompare } from '@/components/conventions/comparaison/texte-compare'
import type { ComparaisonDeModeles } from '@/lib/presentation/bibliotheque/comparaison'
import type { Reglages } from '@/lib/presentation/conventions/versions'

type Proprietes = {
  dite: ComparaisonDeModeles
  reglages: Reglages
  /** Adresse de la page, sans réglage. */
  adresse: string
}

/** Deux textes de modèle comparés : la phrase qui résume, les réglages qui changent, puis le texte. */
export function ComparaisonModele({ dite, reglages, adresse }: Proprietes) {
  const vers = (r: Partial<Reglages>) => {
    const { vue, montrer } = { ...reglages, ...r }
    const p = new URLSearchParams(adresse.split('?')[1])
    if (vue === 'colonnes') p.set('vue', vue)
    if (montrer === 'tout') p.set('montrer', montrer)
    const suite = p.toString()
    return `${adresse.split('?')[0]}${suite ? `?${suite}` : ''}`
  }
  return (
    <section aria-labelledby="titre-comparaison">
      <h2 id="titre-comparaison" className="font-serif text-xl font-semibold">
        {dite.titre}
      </h2>
      <p className="mt-1 font-medium">{dite.phrase}</p>
      {dite.reglages.length > 0 && (
        <ul className="mt-3 max-w-lecture list-disc space-y-1 pl-5 text-[0.9375rem]">
          {dite.reglages.map((r) => (
            <li key={r}>{r}</li>
          ))}
        </ul>
      )}
      <div className="sans-impression mt-4 flex flex-wrap items-start gap-x-6 gap-y-2 border-y border-trait py-2">
        <Bascule
          libelle="Présentation"
          choix={[
            { libelle: 'Un seul texte', href: vers({ vue: 'fondu' }), actif: reglages.vue === 'fondu' },
            { libelle: 'Deux colonnes', href: vers({ vue: 'colonnes' }), actif: reglages.vue === 'colonnes' },
          ]}
        />
        <Bascule
          libelle="Étendue"
          choix={[
            {
              libelle: 'Ce qui change',
              href: vers({ montrer: 'changements' }),
              actif: reglages.montrer === 'changements',
            },
            { libelle: 'Tout le texte', href: vers({ montrer: 'tout' }), actif: reglages.montrer === 'tout' },
          ]}
        />
      </div>
      <div className="mt-6 grid gap-x-8 gap-y-4 xl:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="sans-impression xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:self-start xl:overflow-auto">
          <SommaireChangements changements={dite.changements} renumerotations={dite.renumerotations} />
        </div>
        <div className="min-w-0">
          {dite.changements.length > 0 && (
            <NavigationChangements ancres={dite.changements.map((c) => c.ancre)} />
          )}
          <TexteCompare dite={dite} reglages={reglages} />
        </div>
      </div>
    </section>
  )
}
