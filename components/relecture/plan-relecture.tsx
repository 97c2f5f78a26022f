'use client'

import { Check, CircleDashed, History, MessageSquare } from 'lucide-react'
import { joindre } from '@/components/ui/joindre'
import type { EntreeRelecture } from '@/lib/presentation/relecture/relecture'

const ICONES = { accepte: Check, 'a-relire': CircleDashed, modifie: History } as const
const TEINTES = { accepte: 'text-tenu', 'a-relire': 'text-encre-2', modifie: 'text-vigilance' } as const

type Proprietes = {
  entrees: readonly EntreeRelecture[]
  choisie: string | null
  /** Fils sur l'ensemble du texte. */
  ensemble: number
  filtre: boolean
  onFiltre: (filtre: boolean) => void
  onChoix: (identite: string | null) => void
}

/** Plan de la relecture : où en est chaque article, et ce qui attend qui lit. */
export function PlanRelecture({ entrees, choisie, ensemble, filtre, onFiltre, onChoix }: Proprietes) {
  const attendues = entrees.filter((e) => e.attend)
  const montrees = filtre ? attendues : entrees
  return (
    <nav aria-labelledby="titre-plan-relecture" className="text-[0.9375rem]">
      <h2 id="titre-plan-relecture" className="mb-2 font-semibold">
        Plan
      </h2>
      <label className="mb-2 flex min-h-11 items-center gap-2.5">
        <input
          type="checkbox"
          checked={filtre}
          onChange={(e) => onFiltre(e.target.checked)}
          className="size-5 accent-accent"
        />
        Ce qui m’attend ({attendues.length})
      </label>
      <ol className="border-l border-trait">
        {!filtre && (
          <li>
            <Entree choisie={choisie === null} onChoix={() => onChoix(null)}>
              Ensemble du texte
              {ensemble > 0 && (
                <Marque Icone={MessageSquare} teinte="text-encre-2">
                  {ensemble > 1 ? `${ensemble} remarques` : '1 remarque'}
                </Marque>
              )}
            </Entree>
          </li>
        )}
        {montrees.map((e) => (
          <li key={e.identite}>
            <Entree choisie={choisie === e.identite} onChoix={() => onChoix(e.identite)}>
              {e.numero && <span className="text-encre-2 tabular-nums">{e.numero} </span>}
              {e.titre}
              {e.accordDit && (
                <Marque Icone={ICONES[e.accord]} teinte={TEINTES[e.accord]}>
                  {e.accordDit}
                </Marque>
              )}
              {e.fils.length > 0 && (
                <Marque Icone={MessageSquare} teinte="text-accent">
                  {e.fils.join(', ')}
                </Marque>
              )}
            </Entree>
          </li>
        ))}
      </ol>
      {montrees.length === 0 && <p className="py-2 text-encre-2">Rien ne vous attend ici.</p>}
    </nav>
  )
}

function Entree({
  choisie,
  onChoix,
  children,
}: {
  choisie: boolean
  onChoix: () => void
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      aria-current={choisie ? 'true' : undefined}
      onClick={onChoix}
      className={joindre(
        '-ml-px block min-h-11 w-full border-l-2 py-1.5 pr-1 pl-3 text-left hover:border-accent hover:text-accent',
        choisie ? 'border-accent font-medium' : 'border-transparent',
      )}
    >
      {children}
    </button>
  )
}

function Marque({
  Icone,
  teinte,
  children,
}: {
  Icone: typeof Check
  teinte: string
  children: React.ReactNode
}) {
  return (
    <span className={joindre('flex items-center gap-1 text-[0.8125rem] font-normal', teinte)}>
      <Icone aria-hidden size={14} className="shrink-0" />
      {children}
    </span>
  )
}
