import { Bouton } from '@/components/ui/bouton'
import { ChampDate } from '@/components/ui/champ-date'
import type { DateIso } from '@/lib/domaine/calendrier/dates'

type Proprietes = { adresse: string; le: DateIso; depuis: DateIso | null }

/** La date du texte, et celle à laquelle le comparer : un formulaire qui marche sans script, et une adresse à envoyer. */
export function ChoixDates({ adresse, le, depuis }: Proprietes) {
  return (
    <form
      action={adresse}
      method="get"
      className="sans-impression flex flex-wrap items-end gap-x-4 gap-y-3 border-y border-trait py-3"
    >
      <ChampDate name="le" libelle="Texte en vigueur le" defaultValue={le} key={`le-${le}`} />
      <ChampDate
        name="depuis"
        libelle="Comparer avec le texte du"
        defaultValue={depuis ?? ''}
        key={`depuis-${depuis ?? ''}`}
      />
      <Bouton type="submit" variante="secondaire">
        Montrer
      </Bouton>
    </form>
  )
}
