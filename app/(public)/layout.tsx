import type { ReactNode } from 'react'
import { Cadre } from '@/components/cadre/cadre'

export default function GabaritPublic({ children }: { children: ReactNode }) {
  return <Cadre>{children}</Cadre>
}
