import { Etiquette } from '@/components/ui/etiquette'
import type { SeanceLue } from '@/lib/lectures/conseil/lister-conseils'
import { seancesDites } from '@/lib/presentation/conseil/seances'
import { dateEnLettres, typographier } from '@/lib/presentation/typographie'
import { CorrigerSeance, RetirerSeance } from './gestes'
import type { ActionsSeances } from './types'

type Proprietes = { seances: readonly SeanceLue[]; jour: string; actions: ActionsSeances | null }

/** Séances à venir d'un organe, la prochaine possible désignée ; sans `actions`, elles se lisent seulement. */
export function ListeSeances({ seances, jour, actions }: Proprietes) {
  const dites = seancesDites(seances, jour)
  return (
    <ul className="divide-y divide-trait border-y border-trait text-[0.9375rem]">
      {seances.map((s) => {
        const dite = dites.get(s.id)
        const geste = actions && { seance: s, dite: dateEnLettres(s.le), actions }
        return (
          <li key={s.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className={s.annulee ? 'line-through' : 'font-medium first-letter:uppercase'}>
                  {dite?.date}
                </span>
                {dite?.etat && <Etiquette ton={dite.etat.ton}>{dite.etat.libelle}</Etiquette>}
              </p>
              {dite?.depot && <p className="text-encre-2">{dite.depot}</p>}
              {s.note && <p className="text-encre-2 break-words">{typographier(s.note)}</p>}
            </div>
            {geste && (
              <div className="flex flex-wrap gap-1">
                <CorrigerSeance key={s.version} {...geste} />
                {!s.annulee && <RetirerSeance key={`annuler-${s.version}`} {...geste} />}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
