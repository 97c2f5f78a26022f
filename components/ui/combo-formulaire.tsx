'use client'

import type { ComponentProps } from 'react'
import { type Control, Controller, type FieldPath, type FieldValues } from 'react-hook-form'
import { messageChamp } from '@/lib/presentation/erreurs'
import { RechercheCombo } from './recherche-combo'

type Proprietes<V extends FieldValues> = Omit<
  ComponentProps<typeof RechercheCombo>,
  'valeur' | 'initiale' | 'onChoix' | 'onBlur' | 'name' | 'erreur' | 'ref'
> & { controle: Control<V>; nom: FieldPath<V> }

/** `RechercheCombo` dans un formulaire : `<ComboFormulaire controle={f.formulaire.control} nom="communeId" … />`. */
export function ComboFormulaire<V extends FieldValues>({ controle, nom, ...reste }: Proprietes<V>) {
  return (
    <Controller
      control={controle}
      name={nom}
      render={({ field, fieldState }) => (
        <RechercheCombo
          {...reste}
          name={field.name}
          ref={field.ref}
          valeur={field.value || null}
          onChoix={(valeur) => field.onChange(valeur ?? '')}
          onBlur={field.onBlur}
          erreur={fieldState.error?.message ? messageChamp(fieldState.error.message) : null}
        />
      )}
    />
  )
}
