import { CircleAlert, CircleCheck, CircleDashed, CircleX, Info, type LucideIcon, Minus } from 'lucide-react'

/** Un ton veut toujours dire la même chose ; il a toujours une icône et un mot. */
export type Ton = 'neutre' | 'accent' | 'tenu' | 'vigilance' | 'manque' | 'inconnu'

export const ICONES_TON: Record<Ton, LucideIcon> = {
  neutre: Minus,
  accent: Info,
  tenu: CircleCheck,
  vigilance: CircleAlert,
  manque: CircleX,
  inconnu: CircleDashed,
}

export const CLASSES_TON: Record<Ton, string> = {
  neutre: 'bg-surface-2 text-encre border-trait',
  accent: 'bg-accent-fond text-accent border-accent-trait',
  tenu: 'bg-tenu-fond text-tenu border-tenu-trait',
  vigilance: 'bg-vigilance-fond text-vigilance border-vigilance-trait',
  manque: 'bg-manque-fond text-manque border-manque-trait',
  inconnu: 'bg-inconnu-fond text-inconnu border-inconnu-trait border-dashed',
}
