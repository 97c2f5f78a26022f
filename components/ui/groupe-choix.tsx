import { type ComponentProps, type ReactNode, useId } from 'react'
import { AideChamp, ErreurChamp, liensChamp, Obligatoire, type ProprietesEnrobage } from './enrobage-champ'
import { joindre } from './joindre'

export type Choix = { valeur: string; libelle: ReactNode; aide?: ReactNode; desactive?: boolean }

type Proprietes = ProprietesEnrobage & {
  choix: readonly Choix[]
  /** Côte à côte quand la place le permet. */
  enLigne?: boolean
} & Omit<ComponentProps<'input'>, 'className' | 'type' | 'required' | 'value'> & { valeur?: string }

/** Boutons radio sous une question. `valeur` avec `onChange`, ou `defaultValue`, ou `{...register('nom')}`. */
export function GroupeChoix({
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  choix,
  enLigne,
  valeur,
  defaultValue,
  name,
  id: idDonne,
  ...saisie
}: Proprietes) {
  const idAuto = useId()
  const id = idDonne ?? idAuto
  const liens = liensChamp(id, { aide, erreur, requis })
  return (
    <fieldset
      role="radiogroup"
      className={className}
      aria-describedby={liens['aria-describedby']}
      aria-invalid={liens['aria-invalid']}
      aria-required={liens['aria-required']}
    >
      <legend className={libelleMasque ? 'sr-only' : 'mb-1.5 font-medium'}>
        {libelle}
        {requis && <Obligatoire />}
      </legend>
      {aide && <AideChamp id={id}>{aide}</AideChamp>}
      <div className={joindre('mt-1 flex gap-x-6 gap-y-1', enLigne ? 'flex-wrap' : 'flex-col')}>
        {choix.map((c, rang) => (
          <div key={c.valeur} className="flex min-h-9 items-start gap-2.5 py-1">
            <input
              {...saisie}
              type="radio"
              name={name ?? id}
              id={`${id}-${rang}`}
              value={c.valeur}
              disabled={c.desactive}
              checked={valeur === undefined ? undefined : valeur === c.valeur}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === c.valeur}
              data-invalide={erreur && rang === 0 ? '' : undefined}
              aria-describedby={c.aide ? `${id}-${rang}-aide` : undefined}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <div>
              <label htmlFor={`${id}-${rang}`}>{c.libelle}</label>
              {c.aide && <AideChamp id={`${id}-${rang}`}>{c.aide}</AideChamp>}
            </div>
          </div>
        ))}
      </div>
      {erreur && <ErreurChamp id={id}>{erreur}</ErreurChamp>}
    </fieldset>
  )
}
