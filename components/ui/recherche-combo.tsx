'use client'

import { ChevronsUpDown } from 'lucide-react'
import type { Key, ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox, Input, Label, Text } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { plier } from '@/lib/domaine/texte/plier'
import { EnFrancais } from './en-francais'
import { classesSaisie, Obligatoire, type ProprietesEnrobage } from './enrobage-champ'
import { joindre } from './joindre'

export type OptionCombo = { valeur: string; libelle: string; precision?: string }

type Proprietes = ProprietesEnrobage & {
  options: readonly OptionCombo[]
  valeur?: string | null
  initiale?: string | null
  onChoix?: (valeur: string | null) => void
  onBlur?: () => void
  /** Envoie aussi la valeur dans un formulaire natif. */
  name?: string
  invite?: string
  vide?: ReactNode
  desactivee?: boolean
  ref?: Ref<HTMLInputElement>
}

const contient = (texte: string, saisie: string) => plier(texte).includes(plier(saisie))

/** Choix par la frappe ; « evry » trouve « Évry », « coeur » trouve « cœur ». */
export function RechercheCombo({
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  options,
  valeur,
  initiale,
  onChoix,
  onBlur,
  name,
  invite,
  vide,
  desactivee,
  ref,
}: Proprietes) {
  return (
    <EnFrancais>
      <ComboBox
        defaultItems={options}
        defaultFilter={contient}
        value={valeur}
        defaultValue={initiale}
        onChange={(cle: Key | null) => onChoix?.(cle === null ? null : String(cle))}
        onBlur={onBlur}
        name={name}
        isInvalid={Boolean(erreur)}
        isRequired={requis}
        validationBehavior="aria"
        isDisabled={desactivee}
        menuTrigger="focus"
        allowsEmptyCollection
        className={joindre('flex flex-col gap-1.5', className)}
      >
        <Label className={libelleMasque ? 'sr-only' : 'font-medium'}>
          {libelle}
          {requis && <Obligatoire />}
        </Label>
        {aide && (
          <Text slot="description" className="text-sm text-encre-2">
            {aide}
          </Text>
        )}
        <span className="relative block">
          <Input ref={ref} placeholder={invite} className={classesSaisie(erreur, 'pr-11')} />
          <Button
            aria-label="Voir les choix"
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-encre-2"
          >
            <ChevronsUpDown aria-hidden size={18} />
          </Button>
        </span>
        <FieldError className="text-sm font-medium text-manque">{erreur}</FieldError>
        <Popover className="z-50 w-(--trigger-width) overflow-auto rounded-md border border-trait bg-surface p-1 shadow-flottant">
          <ListBox
            className="max-h-72 overflow-auto outline-none"
            renderEmptyState={() => (
              <p className="px-3 py-2 text-encre-2">{vide ?? 'Aucun résultat. Essayez un autre mot.'}</p>
            )}
          >
            {(option: OptionCombo) => (
              <ListBoxItem
                id={option.valeur}
                textValue={option.precision ? `${option.libelle} (${option.precision})` : option.libelle}
                className="cursor-pointer rounded px-3 py-2 outline-none data-focused:bg-accent-fond data-focused:text-accent data-selected:font-medium"
              >
                <span className="block">{option.libelle}</span>
                {option.precision && <span className="block text-sm text-encre-2">{option.precision}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </EnFrancais>
  )
}
