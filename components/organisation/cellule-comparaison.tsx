import { Check, CircleDashed, Minus } from 'lucide-react'
import Link from 'next/link'
import { Etiquette } from '@/components/ui/etiquette'
import type { CelluleBesoin, CelluleOffre } from '@/lib/domaine/organisation/comparaison'
import { reponse } from '@/lib/presentation/organisation/libelles'

/** Un mot et une icône dans chaque case : la couleur ne porte jamais seule le sens. */
const NonRenseigne = () => (
  <span className="inline-flex items-center gap-1 whitespace-nowrap text-inconnu italic">
    <CircleDashed aria-hidden size={14} className="shrink-0" />
    Non renseigné
  </span>
)

const Rien = ({ children }: { children: string }) => (
  <span className="inline-flex items-center gap-1 whitespace-nowrap text-encre-2">
    <Minus aria-hidden size={14} className="shrink-0" />
    {children}
  </span>
)

export function CelluleDeLOffre({ etat }: { etat: CelluleOffre }) {
  if (etat === 'NON_RENSEIGNE') return <NonRenseigne />
  if (etat === 'NON_PROPOSE') return <Rien>Non proposé</Rien>
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap font-medium">
      <Check aria-hidden size={14} className="shrink-0" />
      Proposé
    </span>
  )
}

export function CelluleDuBesoin({ cellule, centre }: { cellule: CelluleBesoin; centre: string }) {
  if (cellule.etat === 'NON_RENSEIGNE') return <NonRenseigne />
  if (cellule.etat === 'NON_DEMANDE') return <Rien>Non demandé</Rien>
  return (
    <span className="flex flex-col items-start gap-1 max-sm:items-end max-sm:text-right">
      {cellule.besoins.map((b) => {
        const { mot, ton } = reponse(b.reponse)
        return (
          <Link key={b.id} href={`/cms/${centre}#besoin-${b.id}`} tabIndex={-1} className="group block">
            <span className="block font-medium underline decoration-trait-fort underline-offset-2 group-hover:text-accent">
              Demandé
            </span>
            <Etiquette ton={ton} className="sm:whitespace-nowrap">
              {mot}
            </Etiquette>
          </Link>
        )
      })}
    </span>
  )
}
