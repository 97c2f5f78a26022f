import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { classesSaisie, EnrobageChamp, liensChamp, type ProprietesEnrobage } from './enrobage-champ'

export type OptionSelection = { valeur: string; libelle: string; desactivee?: boolean }

type Proprietes = ProprietesEnrobage &
  Omit<ComponentProps<'select'>, 'className' | 'required' | 'multiple'> & {
    /** Options ; ou donner des `<option>` en enfants. */
    options?: readonly OptionSelection[]
    /** Première ligne sans valeur : « Choisir un service ». */
    invite?: string
  }

/** Liste de choix native. */
export function Selection({
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  options = [],
  invite,
  children,
  id: idDonne,
  ...saisie
}: Proprietes) {
  const idAuto = useId()
  const id = idDonne ?? idAuto
  return (
    <EnrobageChamp {...{ id, libelle, aide, erreur, requis, libelleMasque, className }}>
      <span className="relative block">
        <select
          {...saisie}
          {...liensChamp(id, { aide, erreur, requis })}
          className={classesSaisie(erreur, 'appearance-none pr-10 text-ellipsis')}
        >
          {invite !== undefined && <option value="">{invite}</option>}
          {options.map((o) => (
            <option key={o.valeur} value={o.valeur} disabled={o.desactivee}>
              {o.libelle}
            </option>
          ))}
          {children}
        </select>
        <ChevronDown
          aria-hidden
          size={18}
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-encre-2"
        />
      </span>
    </EnrobageChamp>
  )
}
