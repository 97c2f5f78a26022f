import { Search } from 'lucide-react'
import { Champ } from '@/components/ui/champ'
import { classesBouton } from '@/components/ui/classes-bouton'
import type { FiltresConventions } from '@/lib/lectures/convention/filtres'

/** Recherche sans script : un formulaire en lecture, qui garde les filtres choisis. */
export function RechercheConventions({ filtres }: { filtres: FiltresConventions }) {
  return (
    <form role="search" action="/conventions" className="sans-impression flex max-w-2xl items-end gap-2">
      <Champ
        className="min-w-0 flex-1"
        libelle="Chercher une convention"
        aide="Par ville, centre, référence ou titre ; les accents et les petites fautes ne comptent pas."
        type="search"
        name="q"
        defaultValue={filtres.q}
        icone={<Search aria-hidden size={18} />}
        autoComplete="off"
        enterKeyHint="search"
      />
      {(['etat', 'groupe', 'centre', 'modele'] as const).map(
        (cle) => filtres[cle] && <input key={cle} type="hidden" name={cle} value={filtres[cle]} />,
      )}
      {filtres.tri !== 'recent' && <input type="hidden" name="tri" value={filtres.tri} />}
      <button type="submit" className={classesBouton('principal')}>
        Chercher
      </button>
    </form>
  )
}
