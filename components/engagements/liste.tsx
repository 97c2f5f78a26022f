import { THEMES, type Theme } from '@/lib/domaine/engagement/themes'
import type { EngagementLu } from '@/lib/lectures/engagement/lire-engagements'
import { FicheEngagement } from './fiche'
import type { GestesEngagement } from './types'

type Proprietes = {
  engagements: readonly EngagementLu[]
  reference: string
  jour: string
  /** Vide pour qui lit sans régler. */
  gestes: GestesEngagement | null
}

/** Les engagements d'une convention, par thème, dans l'ordre des articles. */
export function ListeEngagements({ engagements, reference, jour, gestes }: Proprietes) {
  const themes = (Object.keys(THEMES) as Theme[]).filter((t) => engagements.some((e) => e.theme === t))
  return (
    <div className="flex flex-col gap-12">
      {themes.map((theme) => (
        <section key={theme} aria-labelledby={`theme-${theme}`}>
          <h2 id={`theme-${theme}`} className="border-b border-trait pb-2 font-serif text-xl font-semibold">
            {THEMES[theme]}
          </h2>
          <ul className="divide-y divide-trait">
            {engagements
              .filter((e) => e.theme === theme)
              .map((e) => (
                <FicheEngagement
                  key={e.id}
                  engagement={e}
                  reference={reference}
                  jour={jour}
                  gestes={gestes}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
