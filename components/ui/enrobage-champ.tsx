import { CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { joindre } from './joindre'

/** Ce que tout champ accepte. `erreur` est une phrase française déjà faite. */
export type ProprietesEnrobage = {
  libelle: ReactNode
  aide?: ReactNode
  erreur?: string | null
  requis?: boolean
  /** Le libellé reste lu mais ne se voit pas (recherche, tableau). */
  libelleMasque?: boolean
  className?: string
}

export const classesSaisie = (erreur?: string | null, autres?: string): string =>
  joindre(
    'block w-full min-h-11 rounded-md border bg-surface px-3 py-2 text-base text-encre placeholder:text-encre-2',
    'disabled:bg-surface-2 disabled:text-encre-2 [&:is(input,textarea):read-only]:bg-surface-2',
    erreur ? 'border-2 border-manque' : 'border-trait-fort hover:border-encre-2',
    autres,
  )

/** Attributs qui relient la saisie à son aide et à son erreur. */
export const liensChamp = (
  id: string,
  { aide, erreur, requis }: Pick<ProprietesEnrobage, 'aide' | 'erreur' | 'requis'>,
) => ({
  id,
  'aria-describedby': joindre(aide ? `${id}-aide` : null, erreur ? `${id}-erreur` : null) || undefined,
  'aria-invalid': erreur ? (true as const) : undefined,
  'aria-required': requis ? (true as const) : undefined,
})

export const Obligatoire = () => <span className="text-sm font-normal text-encre-2"> (obligatoire)</span>

export const AideChamp = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={`${id}-aide`} className="text-sm text-encre-2">
    {children}
  </p>
)

export const ErreurChamp = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={`${id}-erreur`} className="flex gap-1.5 text-sm font-medium text-manque">
    <CircleX aria-hidden size={16} className="mt-0.5 shrink-0" />
    <span>{children}</span>
  </p>
)

/** Libellé au-dessus, aide, saisie, erreur : dans l'ordre où on lit. */
export function EnrobageChamp({
  id,
  libelle,
  aide,
  erreur,
  requis,
  libelleMasque,
  className,
  children,
}: ProprietesEnrobage & { id: string; children: ReactNode }) {
  return (
    <div className={joindre('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={libelleMasque ? 'sr-only' : 'font-medium'}>
        {libelle}
        {requis && <Obligatoire />}
      </label>
      {aide && <AideChamp id={id}>{aide}</AideChamp>}
      {children}
      {erreur && <ErreurChamp id={id}>{erreur}</ErreurChamp>}
    </div>
  )
}
