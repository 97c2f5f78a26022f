import { type ComponentProps, useId } from 'react'
import { AideChamp, ErreurChamp, liensChamp, Obligatoire, type ProprietesEnrobage } from './enrobage-champ'
import { joindre } from './joindre'

type Proprietes = Omit<ProprietesEnrobage, 'libelleMasque'> &
  Omit<ComponentProps<'input'>, 'className' | 'type' | 'required'>

/** Case à cocher. */
export function Case({ libelle, aide, erreur, requis, className, id: idDonne, ...saisie }: Proprietes) {
  const idAuto = useId()
  const id = idDonne ?? idAuto
  return (
    <div className={joindre('flex flex-col gap-1', className)}>
      <div className="flex items-start gap-2.5">
        <input
          {...saisie}
          {...liensChamp(id, { aide, erreur, requis })}
          type="checkbox"
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <label htmlFor={id}>
          {libelle}
          {requis && <Obligatoire />}
        </label>
      </div>
      <div className="flex flex-col gap-1 pl-7.5 empty:hidden">
        {aide && <AideChamp id={id}>{aide}</AideChamp>}
        {erreur && <ErreurChamp id={id}>{erreur}</ErreurChamp>}
      </div>
    </div>
  )
}
