import { type ComponentProps, type ReactNode, useId } from 'react'
import { classesSaisie, EnrobageChamp, liensChamp, type ProprietesEnrobage } from './enrobage-champ'

type Proprietes = ProprietesEnrobage &
  Omit<ComponentProps<'input'>, 'className' | 'required'> & {
    icone?: ReactNode
    /** Unité écrite après la saisie : « jours », « € ». */
    suffixe?: ReactNode
  }

/** Saisie d'une ligne. Accepte `{...register('nom')}` : `ref`, `name`, `onChange`, `onBlur` sont natifs. */
export function Champ({
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  icone,
  suffixe,
  id: idDonne,
  type = 'text',
  ...saisie
}: Proprietes) {
  const idAuto = useId()
  const id = idDonne ?? idAuto
  return (
    <EnrobageChamp {...{ id, libelle, aide, erreur, requis, libelleMasque, className }}>
      <span className="relative flex items-center gap-2">
        {icone && (
          <span aria-hidden className="pointer-events-none absolute left-3 text-encre-2">
            {icone}
          </span>
        )}
        <input
          {...saisie}
          {...liensChamp(id, { aide, erreur, requis })}
          type={type}
          className={classesSaisie(erreur, icone ? 'pl-10' : undefined)}
        />
        {suffixe && <span className="shrink-0 text-encre-2">{suffixe}</span>}
      </span>
    </EnrobageChamp>
  )
}
