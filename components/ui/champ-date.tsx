import type { ComponentProps } from 'react'
import { Champ } from './champ'

type Proprietes = Omit<ComponentProps<typeof Champ>, 'type' | 'icone' | 'suffixe'>

/** Date au calendrier du navigateur ; la valeur est AAAA-MM-JJ. */
export function ChampDate({ className, ...reste }: Proprietes) {
  return <Champ {...reste} type="date" className={className ?? 'max-w-56'} />
}
