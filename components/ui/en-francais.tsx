'use client'

import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** Les textes internes des composants interactifs restent français, quelle que soit la langue du navigateur. */
export function EnFrancais({ children }: { children: ReactNode }) {
  return <I18nProvider locale="fr-FR">{children}</I18nProvider>
}
