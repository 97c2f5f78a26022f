'use client'

import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { EnFrancais } from './en-francais'

export type Onglet = { cle: string; libelle: ReactNode; contenu: ReactNode }

type Proprietes = {
  /** Ce que les onglets partagent. */
  libelle: string
  onglets: readonly Onglet[]
  choisi?: string
  onChoix?: (cle: string) => void
  initial?: string
}

/** Onglets d'une même page. Pour des pages distinctes, préférer `LiensOnglets`. */
export function Onglets({ libelle, onglets, choisi, onChoix, initial }: Proprietes) {
  return (
    <EnFrancais>
      <Tabs
        selectedKey={choisi}
        defaultSelectedKey={initial}
        onSelectionChange={(cle) => onChoix?.(String(cle))}
        className="flex flex-col"
      >
        <TabList aria-label={libelle} className="flex gap-1 overflow-x-auto border-b border-trait">
          {onglets.map((o) => (
            <Tab
              key={o.cle}
              id={o.cle}
              className="-mb-px flex min-h-11 cursor-pointer items-center gap-2 border-b-3 border-transparent px-2 sm:px-3 whitespace-nowrap text-encre-2 outline-offset-[-3px] hover:text-encre data-selected:border-accent data-selected:font-medium data-selected:text-accent"
            >
              {o.libelle}
            </Tab>
          ))}
        </TabList>
        {onglets.map((o) => (
          <TabPanel key={o.cle} id={o.cle} className="pt-5">
            {o.contenu}
          </TabPanel>
        ))}
      </Tabs>
    </EnFrancais>
  )
}
