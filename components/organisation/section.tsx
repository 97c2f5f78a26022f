import type { ReactNode } from 'react'

type Proprietes = { id: string; titre: string; complement?: ReactNode; children: ReactNode }

/** Partie d'une fiche, atteignable par son ancre. */
export const Section = ({ id, titre, complement, children }: Proprietes) => (
  <section id={id} aria-labelledby={`${id}-titre`} className="mb-12 scroll-mt-20">
    <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h2 id={`${id}-titre`} className="font-serif text-xl font-semibold">
        {titre}
      </h2>
      {complement && <p className="text-sm text-encre-2">{complement}</p>}
    </div>
    {children}
  </section>
)
