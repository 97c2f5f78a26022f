import { classesBouton } from '@/components/ui/classes-bouton'
import { joindre } from '@/components/ui/joindre'
import { Selection } from '@/components/ui/selection'
import type { CoteCompare } from '@/lib/domaine/acte/cotes'
import { adresseConvention } from '@/lib/presentation/conventions/adresses'
import type { CoteOffert } from '@/lib/presentation/conventions/versions'

/** Les deux textes à comparer ; un formulaire d'adresse, qui marche sans script. */
export function ChoixComparaison({
  reference,
  cotes,
  de,
  a,
  empile,
}: {
  reference: string
  cotes: readonly CoteOffert[]
  de?: CoteCompare
  a?: CoteCompare
  empile?: boolean
}) {
  const options = cotes.map((c) => ({ valeur: String(c.cote), libelle: c.libelle }))
  return (
    <form
      action={`${adresseConvention(reference)}/versions/comparer`}
      className={joindre(
        'sans-impression',
        empile ? 'space-y-3' : 'grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end',
      )}
    >
      <Selection
        libelle="Du texte"
        name="de"
        options={options}
        defaultValue={String(de ?? cotes.at(-2)?.cote ?? '')}
      />
      <Selection
        libelle="Au texte"
        name="a"
        options={options}
        defaultValue={String(a ?? cotes.at(-1)?.cote ?? '')}
      />
      <button type="submit" className={classesBouton('secondaire')}>
        Comparer
      </button>
    </form>
  )
}
