import { type ReactNode, useId } from 'react'

type Proprietes = {
  libelle: ReactNode
  /** Absents : on ne sait pas encore combien il y a à faire. */
  fait?: number
  total?: number
  /** Ce qui est fait, en mots ; sinon « 3 sur 8 ». */
  mesure?: string
  /** Ce qui est en train de se faire. */
  detail?: ReactNode
}

/** Barre de progression, avec ce qui est fait écrit en clair. */
export function Progression({ libelle, fait, total, mesure, detail }: Proprietes) {
  const id = useId()
  const connue = fait !== undefined && total !== undefined && total > 0
  const ecrit = mesure ?? `${fait} sur ${total}`
  const part = connue ? Math.min(100, Math.round((fait / total) * 100)) : 0
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span id={id} className="font-medium">
          {libelle}
        </span>
        {connue && <span className="text-encre-2 tabular-nums">{ecrit}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={connue ? 0 : undefined}
        aria-valuemax={connue ? total : undefined}
        aria-valuenow={connue ? fait : undefined}
        aria-valuetext={connue ? ecrit : undefined}
        className="h-2 overflow-hidden rounded-full border border-trait-fort bg-surface-2"
      >
        <div
          className={connue ? 'h-full bg-accent transition-[width]' : 'h-full w-1/3 animate-pulse bg-accent'}
          style={connue ? { width: `${part}%` } : undefined}
        />
      </div>
      {detail && <p className="text-sm text-encre-2">{detail}</p>}
    </div>
  )
}
